/** Tests of how text is shown. */
@NullMarked
package dev.assay.app.text;

import org.jspecify.annotations.NullMarked;
