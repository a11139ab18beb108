/** The gateway: every call of a model goes through it, from the ledger where the same was asked before. */
@NullMarked
package dev.assay.datasets.models.gateway;

import org.jspecify.annotations.NullMarked;
