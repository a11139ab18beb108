/** What the window needs of the system around it: dialogs, folders, preferences, pictures. */
@NullMarked
package dev.assay.app.platform;

import org.jspecify.annotations.NullMarked;
