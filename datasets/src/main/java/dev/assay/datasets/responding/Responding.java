package dev.assay.datasets.responding;

import dev.assay.datasets.AssayException;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.CommitQueue;
import dev.assay.datasets.jobs.JobRunner;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.jobs.UnitTable;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelGateway;
import dev.assay.datasets.models.ModelLimits;
import dev.assay.datasets.models.batches.BatchTable;
import dev.assay.datasets.models.budget.Estimate;
import dev.assay.datasets.models.budget.Estimation;
import dev.assay.datasets.models.budget.Pricing;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.records.ResponseTable;
import dev.assay.datasets.study.Reading;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.study.Writing;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * Step: the subjects answer the queries. A query that a subject has answered, here or elsewhere, is not asked again; what failed is tried again each time
 * the same is asked for.
 */
public final class Responding {

    public static final String STEP = RespondSpecification.STEP;

    /** Beside the calls under way: units whose answer is being stored, or that wait for their turn. */
    private static final int WORKERS_BESIDE_CALLS = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * What became of it.
     *
     * @param run its id
     * @param responses answers that the study has of all that were asked for, those from before included
     * @param failures units of the run that are failed now, by cause
     * @param state of the run
     * @param stopped why it stopped before its end
     */
    public record Result(
            String run, long responses, List<UnitTable.FailureGroup> failures, RunState state, Optional<RuntimeException> stopped) {

        /** The same, stopped by something that came afterwards. */
        public Result stoppedBy(RuntimeException reason) {
            return new Result(run, responses, failures, state, Optional.of(reason));
        }

        /** Units that are failed now. */
        public long failed() {
            return failures.stream().mapToLong(UnitTable.FailureGroup::units).sum();
        }
    }

    private final Study study;
    private final Clock clock;
    private final BiConsumer<Writing, String> begun;
    private final RunTable runs;

    public Responding(Study study, Clock clock) {
        this(study, clock, (writing, run) -> {});
    }

    /** @param begun stores more about a run, by its id, in the transaction in which it begins */
    public Responding(Study study, Clock clock, BiConsumer<Writing, String> begun) {
        this.study = study;
        this.clock = clock;
        this.begun = begun;
        this.runs = new RunTable(clock);
    }

    /**
     * Has what is missing answered.
     *
     * @param gateways makes the gateway for the run of this id, over the writer
     * @throws AssayException if there are no queries, or a subject has answered with other settings before
     */
    public Result run(
            RespondSpecification specification,
            BiFunction<String, CommitQueue, ? extends ModelGateway> gateways,
            Progress progress,
            Cancellation cancellation) {
        requireAnswerable(specification);
        long asked = asked(specification);
        long missing = Assignments.count(study, specification);
        Run run = study.write(writing -> begin(writing, specification));
        RunState state = RunState.INTERRUPTED;
        JobRunner.Outcome outcome;
        try (CommitQueue writer = new CommitQueue(study)) {
            Answering answering = new Answering(gateways.apply(run.id(), writer), run.id());
            List<JobRunner.Lane<Assignment>> lanes = specification.subjects().stream()
                    .map(subject -> new JobRunner.Lane<>(Assignments.of(study, specification, subject), workers(subject)))
                    .toList();
            outcome = new JobRunner(run.id(), writer, clock, PATIENCE)
                    .run(answering, lanes, new JobRunner.Extent("answering", asked - missing, asked), progress, cancellation);
            state = state(outcome, run, cancellation);
        } finally {
            leave(run, state);
        }
        long still = Assignments.count(study, specification);
        List<UnitTable.FailureGroup> failures = study.read(reading -> new UnitTable().failures(reading, run.id()));
        return new Result(run.id(), asked - still, failures, state, outcome.stopped());
    }

    /** Notes in the study that this is to be run when others have ended. Returns the id of the run. */
    public String queue(RespondSpecification specification) {
        return study.write(writing -> {
            Run run = runs.queue(writing, STEP, RespondSpecification.ENGINE, specification.toJson(), RespondSpecification.SEED);
            begun.accept(writing, run.id());
            return run.id();
        });
    }

    /**
     * What {@link #run} would take.
     *
     * @throws AssayException as {@link #run}
     */
    public Estimate estimate(RespondSpecification specification, Pricing pricing) {
        requireAnswerable(specification);
        return study.read(reading -> {
            Estimation estimation = new Estimation(reading, pricing, new BatchTable().waitingHashes(reading));
            for (ModelDefinition subject : specification.subjects()) {
                Assignments.of(study, specification, subject).forEachRemaining(assignment -> Answering.plan(assignment, estimation));
            }
            return estimation.total();
        });
    }

    private Run begin(Writing writing, RespondSpecification specification) {
        Run run = runs.begin(writing, STEP, RespondSpecification.ENGINE, specification.toJson(), RespondSpecification.SEED);
        begun.accept(writing, run.id());
        return run;
    }

    private RunState state(JobRunner.Outcome outcome, Run run, Cancellation cancellation) {
        if (cancellation.requested()) {
            return cancellation.stopsAs();
        }
        if (outcome.stopped().isPresent() || outcome.waiting() > 0) {
            return RunState.PAUSED;
        }
        UnitTable.Counts counts = counts(run);
        return counts.failed() == 0 ? RunState.DONE : counts.done() == 0 ? RunState.FAILED : RunState.PARTLY_DONE;
    }

    private UnitTable.Counts counts(Run run) {
        return study.read(reading -> new UnitTable().counts(reading, run.id()));
    }

    private void leave(Run run, RunState state) {
        study.change(writing -> runs.leave(writing, run.id(), state));
    }

    private static int workers(ModelDefinition subject) {
        return subject.limits().concurrency().orElse(ModelLimits.MOST_FOUND_BY_TRYING) + WORKERS_BESIDE_CALLS;
    }

    private long asked(RespondSpecification specification) {
        long queries = study.read(reading -> new QueryTable().count(reading));
        return Math.min(queries, specification.limit().orElse(Integer.MAX_VALUE)) * specification.subjects().size() * specification.replicates();
    }

    private void requireAnswerable(RespondSpecification specification) {
        study.read(reading -> {
            if (new QueryTable().count(reading) == 0) {
                throw new AssayException(study.file() + " holds no queries: import some first, or name another study with --study");
            }
            specification.subjects().forEach(subject -> requireSameAsBefore(reading, subject));
            return true;
        });
    }

    /** Answers of one subject that were given with different settings would be told apart by nobody. */
    private void requireSameAsBefore(Reading reading, ModelDefinition subject) {
        for (Run earlier : runs.ofStep(reading, STEP)) {
            earlier.spec().path("subjects").forEach(frozen -> {
                if (frozen.path("name").asText().equals(subject.name())
                        && !RespondSpecification.isSame(subject, frozen)
                        && new ResponseTable().count(reading, subject.name(), earlier.id()) > 0) {
                    throw new AssayException(subject.name() + " has answered with other settings before (run " + earlier.id()
                            + "): give the model with the new settings a name of its own with `models add`");
                }
            });
        }
    }
}
