/** Batches: calls that a service makes in its own time, at half the price. */
@NullMarked
package dev.assay.datasets.models.batches;

import org.jspecify.annotations.NullMarked;
