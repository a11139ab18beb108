package dev.assay.app.jobs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.app.jobs.JobsModel.Shown;
import dev.assay.app.testing.FixedModels;
import dev.assay.app.testing.JudgedStudy;
import dev.assay.app.workbench.Background;
import dev.assay.app.workbench.Costs;
import dev.assay.app.workbench.Job;
import dev.assay.app.workbench.JobWork;
import dev.assay.app.workbench.Jobs;
import dev.assay.app.workbench.OpenStudy;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.edits.Edit;
import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a window: what was done in the study, and what is done now. */
class JobsModelTest {

    private final List<Throwable> faults = new ArrayList<>();
    private Study study;
    private OpenStudy open;
    private Jobs jobs;
    private JobsModel model;
    private String judged;
    private String cancelled;

    /** A tagging, a judging of which 30 of 480 answers failed, another one that was cancelled. */
    @BeforeEach
    void open(@TempDir Path folder) {
        study = JudgedStudy.small(
                folder.resolve("s.assay"), (query, subject) -> subject == 0 && query % 4 == 0 ? OptionalDouble.empty() : OptionalDouble.of(3));
        judged = study.read(reading -> new RunTable(Clocks.fixed()).all(reading)).stream().filter(run -> run.step().equals("judge")).findFirst().orElseThrow().id();
        cancelled = study.write(writing -> {
            RunTable runs = new RunTable(Clocks.fixed());
            String id = runs.begin(writing, "tag", "local", JsonNodeFactory.instance.objectNode(), 7).id();
            runs.end(writing, id, RunState.CANCELLED);
            return id;
        });
        Background background = Background.immediate();
        open = new OpenStudy(study, Clocks.fixed());
        jobs = new Jobs(background, System::nanoTime, open::changed, faults::add);
        StudySteps steps = new StudySteps(open, jobs, new FixedModels(List.of())::services);
        model = new JobsModel(open, background, jobs, steps, new Costs(open, background, jobs));
    }

    @AfterEach
    void close() {
        model.close();
        jobs.close();
        study.close();
        assertThat(faults).isEmpty();
    }

    private List<String> keys() {
        return model.items().stream().map(JobItem::key).toList();
    }

    @Test
    void nothingIsKnownBeforeTheStudyIsRead() {
        assertThat(model.read().get()).isFalse();
        assertThat(model.items()).isEmpty();
        model.show();
        assertThat(model.read().get()).isTrue();
        assertThat(keys()).hasSize(3).contains(judged, cancelled);
        assertThat(model.spent().get().study().calls()).as("no language model was asked").isZero();
    }

    @Test
    void whatFailedIsCountedAndCanBeListedAlone() {
        model.show();
        model.shown().set(Shown.FAILURES);
        assertThat(model.items()).singleElement().satisfies(item -> {
            assertThat(item.key()).isEqualTo(judged);
            assertThat(item.row().get()).returns(450L, JobRow::done).returns(30L, JobRow::failed).returns(480L, JobRow::total);
        });
        model.shown().set(Shown.UNFINISHED);
        assertThat(keys()).contains(cancelled).doesNotContain(judged);
    }

    @Test
    void aRunThatIsChosenShowsItsDetailsUntilItIsFilteredOut() {
        model.show();
        model.choose(Optional.of(judged));
        assertThat(model.chosen().get()).map(JobRow::key).contains(judged);
        assertThat(model.details().get()).isPresent();
        model.shown().set(Shown.UNFINISHED);
        assertThat(model.chosen().get()).isEmpty();
        assertThat(model.details().get()).isEmpty();
        model.shown().set(Shown.ALL);
        assertThat(model.chosen().get()).as("it was only filtered out").map(JobRow::key).contains(judged);
    }

    @Test
    void aCancelledRunCanBeGoneOnWithAndADoneOneCannot() {
        model.show();
        model.choose(Optional.of(cancelled));
        assertThat(model.chosen().get().orElseThrow().canGoOn(model.writable())).isTrue();
        assertThat(model.chosen().get().orElseThrow().canGoOn(false)).as("in a study that is only read").isFalse();
        model.choose(Optional.of(judged));
        assertThat(model.chosen().get().orElseThrow().canGoOn(model.writable())).isFalse();
        model.goOn();
        assertThat(jobs.all()).isEmpty();
    }

    @Test
    void aJobThatFailedWithoutARunStandsFirstWithItsReason() {
        model.show();
        Job job = jobs.start("Import of q.csv", (progress, cancellation) -> {
            throw new AssayException("q.csv has no column of texts");
        });
        Awaitility.await().atMost(30, SECONDS).until(() -> !job.isUnderWay());
        jobs.close();
        model.show();
        assertThat(model.items()).hasSize(4);
        assertThat(model.items().getFirst().row().get())
                .returns("Import of q.csv", JobRow::step)
                .returns(RunState.FAILED, JobRow::state)
                .returns("q.csv has no column of texts", JobRow::message);
    }

    @Test
    void aJobThatWasCancelledIsStoppingUntilItHasStopped() {
        model.show();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch stored = new CountDownLatch(1);
        Job job = jobs.start("Import of q.csv", (progress, cancellation) -> {
            begun.countDown();
            awaitQuietly(stored);
            return new JobWork.Outcome("", 0);
        });
        // From here on nothing but this thread tells the model anything.
        awaitQuietly(begun);
        model.choose(Optional.of(keys().getFirst()));
        model.cancel();
        assertThat(model.chosen().get().orElseThrow())
                .returns(Optional.of(RunState.CANCELLED), JobRow::stopping)
                .returns(false, JobRow::canPause)
                .returns(false, JobRow::canCancel);
        stored.countDown();
        Awaitility.await().atMost(30, SECONDS).until(() -> !job.isUnderWay());
    }

    @Test
    void theStudysBudgetIsUndoneAndTheViewShowsItAtOnce() {
        model.show();
        model.studyBudget("5");
        assertThat(model.spent().get().budget()).contains(5.0);
        model.studyBudget("2.5");
        open.edits().undo();
        open.changed();
        assertThat(model.spent().get().budget()).contains(5.0);
        assertThat(open.edits().undoable()).contains("set the budget of the study to 5.00");
        model.studyBudget("much");
        assertThat(model.problem().get()).contains("no amount of money");
    }

    @Test
    void aRunsBudgetIsUndoneToo() {
        model.show();
        model.choose(Optional.of(cancelled));
        model.budget("1");
        Awaitility.await().atMost(60, SECONDS).until(() -> jobs.all().stream().noneMatch(Job::isUnderWay));
        model.show();
        assertThat(model.details().get().orElseThrow().budget()).contains(1.0);
        assertThat(open.edits().undo()).map(Edit::description).hasValueSatisfying(said -> assertThat(said).startsWith("set the budget of the run “").endsWith("” to 1.00"));
        open.changed();
        model.show();
        assertThat(model.details().get().orElseThrow().budget()).isEmpty();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void afterTheEndItHearsNothing() {
        model.show();
        model.close();
        model.shown().set(Shown.FAILURES);
        assertThat(model.items()).hasSize(3);
    }
}
