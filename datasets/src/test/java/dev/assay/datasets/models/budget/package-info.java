/** Tests of tokens, prices and budgets. */
@NullMarked
package dev.assay.datasets.models.budget;

import org.jspecify.annotations.NullMarked;
