package dev.assay.app.jobs;

import dev.assay.app.steps.ModelCalls;
import dev.assay.app.steps.ModelCalls.Limit;
import dev.assay.app.steps.ModelServices;
import dev.assay.app.steps.Money;
import dev.assay.app.steps.RespondSetup;
import dev.assay.app.workbench.Background;
import dev.assay.app.workbench.OpenStudy;
import dev.assay.app.workbench.OwnModels;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.Counted;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.budget.Estimate;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.records.ResponseTable;
import dev.assay.datasets.study.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is chosen before models answer, and what that comes to. All methods on the JavaFX thread. */
final class RespondModel {

    private static final Duration WHILE_TYPING = Duration.ofMillis(250);
    private static final int MOST_REPLICATES = 100;

    private final OpenStudy study;
    private final OwnModels person;
    private final List<ModelDefinition> models;
    private final Background.Latest planning;
    private final Background.Latest estimating;
    private final ObservableList<String> chosen = FXCollections.observableArrayList();
    private final StringProperty replicates = new SimpleStringProperty("1");
    private final StringProperty limit = new SimpleStringProperty("");
    private final StringProperty budget = new SimpleStringProperty("");
    private final StringProperty system = new SimpleStringProperty("");
    private final BooleanProperty batch = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper plan = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper estimate = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<StepSetup.Respond>> setup = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** @param models those of the person, with their prices; not empty */
    RespondModel(OpenStudy study, Background background, OwnModels person, List<ModelDefinition> models) {
        this.study = study;
        this.person = person;
        estimating = background.latest(WHILE_TYPING);
        this.models = List.copyOf(models);
        planning = background.latest(WHILE_TYPING);
        chosen.subscribe(this::check);
        replicates.subscribe((before, now) -> check());
        limit.subscribe((before, now) -> check());
        budget.subscribe((before, now) -> check());
        system.subscribe((before, now) -> check());
        batch.subscribe((before, now) -> check());
        check();
    }

    List<ModelDefinition> models() {
        return models;
    }

    /** Names of the models that are to answer. */
    ObservableList<String> chosen() {
        return chosen;
    }

    StringProperty replicates() {
        return replicates;
    }

    /** Empty for all queries. */
    StringProperty limit() {
        return limit;
    }

    /** Empty for no limit. */
    StringProperty budget() {
        return budget;
    }

    /** System prompt of the run; empty for what each model has. */
    StringProperty system() {
        return system;
    }

    /** Whether the calls are made as batches, at half the price and within a day. */
    BooleanProperty batch() {
        return batch;
    }

    /** What keeps it from being started, in one line; empty if nothing does. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** How many answers that means. */
    ReadOnlyStringProperty plan() {
        return plan.getReadOnlyProperty();
    }

    /** What it will take, as far as can be told before it is done. */
    ReadOnlyStringProperty estimate() {
        return estimate.getReadOnlyProperty();
    }

    /** Empty while there is a problem. */
    ReadOnlyObjectProperty<Optional<StepSetup.Respond>> setup() {
        return setup.getReadOnlyProperty();
    }

    private void check() {
        Optional<Integer> count = whole(replicates.get()).filter(number -> number <= MOST_REPLICATES);
        Optional<Integer> most = whole(limit.get());
        Optional<Double> money = amount(budget.get());
        String trouble = chosen.isEmpty()
                ? "Choose at least one model."
                : count.isEmpty()
                        ? "Answers per query: a whole number from 1 to " + MOST_REPLICATES + "."
                        : most.isEmpty() && !limit.get().isBlank()
                                ? "Queries: a whole number from 1 on, or empty for all."
                                : money.isEmpty() && !budget.get().isBlank() ? "Budget: an amount from 0 on, or empty for no limit." : unpriced(money);
        problem.set(trouble);
        if (!trouble.isEmpty()) {
            planning.cancel();
            estimating.cancel();
            plan.set("");
            estimate.set("");
            setup.set(Optional.empty());
            return;
        }
        ModelCalls calls = new ModelCalls(money.<Limit>map(Limit.Most::new).orElseGet(Limit.None::new), batch.get() ? ModelCalls.Way.BATCH : ModelCalls.Way.AT_ONCE);
        RespondSetup choices = new RespondSetup(
                List.copyOf(chosen), count.orElseThrow(), most, Optional.of(system.get().strip()).filter(text -> !text.isEmpty()));
        setup.set(Optional.of(new StepSetup.Respond(choices, calls)));
        planning.run(() -> study.read(reading -> Plan.of(reading, choices)), found -> plan.set(found.inWords()));
        estimating.run(() -> estimated(choices, calls), estimate::set, this::say);
    }

