package dev.assay.app.steps;

import dev.assay.datasets.AssayException;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.models.batches.Batch;
import dev.assay.datasets.models.batches.BatchRun;
import dev.assay.datasets.models.batches.BatchState;
import dev.assay.datasets.models.batches.BatchTable;
import dev.assay.datasets.models.batches.BatchesByHand;
import dev.assay.datasets.models.batches.IntakeReport;
import dev.assay.datasets.models.limits.Backoff;
import dev.assay.datasets.study.Study;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Batches that are not at their end, and how they are given up. What is missing is asked by the next command that asks the models. */
public final class OpenBatches {

    private final Study study;
    private final Clock clock;

    public OpenBatches(Study study, Clock clock) {
        this.study = study;
        this.clock = clock;
    }

    /** Those that a service works on, or is to work on. */
    public List<Batch> ofServices() {
        return some(batch -> batch.state() != BatchState.BY_HAND);
    }

    /** Those that a person carries. */
    public List<Batch> byHand() {
        return some(batch -> batch.state() == BatchState.BY_HAND);
    }

    public List<Batch> ofRun(String run) {
        return some(batch -> batch.runId().equals(run));
    }

    private List<Batch> some(Predicate<Batch> which) {
        return study.read(reading -> new BatchTable().all(reading)).stream().filter(batch -> !batch.state().isEnd()).filter(which).toList();
    }

    /**
     * Those of some that are named; all of them if none is.
     *
     * @throws AssayException if a name is not among them
     */
    public static List<Batch> named(Collection<String> ids, List<Batch> among) {
        for (String id : ids) {
            if (among.stream().noneMatch(batch -> batch.id().equals(id))) {
                throw new AssayException("there is no such batch " + id + " that is not at its end: `batch list` shows which there are");
            }
        }
        return among.stream().filter(batch -> ids.isEmpty() || ids.contains(batch.id())).toList();
    }

    /**
     * Has the services stop, waits until they have, and takes in what was made by then, since that is paid. What no service has yet is forgotten, and what
     * a person carries is released.
     *
     * @throws dev.assay.datasets.StoppedException if a service cannot be reached or refuses: its batches go on
     */
    public IntakeReport cancel(List<Batch> batches, ModelServices services, Progress progress, Cancellation cancellation) {
        IntakeReport report = IntakeReport.NOTHING;
        Map<String, List<Batch>> byRun = batches.stream().collect(Collectors.groupingBy(Batch::runId));
        for (Map.Entry<String, List<Batch>> some : byRun.entrySet()) {
            List<String> ids = some.getValue().stream().map(Batch::id).toList();
            try (BatchRun run = new BatchRun(study, some.getKey(), services::find, services.batches(), services.batchTiming(), Backoff.usual())) {
                run.cancel(some.getValue(), cancellation);
                report = report.plus(run.await(batch -> ids.contains(batch.id()), progress, cancellation));
            }
        }
        return report;
    }

    /** Gives up what a person was to bring. Returns how many calls that were. */
    public long release(List<Batch> batches) {
        return new BatchesByHand(study, clock).release(batches);
    }
}
