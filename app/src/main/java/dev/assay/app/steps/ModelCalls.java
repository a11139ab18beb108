package dev.assay.app.steps;

import java.util.Optional;

/**
 * How a step that asks models may spend.
 *
 * @param budget most that the run may cost in all, what it has cost before included; empty: no limit
 * @param way how the calls are made
 */
public record ModelCalls(Optional<Double> budget, Way way) {

    /** How calls are made. */
    public enum Way {
        AT_ONCE,
        /** Only the ledger answers; the network is not used. */
        OFFLINE,
        /** As batches that the service makes in its own time, at half the price. */
        BATCH,
        /** As batches that are written to files and carried by a person. */
        BATCH_BY_HAND
    }

    public static ModelCalls usual() {
        return new ModelCalls(Optional.empty(), Way.AT_ONCE);
    }

    /** Whether they cost half. */
    public boolean inBatches() {
        return way == Way.BATCH || way == Way.BATCH_BY_HAND;
    }
}
