/** Tests of what the window needs of the system around it. */
@NullMarked
package dev.assay.app.platform;

import org.jspecify.annotations.NullMarked;
