package dev.assay.datasets.models.batches;

import java.util.Locale;
import java.util.Optional;

/**
 * A call in a batch.
 *
 * @param customId by which its result is known; unique in the study
 * @param unit key of the unit of work in the run
 * @param requestHash see {@link dev.assay.datasets.models.ledger.RequestJson#hash}
 * @param request see {@link dev.assay.datasets.models.ledger.RequestJson#of}
 * @param expectedCost at half price; empty if no price is known
 */
record BatchRequest(
        String customId, String batchId, String unit, String requestHash, int replicate, String request, Optional<Double> expectedCost, State state) {

    enum State {
        WAITING,
        DONE,
        FAILED;

        String inStudy() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
