package dev.assay.app.steps;

import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.study.Writing;
import java.util.Arrays;
import java.util.Optional;

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
        AT_ONCE(""),
        /** Only the ledger answers; the network is not used. */
        OFFLINE(""),
        /** As batches that the service makes in its own time, at half the price. */
        BATCH("in batches"),
        /** As batches that are written to files and carried by a person. */
        BATCH_BY_HAND("in batches by hand");

        private static final String NAME = "calls";

        private final String kept;

        Way(String kept) {
            this.kept = kept;
        }

        /** In which the calls of a run were made last: a run that is gone on with must not cost twice as much as it was begun for. */
        public static Way of(Run run) {
            String kept = run.spec().path(NAME).asText();
            return Arrays.stream(values()).filter(way -> !way.kept.isEmpty() && way.kept.equals(kept)).findFirst().orElse(AT_ONCE);
        }

        /** Keeps it with a run, for when it is gone on with. A look without the network changes nothing. */
        void keep(Writing writing, String runId, RunTable runs) {
            if (this != OFFLINE) {
                runs.keep(writing, runId, NAME, Optional.of(kept).filter(name -> !name.isEmpty()));
            }
        }
    }

    public static ModelCalls usual() {
        return new ModelCalls(new Limit.AsBefore(), Way.AT_ONCE);
    }

    /** As the run was begun, within the budget that the study has for it. */
    public static ModelCalls of(Run run) {
        return new ModelCalls(new Limit.AsBefore(), Way.of(run));
    }

    /** Whether they cost half. */
    public boolean inBatches() {
        return way == Way.BATCH || way == Way.BATCH_BY_HAND;
    }
}
