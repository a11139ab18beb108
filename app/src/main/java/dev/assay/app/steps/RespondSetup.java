package dev.assay.app.steps;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.datasets.Counted;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.jobs.UnitTable;
import dev.assay.datasets.models.batches.Batch;
import dev.assay.datasets.models.batches.BatchState;
import dev.assay.datasets.models.batches.BatchTable;
import dev.assay.datasets.models.budget.BudgetTable;
import dev.assay.datasets.models.budget.Estimate;
import dev.assay.datasets.models.budget.Pricing;
import dev.assay.datasets.models.ledger.CallTable;
import dev.assay.datasets.models.ledger.Spending;
import dev.assay.datasets.responding.RespondSpecification;
import dev.assay.datasets.responding.Responding;
import dev.assay.datasets.study.Reading;
import dev.assay.datasets.study.Study;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What someone chooses before subjects answer the queries.
 *
 * @param subjects names of models
 * @param replicates answers to each query by each subject
 * @param limit only so many queries; empty for all
 * @param system put before every conversation, instead of what the models have; empty for what each model has
 */
public record RespondSetup(List<String> subjects, int replicates, Optional<Integer> limit, Optional<String> system) {

    public RespondSetup {
        subjects = List.copyOf(subjects);
    }

    /**
     * What became of it.
     *
     * @param spent by this call of the step
     * @param fromLedger replies that were in the study already, those of units that were done before included
     * @param waiting calls of the run in batches that are not back
     */
    public record Outcome(Responding.Result result, Spending spent, long fromLedger, Waiting waiting) {

        public String summary() {
            String text = String.format(Locale.ROOT, "run %s: %s, %,d failed; %s, %,d from the ledger, %s",
                    result.run(), Counted.of(result.responses(), "response"), result.failed(), Counted.of(spent.calls(), "call"), fromLedger, Money.inWords(spent));
            for (UnitTable.FailureGroup group : result.failures()) {
                text += String.format("%n  failed: %s, %s; for example %s", Counted.of(group.units(), "unit"), group.detail(), group.example());
            }
            return text + next();
        }

        private String next() {
            if (waiting.byHand() > 0) {
                return "; " + Counted.of(waiting.byHand(), "call waits", "calls wait") + " to be carried by hand: write the files with `export batch --format jsonl --out DIR`,"
                        + " have the service make them, take in what it brings with `import batch-results FILE`, then the same command goes on"
                        + " (`batch release` gives up)";
            }
            if (!result.state().isStopped()) {
                return "";
            }
            return waiting.atServices() == 0
                    ? "; stopped, the same command goes on"
                    : "; stopped, while " + Counted.of(waiting.atServices(), "call goes", "calls go") + " on in batches at the service: `resume` takes in what they bring, `batch cancel`"
                            + " ends them";
        }
    }

    /**
     * Calls whose results are still to come.
     *
     * @param atServices which services make, and bill
     * @param byHand which a person carries
     */
    public record Waiting(long atServices, long byHand) {}

    /** What a run was begun with: the same again goes on with it. Empty if it is no run of this step. */
    public static Optional<RespondSetup> of(Run run) {
        if (!run.step().equals(Responding.STEP)) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        run.spec().path("subjects").forEach(subject -> names.add(subject.path("name").asText()));
        Optional<Integer> limit = run.spec().has("limit") ? Optional.of(run.spec().path("limit").asInt()) : Optional.empty();
        Optional<String> system = Optional.ofNullable(run.spec().get("system")).map(JsonNode::asText);
        return Optional.of(new RespondSetup(names, run.spec().path("replicates").asInt(1), limit, system));
    }

    /** @throws dev.assay.datasets.AssayException if there is no such model, or the numbers make no sense */
    public RespondSpecification specification(ModelServices services) {
        return new RespondSpecification(subjects.stream().map(services::model).toList(), replicates, limit, system);
    }

    /** @throws dev.assay.datasets.AssayException if a model of the run is not there any more, or was changed since */
    public static void requireAsFrozen(Run run, ModelServices services) {
        RespondSpecification frozen = RespondSpecification.from(run.spec(), services.models());
        assert frozen.runId().equals(run.id());
    }

    /** What it would take; nothing is asked. */
    public Estimate estimate(Study study, ModelServices services, ModelCalls calls, Clock clock) {
        return new Responding(study, clock).estimate(specification(services), calls.inBatches() ? Pricing.BATCH : Pricing.NORMAL);
    }

    private static void limit(Study study, String run, ModelCalls.Limit budget) {
        switch (budget) {
            case ModelCalls.Limit.AsBefore() -> {
                // It stands in the study.
            }
            case ModelCalls.Limit.None() -> study.change(writing -> new BudgetTable().remove(writing, run));
            case ModelCalls.Limit.Most(double amount) -> study.change(writing -> new BudgetTable().set(writing, run, amount));
        }
    }

    /** Has answered what is not answered yet. */
    public Outcome run(Study study, ModelServices services, ModelCalls calls, Clock clock, Progress progress, Cancellation cancellation) {
        RespondSpecification specification = specification(services);
        String run = specification.runId();
        Spending before = study.read(reading -> new CallTable().spent(reading, run));
        long replied = study.read(reading -> new CallTable().replies(reading, run));
        limit(study, run, calls.budget());
        ModelRun models = new ModelRun(study, run, services, calls.way(), cancellation);
        RunTable runs = new RunTable(clock);
        Responding responding = responding(study, calls, clock);
        Responding.Result result = models.run(gateways -> responding.run(specification, gateways, progress, cancellation), progress);
        Spending spent = study.read(reading -> new CallTable().spent(reading, run)).minus(before);
        return new Outcome(result, spent, models.served() + replied, study.read(reading -> waiting(reading, runs, run)));
    }

    /** Notes in the study that it is to be done when other steps have ended. Returns the id of its run. */
    public String queue(Study study, ModelServices services, ModelCalls calls, Clock clock) {
        return responding(study, calls, clock).queue(specification(services));
    }

    private static Responding responding(Study study, ModelCalls calls, Clock clock) {
        RunTable runs = new RunTable(clock);
        return new Responding(study, clock, (writing, id) -> calls.way().keep(writing, id, runs));
    }

    private static Waiting waiting(Reading reading, RunTable runs, String run) {
        BatchTable batches = new BatchTable();
        boolean isByHand = runs.find(reading, run).map(ModelCalls.Way::of).filter(ModelCalls.Way.BATCH_BY_HAND::equals).isPresent();
        long atServices = 0;
        long byHand = 0;
        for (Batch batch : batches.unfinished(reading, run)) {
            long calls = batches.counts(reading, batch.id()).waiting();
            if (batch.remoteFile().isPresent()) {
                atServices += calls;
            } else if (batch.state() == BatchState.BY_HAND || isByHand) {
                // What was collected to be carried is carried, whether its file is written yet or not.
                byHand += calls;
            }
        }
        return new Waiting(atServices, byHand);
    }

}
