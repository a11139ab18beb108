/** Tests of the window around the views. */
@NullMarked
package dev.assay.app.shell;

import org.jspecify.annotations.NullMarked;
