/** Tests of how the window looks. */
@NullMarked
package dev.assay.app.theme;

import org.jspecify.annotations.NullMarked;
