package dev.assay.app.steps;

import dev.assay.app.steps.ModelCalls.Way;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.StoppedException;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.CommitQueue;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.models.ModelGateway;
import dev.assay.datasets.models.batches.BatchRun;
import dev.assay.datasets.models.batches.BatchTable;
import dev.assay.datasets.models.batches.IntakeReport;
import dev.assay.datasets.models.batches.PatientGateway;
import dev.assay.datasets.models.budget.Budget;
import dev.assay.datasets.models.gateway.LedgerGateway;
import dev.assay.datasets.models.limits.Backoff;
import dev.assay.datasets.responding.Responding;
import dev.assay.datasets.study.Study;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a step gets its models for one run: at once or by batches, until nothing waits any more, or by batches that a person carries. */
final class ModelRun {

    private static final Logger LOG = LoggerFactory.getLogger(ModelRun.class);

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

    /** @throws AssayException if it was cancelled, and batches that the service works on could not be */
    Responding.Result run(Step step, Progress progress) {
        if (way == Way.OFFLINE) {
            return atOnce(step);
        }
        try (BatchRun batches = batches()) {
            Responding.Result result;
            try {
                result = run(step, batches, progress);
            } catch (StoppedException e) {
                giveUp(batches);
                throw e;
            }
            giveUp(batches);
            return result;
        }
    }

    private Responding.Result run(Step step, BatchRun batches, Progress progress) {
        // What is back is paid for, whatever is asked now.
        IntakeReport back = batches.takeIn(cancellation);
        LOG.debug("{} replies of batches are back", back.replies());
        return switch (way) {
            case BATCH -> untilNothingWaits(() -> collect(step, batches), batches, progress);
            case BATCH_BY_HAND -> collect(step, batches);
            case AT_ONCE, OFFLINE -> {
                batches.forgetUnsent(cancellation);
                yield untilNothingWaits(() -> atOnce(step), batches, progress);
            }
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

    private Responding.Result collect(Step step, BatchRun batches) {
        return step.apply((run, queue) -> batches.collector(queue, batches.budget()));
    }

    private BatchRun batches() {
        return new BatchRun(study, runId, services::find, services.batches(), services.batchTiming(), Backoff.usual());
    }

    /**
     * A unit of several turns may need several batches: its next turn can be asked only when the last one has been answered. What failed in a batch is
     * asked at once where calls are made at once.
     */
    private Responding.Result untilNothingWaits(Supplier<Responding.Result> work, BatchRun batches, Progress progress) {
        while (true) {
            Responding.Result result = work.get();
            // Where the budget ends, what was collected until then is still made.
            if (cancellation.requested() || batches.open().isEmpty()) {
                return result;
            }
            try {
                batches.submit(cancellation);
                batches.awaitAll(progress, cancellation);
            } catch (StoppedException e) {
                if (cancellation.requested()) {
                    study.change(writing -> new RunTable(Clock.systemUTC()).leave(writing, runId, cancellation.stopsAs()));
                }
                return result.stoppedBy(e);
            }
        }
    }

    /** Who cancels wants nothing more to be billed; who pauses, or ends the program, finds the batches again. */
    private void giveUp(BatchRun batches) {
        if (!cancellation.givesUp() || batches.open().isEmpty()) {
            return;
        }
        try {
            Cancellation nobody = new Cancellation();
            batches.cancel(batches.open(), nobody);
            IntakeReport back = batches.takeIn(nobody);
            LOG.debug("{} replies of cancelled batches are back", back.replies());
        } catch (StoppedException e) {
            throw new AssayException("the batches could not be cancelled, and go on at the service: " + e.getMessage(), e);
        }
    }

    /** Questions that the ledger answered. */
    long served() {
        return served;
    }
}
