package dev.assay.app.steps;

import dev.assay.app.steps.ModelCalls.Way;
import dev.assay.datasets.StoppedException;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.CommitQueue;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.models.ModelGateway;
import dev.assay.datasets.models.batches.BatchRun;
import dev.assay.datasets.models.batches.BatchTable;
import dev.assay.datasets.models.batches.PatientGateway;
import dev.assay.datasets.models.budget.Budget;
import dev.assay.datasets.models.gateway.LedgerGateway;
import dev.assay.datasets.models.limits.Backoff;
import dev.assay.datasets.responding.Responding;
import dev.assay.datasets.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** How a step gets its models for one run: at once, by batches until nothing waits any more, or by batches that a person carries. */
final class ModelRun {

    private final Study study;
    private final String runId;
    private final ModelServices services;
    private final Way way;
    private final Cancellation cancellation;
    private long served;

    ModelRun(Study study, String runId, ModelServices services, Way way, Cancellation cancellation) {
        this.study = study;
        this.runId = runId;
        this.services = services;
        this.way = way;
        this.cancellation = cancellation;
    }

    /** The step, given what makes its gateway. */
    @FunctionalInterface
    interface Step extends Function<BiFunction<String, CommitQueue, ModelGateway>, Responding.Result> {}

    Responding.Result run(Step step, Progress progress) {
        return switch (way) {
            case AT_ONCE, OFFLINE -> atOnce(step);
            case BATCH -> inBatches(step, progress);
            case BATCH_BY_HAND -> byHand(step);
        };
    }

    private Responding.Result atOnce(Step step) {
        List<LedgerGateway> made = new ArrayList<>();
        boolean offline = way == Way.OFFLINE;
        try {
            return step.apply((run, queue) -> {
                LedgerGateway gateway = new LedgerGateway(
                        study, run, queue, services.connector(), services.keys(), budget(run), services.timing(),
                        new LedgerGateway.Options(Backoff.usual(), offline), cancellation);
                made.add(gateway);
                return offline ? gateway : new PatientGateway(study, gateway);
            });
        } finally {
            served += made.stream().mapToLong(LedgerGateway::served).sum();
            made.forEach(LedgerGateway::close);
        }
    }

    /** What is promised to batches that are under way is spent already. */
    private Budget budget(String run) {
        BatchTable batches = new BatchTable();
        return study.read(reading -> Budget.of(reading, run, batches.promised(reading, run), batches.promised(reading)));
    }

    /** Only collects what is to be asked, for a person who brings it to a service. */
    private Responding.Result byHand(Step step) {
        try (BatchRun batches = batches()) {
            return step.apply((run, queue) -> batches.collector(queue, batches.budget()));
        }
    }

    private BatchRun batches() {
        return new BatchRun(study, runId, services::find, services.batches(), services.timing(), Backoff.usual());
    }

    /** A unit of several turns needs several batches: its next turn can be asked only when the last one has been answered. */
    private Responding.Result inBatches(Step step, Progress progress) {
        try (BatchRun batches = batches()) {
            while (true) {
                Responding.Result result = step.apply((run, queue) -> batches.collector(queue, batches.budget()));
                // Where the budget ends, what was collected until then is still made.
                if (cancellation.requested() || batches.open().isEmpty()) {
                    return result;
                }
                try {
                    batches.submit(cancellation);
                    batches.awaitAll(progress, cancellation);
                } catch (StoppedException e) {
                    return new Responding.Result(result.run(), result.responses(), result.failures(), result.state(), Optional.of(e));
                }
            }
        }
    }

    /** Questions that the ledger answered. */
    long served() {
        return served;
    }
}
