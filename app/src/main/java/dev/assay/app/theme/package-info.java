/** How the window looks: colours, fonts and sizes, in one stylesheet per scheme and one for both. */
@NullMarked
package dev.assay.app.theme;

import org.jspecify.annotations.NullMarked;
