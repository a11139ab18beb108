package dev.assay.app.overview;

import dev.assay.app.figures.LoadedProfiles;
import dev.assay.app.jobs.StepSetup;
import dev.assay.app.jobs.StudySteps;
import dev.assay.app.overview.PipelineStep.Running;
import dev.assay.app.steps.Pc2Setup;
import dev.assay.app.workbench.Background;
import dev.assay.app.workbench.Job;
import dev.assay.app.workbench.Jobs;
import dev.assay.app.workbench.OpenStudy;
import dev.assay.datasets.edits.EditHistory;
import dev.assay.datasets.edits.StudyTitle;
import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.records.ResponseTable;
import dev.assay.judges.Judgment;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * What the view Overview shows. Counts come first, then coverage and runs, then the leaderboard, which takes the longest. All methods on the
 * JavaFX thread.
 */
final class OverviewModel {

    /** As many runs as are shown before all are asked for. */
    static final int FEW_RUNS = 6;

    private final OpenStudy study;
    private final LoadedProfiles profiles;
    private final Background background;
    private final Jobs jobs;
    private final StudySteps steps;
    private final Background.Latest counting;
    private final Background.Latest covering;
    private final Background.Latest listing;
    private final Background.Latest ranking;
    private final InvalidationListener jobsChanged = anything -> watchJobs();
    private final Set<Job> watched = new HashSet<>();

    private final ReadOnlyObjectWrapper<Optional<Glance>> glance = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Coverage>> coverage = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<RunLine>> runs = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Standings>> standings = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<PipelineStep>> pipeline = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<NextStep>> next = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper ranked = new ReadOnlyBooleanWrapper();
    private final BooleanProperty allRuns = new SimpleBooleanProperty();
    private long shownVersion = -1;

    OverviewModel(OpenStudy study, LoadedProfiles profiles, Background background, Jobs jobs, StudySteps steps) {
        this.study = study;
        this.profiles = profiles;
        this.background = background;
        this.jobs = jobs;
        this.steps = steps;
        counting = background.latest(Duration.ZERO);
        covering = background.latest(Duration.ZERO);
        listing = background.latest(Duration.ZERO);
        ranking = background.latest(Duration.ZERO);
        jobs.all().addListener(jobsChanged);
        allRuns.subscribe((before, now) -> list());
        watchJobs();
    }

    /** Empty until it is counted. */
    ReadOnlyObjectProperty<Optional<Glance>> glance() {
        return glance.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Coverage>> coverage() {
        return coverage.getReadOnlyProperty();
    }

    /** The latest first. */
    ReadOnlyObjectProperty<List<RunLine>> runs() {
        return runs.getReadOnlyProperty();
    }

    /** Whether all runs are listed, or the latest alone. */
    BooleanProperty allRuns() {
        return allRuns;
    }

    /** Empty until there are any. */
    ReadOnlyObjectProperty<Optional<Standings>> standings() {
        return standings.getReadOnlyProperty();
    }

    /** Whether it is known if there are standings. */
    ReadOnlyBooleanProperty ranked() {
        return ranked.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<PipelineStep>> pipeline() {
        return pipeline.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<NextStep>> next() {
        return next.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty loading() {
        return counting.busy();
    }

    /** Reads the study if it has changed since it was last read. */
    void show() {
        if (shownVersion != study.version().get()) {
            shownVersion = study.version().get();
            counting.run(() -> Glance.of(study), this::counted);
        }
    }

    private void counted(Glance now) {
        glance.set(Optional.of(now));
        describe();
        covering.run(() -> study.read(Coverage::of), found -> coverage.set(Optional.of(found)));
        list();
        rank(now);
    }

    private void list() {
        glance.get().ifPresent(now -> {
            int most = allRuns.get() ? now.runs().size() : FEW_RUNS;
            listing.run(() -> RunLine.of(study, now.runs(), most), runs::set);
        });
    }

    /** Of the latest run of judging that has ended; of one under way only if it is the first. */
    private void rank(Glance now) {
        long version = shownVersion;
        ranking.run(
                () -> now.runs().stream()
                        .filter(run -> run.step().equals(Judgment.STEP))
                        .sorted((a, b) -> Boolean.compare(isFinished(b.state()), isFinished(a.state())))
                        .flatMap(run -> Standings.of(study, profiles, version, run).stream())
                        .findFirst(),
                found -> {
                    ranked.set(true);
                    standings.set(found);
                });
    }

    private static boolean isFinished(RunState state) {
        return state == RunState.DONE || state == RunState.PARTLY_DONE;
    }

    private void watchJobs() {
        for (Job job : jobs.all()) {
            if (watched.add(job)) {
                job.status().subscribe(status -> describe());
            }
        }
        describe();
    }

    private void describe() {
        Optional<Job> running = jobs.all().stream().filter(Job::isUnderWay).reduce((later, earlier) -> earlier);
        glance.get().ifPresent(now -> {
            pipeline.set(PipelineStep.of(now, running.flatMap(this::running)));
            next.set(Optional.of(NextStep.of(now, running.map(Job::name))));
        });
    }

    private Optional<Running> running(Job job) {
        return steps.setupOf(job).map(setup -> new Running(StepWork.of(setup), job.status().get().fraction()));
    }

    /** Counts who has answered how many queries, which the set-up of judging needs. */
    void answered(Consumer<Map<String, Integer>> then) {
        background.run(() -> study.<Map<String, Integer>>read(new ResponseTable()::answered), then);
    }

    void tag() {
        start(new StepSetup.Tag());
    }

    void judge(Pc2Setup setup) {
        start(new StepSetup.Judge(setup));
    }

    void start(StepSetup setup) {
        steps.start(setup);
    }

    /** Goes on with a run, or tries again what failed in it. */
    void goOn(RunLine line) {
        steps.goOn(line.run());
    }

    /** Goes on with the latest run of judging. */
    void goOn() {
        glance.get().flatMap(Glance::judged).ifPresent(judged -> steps.goOn(judged.run()));
    }

    /** Goes on with the latest run of answering. */
    void goOnAnswering() {
        glance.get().flatMap(Glance::answering).ifPresent(answering -> steps.goOn(answering.run()));
    }

    /** Gives the study a title; can be undone. */
    void rename(String title) {
        background.run(
                () -> {
                    new EditHistory(study.study(), study.clock()).perform(study.read(reading -> StudyTitle.edit(reading, title)));
                    return true;
                },
                done -> study.changed());
    }

    void close() {
        jobs.all().removeListener(jobsChanged);
    }
}