    private String estimated(RespondSetup choices, ModelCalls calls) {
        try (ModelServices services = person.services()) {
            return inWords(choices.estimate(study.study(), services, calls, study.clock()), calls.inBatches());
        }
    }

    private static String inWords(Estimate estimate, boolean inBatches) {
        if (estimate.calls() == 0) {
            return "";
        }
        String ledger = estimate.callsInLedger() == 0 ? "" : String.format(Locale.ROOT, ", %,d more from the ledger at no cost", estimate.callsInLedger());
        String waiting = estimate.callsWaiting() == 0 ? "" : String.format(Locale.ROOT, ", %s in batches", Counted.of(estimate.callsWaiting(), "more waits", "more wait"));
        Duration time = Duration.ofSeconds(Math.max(1, Math.round(estimate.seconds())));
        String took = inBatches ? "within " + time.toHours() + " h" : "about " + JobWords.duration(time);
        String cost = estimate.cost().map(amount -> "cost about " + Money.of(amount)).orElse("the cost is not known, as a price is missing");
        return String.format(
                Locale.ROOT, "%s%s%s; about %s in and %,d out; %s; %s.", Counted.of(estimate.callsToMake(), "call"), ledger, waiting, Counted.of(estimate.tokensIn(), "token"),
                estimate.tokensOut(), cost, took);
    }

    /** What would keep the run from beginning keeps it from being estimated. */
    private void say(Throwable failure) {
        estimate.set("");
        if (failure instanceof AssayException) {
            problem.set(String.valueOf(failure.getMessage()));
        } else {
            throw failure instanceof RuntimeException fault ? fault : new IllegalStateException(failure);
        }
    }

    private String unpriced(Optional<Double> money) {
        return money.isEmpty()
                ? ""
                : models.stream()
                        .filter(model -> chosen.contains(model.name()) && model.price().isEmpty())
                        .findFirst()
                        .map(model -> "A budget needs prices: give the price of " + model.name() + " in Models.")
                        .orElse("");
    }

    private static Optional<Integer> whole(String text) {
        try {
            return Optional.of(Integer.parseInt(text.strip().replace(",", ""))).filter(number -> number >= 1);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Double> amount(String text) {
        try {
            return Optional.of(Double.parseDouble(text.strip())).filter(number -> number >= 0 && !Double.isInfinite(number));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * What a choice means in this study.
     *
     * @param answers that are asked for
     * @param missing of them
     */
    private record Plan(long answers, long missing) {

        static Plan of(Reading reading, RespondSetup choices) {
            QueryTable queries = new QueryTable();
            int most = choices.limit().orElse(Integer.MAX_VALUE);
            String last = queries.idAt(reading, most).orElse("");
            long missing = 0;
            for (String subject : choices.subjects()) {
                for (int replicate = 0; replicate < choices.replicates(); replicate++) {
                    missing += new ResponseTable().countUnanswered(reading, subject, replicate, last);
                }
            }
            return new Plan((long) Math.min(queries.count(reading), most) * choices.subjects().size() * choices.replicates(), missing);
        }

        String inWords() {
            if (missing == 0) {
                return answers == 1 ? "The answer is in the study already." : String.format(Locale.ROOT, "All %,d answers are in the study already.", answers);
            }
            String there = missing == answers ? "" : " " + Counted.of(answers - missing, "is", "are") + " in the study already.";
            return Counted.of(missing, "answer is", "answers are") + " to be asked for." + there;
        }
    }
}
