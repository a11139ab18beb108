/** Tests of what is written for other programs. */
@NullMarked
package dev.assay.datasets.exporting;

import org.jspecify.annotations.NullMarked;
