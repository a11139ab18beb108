package dev.assay.app.jobs;

import dev.assay.app.workbench.Background;
import dev.assay.app.workbench.Costs;
import dev.assay.app.workbench.Job;
import dev.assay.app.workbench.Jobs;
import dev.assay.app.workbench.OpenStudy;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.models.ledger.Spending;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/**
 * What the view Jobs shows: every run of the study, and the jobs of this window that have none yet. Numbers of what runs come from the job, ten times a
 * second at most, and what it has cost from {@link Costs}; the study is read in the background. All methods on the JavaFX thread.
 */
final class JobsModel {

    /** Which of them are listed. */
    enum Shown {
        ALL("All"),
        UNFINISHED("Unfinished"),
        FAILURES("With failures");

        private final String title;

        Shown(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        private boolean takes(JobRow row) {
            return switch (this) {
                case ALL -> true;
                case UNFINISHED -> row.isUnfinished();
                case FAILURES -> row.failed() > 0;
            };
        }
    }

    private final OpenStudy study;
    private final Background background;
    private final Jobs jobs;
    private final StudySteps steps;
    private final Costs costs;
    private final Background.Latest reading;
    private final Background.Latest detailing;
    private final ObservableList<JobItem> items = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<JobRow>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<JobDetails>> details = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Costs.Spent> spent = new ReadOnlyObjectWrapper<>(Costs.Spent.NOTHING);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Shown> shown = new SimpleObjectProperty<>(Shown.ALL);
    private final Map<Job, String> keys = new HashMap<>();
    private final Set<Job> watched = new HashSet<>();
    private final InvalidationListener jobsChanged = changed -> watch();
    private Subscription following = Subscription.EMPTY;
    private List<RunEntry> entries = List.of();
    private Optional<String> chosenKey = Optional.empty();
    private Optional<String> detailed = Optional.empty();
    private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper();

    JobsModel(OpenStudy study, Background background, Jobs jobs, StudySteps steps, Costs costs) {
        this.study = study;
        this.background = background;
        this.jobs = jobs;
        this.steps = steps;
        this.costs = costs;
        reading = background.latest(Duration.ZERO);
        detailing = background.latest(Duration.ZERO);
        jobs.all().addListener(jobsChanged);
        following = following.and(costs.spent().subscribe((before, now) -> tick(now)));
        following = following.and(shown.subscribe((before, now) -> list()));
        watch();
    }

    /** The newest first; jobs that have no run yet before all runs. */
    ObservableList<JobItem> items() {
        return items;
    }

    ObjectProperty<Shown> shown() {
        return shown;
    }

    /** By the whole study, and the most that it may be. */
    ReadOnlyObjectProperty<Costs.Spent> spent() {
        return spent.getReadOnlyProperty();
    }

