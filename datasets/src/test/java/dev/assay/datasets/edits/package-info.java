/** Tests of the history of edits. */
@NullMarked
package dev.assay.datasets.edits;

import org.jspecify.annotations.NullMarked;
