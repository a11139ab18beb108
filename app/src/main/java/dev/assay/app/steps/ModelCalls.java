package dev.assay.app.steps;

import java.util.Optional;

/**
 * How a step that asks models may spend.
 *
 * @param budget most that the run may cost in all, what it has cost before included; empty: no limit
 * @param offline whether only the ledger may answer
 * @param batch whether the calls are made as batches at half the price
 */
public record ModelCalls(Optional<Double> budget, boolean offline, boolean batch) {

    public static ModelCalls usual() {
        return new ModelCalls(Optional.empty(), false, false);
    }
}
