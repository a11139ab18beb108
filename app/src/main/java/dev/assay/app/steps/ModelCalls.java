package dev.assay.app.steps;

/**
 * How a step that asks models may spend.
 *
 * @param way how the calls are made
 */
public record ModelCalls(Limit budget, Way way) {

    /** The most that the run may cost in all, what it has cost before included. */
    public sealed interface Limit {

        /** What was set for the run before, if anything was. */
        record AsBefore() implements Limit {}

        record None() implements Limit {}

        record Most(double amount) implements Limit {}
    }

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
        return new ModelCalls(new Limit.AsBefore(), Way.AT_ONCE);
    }

    /** Whether they cost half. */
    public boolean inBatches() {
        return way == Way.BATCH || way == Way.BATCH_BY_HAND;
    }
}
