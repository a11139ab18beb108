/** The ledger: every call of a language model is a row, and the same request is never paid twice. */
@NullMarked
package dev.assay.datasets.models.ledger;

import org.jspecify.annotations.NullMarked;
