package dev.assay.datasets.models.budget;

import java.util.Optional;

/**
 * What some work will take.
 *
 * @param calls all that are planned
 * @param callsInLedger of these, how many are answered from the ledger, or are the same as another one of them: they take nothing
 * @param callsWaiting of these, how many wait in a batch already: they take nothing more
 * @param tokensIn of the prompts of the others, as they will be billed
 * @param tokensOut of the answers to the others
 * @param cost empty if the price of a model that is to be called is not known
 * @param seconds at full speed, within the limits of the models; of batches the longest that they may take
 */
public record Estimate(long calls, long callsInLedger, long callsWaiting, long tokensIn, long tokensOut, Optional<Double> cost, double seconds) {

    /** Of work that calls no model. */
    public static final Estimate NOTHING = new Estimate(0, 0, 0, 0, 0, Optional.of(0.0), 0);

    /** Calls that will be made and paid. */
    public long callsToMake() {
        return calls - callsInLedger - callsWaiting;
    }
}
