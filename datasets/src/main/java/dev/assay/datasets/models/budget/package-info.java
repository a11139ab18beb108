/** Tokens, prices and budgets: what work will cost before it is begun, and where it stops. */
@NullMarked
package dev.assay.datasets.models.budget;

import org.jspecify.annotations.NullMarked;