    /** Why the last budget could not be set, in one line; empty if it could. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<JobRow>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** Of what is chosen, as soon as they are read; empty for a job without a run. */
    ReadOnlyObjectProperty<Optional<JobDetails>> details() {
        return details.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty loading() {
        return reading.busy();
    }

    /** Whether it is known what runs there are. */
    ReadOnlyBooleanProperty read() {
        return read.getReadOnlyProperty();
    }

    boolean writable() {
        return study.writable();
    }

    /** Reads the runs. */
    void show() {
        costs.look();
        List<RunEntry> before = entries;
        reading.run(() -> study.read(now -> RunEntry.all(now, study.clock(), before)), this::take);
    }

    void choose(Optional<String> key) {
        chosenKey = key;
        list();
    }

    // ---- what can be done with what is chosen ----

    void goOn() {
        chosen.get().filter(row -> row.canGoOn(writable())).ifPresent(row -> row.run().ifPresentOrElse(steps::goOn, () -> row.job().ifPresent(jobs::goOn)));
    }

    void pause() {
        chosen.get().flatMap(JobRow::job).filter(Job::isUnderWay).ifPresent(Job::pause);
    }

    /**
     * Changes the most that the chosen run may cost, and goes on with it.
     *
     * @param amount as it is typed; empty for no limit
     */
    void budget(String amount) {
        chosen.get().filter(row -> row.canGoOn(writable())).flatMap(JobRow::run).ifPresent(run -> background.run(
                () -> {
                    Budgets.setOfRun(study, run, amount);
                    return run;
                },
                set -> {
                    problem.set("");
                    study.changed();
                    steps.goOn(set);
                },
                this::say));
    }

    /**
     * Changes the most that all runs of the study together may cost; what runs keeps to the budget with which it was begun.
     *
     * @param amount as it is typed; empty for no limit
     */
    void studyBudget(String amount) {
        background.run(
                () -> {
                    Budgets.setOfStudy(study, amount);
                    return true;
                },
                set -> {
                    problem.set("");
                    study.changed();
                },
                this::say);
    }

    private void say(Throwable failure) {
        if (!(failure instanceof AssayException)) {
            throw failure instanceof RuntimeException fault ? fault : new IllegalStateException(failure);
        }
        problem.set("");
        problem.set(String.valueOf(failure.getMessage()));
    }

    void cancel() {
        chosen.get().flatMap(JobRow::job).filter(Job::isUnderWay).ifPresent(Job::cancel);
    }

    /** Gives up the batches of the chosen run that are not at their end. */
    void giveUpBatches() {
        chosen.get().filter(row -> writable() && !row.isUnderWay()).flatMap(JobRow::run).ifPresent(steps::giveUpBatches);
    }

    void close() {
        jobs.all().removeListener(jobsChanged);
        following.unsubscribe();
    }

    // ---- what happens ----

    private void take(List<RunEntry> now) {
        entries = now;
        detailed = Optional.empty();
        list();
        read.set(true);
    }

    private void watch() {
        watched.retainAll(jobs.all());
        keys.keySet().retainAll(jobs.all());
        for (Job job : jobs.all()) {
            if (watched.add(job)) {
                job.status().subscribe((before, now) -> list());
            }
        }
        list();
    }

    private void tick(Costs.Spent now) {
        boolean isNew = now.running().isPresent()
                && entries.stream().noneMatch(entry -> entry.run().id().equals(now.running().get()) && entry.run().state() == RunState.RUNNING);
        if (isNew) {
            show();
            return;
        }
        list();
        List<RunEntry> before = entries;
        if (!reading.busy().get() && before.stream().anyMatch(entry -> entry.run().state() == RunState.RUNNING)) {
            reading.run(() -> study.read(live -> before.stream().map(entry -> entry.again(live)).toList()), this::take);
        }
    }

    private void list() {
        Costs.Spent now = costs.spent().get();
        spent.set(now);
        List<JobRow> rows = rows(now).stream().filter(shown.get()::takes).toList();
        Map<String, JobItem> known = items.stream().collect(Collectors.toMap(JobItem::key, Function.identity()));
        List<JobItem> next = new ArrayList<>();
        for (JobRow row : rows) {
            JobItem item = known.get(row.key());
            if (item == null) {
                item = new JobItem(row);
            } else {
                item.show(row);
            }
            next.add(item);
        }
        if (!next.equals(items)) {
            items.setAll(next);
        }
        Optional<JobRow> row = rows.stream().filter(each -> chosenKey.filter(each.key()::equals).isPresent()).findFirst();
        chosen.set(row);
        detail(row);
    }

    private void detail(Optional<JobRow> row) {
        Optional<String> run = row.flatMap(JobRow::run).map(each -> each.id());
        if (run.isEmpty()) {
            detailed = Optional.empty();
            detailing.cancel();
            details.set(Optional.empty());
        } else if (!run.equals(detailed)) {
            detailed = run;
            detailing.run(() -> study.read(now -> JobDetails.of(now, row.get().run().orElseThrow())), found -> details.set(Optional.of(found)));
        }
    }

    private List<JobRow> rows(Costs.Spent now) {
        List<JobRow> rows = new ArrayList<>();
        Set<Job> placed = new HashSet<>();
        List<JobRow> ofRuns = new ArrayList<>();
        for (RunEntry entry : entries) {
            Optional<Job> job = jobOf(entry.run());
            job.ifPresent(placed::add);
            ofRuns.add(row(entry, job, now));
        }
        for (Job job : jobs.all()) {
            boolean isSeen = placed.contains(job) || steps.runOf(job).filter(run -> entries.stream().anyMatch(entry -> entry.run().id().equals(run))).isPresent();
            if (!isSeen && (job.isUnderWay() || job.status().get().state() == RunState.FAILED)) {
                rows.add(row(job));
            }
        }
        rows.addAll(ofRuns);
        return rows;
    }

    /** The study has one writer, and jobs take turns: what runs in the study and is not known to be another's is the job that runs here. */
    private Optional<Job> jobOf(Run run) {
        Optional<Job> known = steps.jobOf(run.id());
        if (run.state() != RunState.RUNNING || known.filter(Job::isUnderWay).isPresent()) {
            return known;
        }
        return jobs.all().stream()
                .filter(job -> job.status().get().state() == RunState.RUNNING && steps.setupOf(job).isPresent() && steps.runOf(job).isEmpty())
                .findFirst()
                .or(() -> known);
    }

    private JobRow row(RunEntry entry, Optional<Job> job, Costs.Spent now) {
        Optional<Job.Status> live = job.filter(Job::isUnderWay).map(each -> each.status().get());
        Instant end = entry.run().finishedAt().orElseGet(() -> study.clock().instant());
        boolean isTimed = entry.run().finishedAt().isPresent() || entry.run().state() == RunState.RUNNING;
        Optional<Duration> took = isTimed ? Optional.of(Duration.between(entry.run().startedAt(), end)) : Optional.empty();
        RunState state = live.map(Job.Status::state).orElse(entry.run().state());
        return new JobRow(
                entry.run().id(), RunWords.step(entry.run()), RunWords.what(entry.run()), state, live.flatMap(Job.Status::stopping),
                live.filter(status -> status.total() >= 0).map(Job.Status::done).orElse(entry.units().done()),
                live.filter(status -> status.total() >= 0).map(Job.Status::failed).orElse(entry.units().failed()),
                live.filter(status -> status.total() >= 0).map(Job.Status::total).orElse(entry.units().total()), live.flatMap(Job.Status::left),
                Optional.of(entry.run().startedAt()), took, now.of(entry.run().id()), message(state, job),
                Optional.of(entry.run()), job);
    }

    /** What became of a run that is over stands in its numbers. */
    private static String message(RunState state, Optional<Job> job) {
        return switch (state) {
            case QUEUED, RUNNING, DONE, PARTLY_DONE -> "";
            case PAUSED, INTERRUPTED, FAILED, CANCELLED -> job.map(each -> each.status().get().message()).orElse("");
        };
    }

    private JobRow row(Job job) {
        Job.Status status = job.status().get();
        String key = Objects.requireNonNull(keys.computeIfAbsent(job, each -> "job " + (keys.size() + 1) + " " + System.identityHashCode(each)));
        return new JobRow(
                key, job.name(), "", status.state(), status.stopping(), status.done(), status.failed(), status.total(), status.left(), Optional.empty(), Optional.empty(),
                Spending.NOTHING, status.message(), Optional.empty(), Optional.of(job));
    }
}
