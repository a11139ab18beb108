/** Tests of batches. */
@NullMarked
package dev.assay.datasets.models.batches;

import org.jspecify.annotations.NullMarked;
