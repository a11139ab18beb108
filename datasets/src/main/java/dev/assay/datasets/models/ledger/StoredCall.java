package dev.assay.datasets.models.ledger;

/**
 * A call in the ledger.
 *
 * @param sequence its number; calls that were stored later have higher ones
 */
public record StoredCall(long sequence, Call call) {}
