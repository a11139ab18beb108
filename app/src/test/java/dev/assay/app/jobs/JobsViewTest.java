package dev.assay.app.jobs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.steps.ModelCalls;
import dev.assay.app.steps.ModelCalls.Limit;
import dev.assay.app.steps.RespondSetup;
import dev.assay.app.testing.Bench;
import dev.assay.app.testing.FixedModels;
import dev.assay.app.testing.SampleStudies;
import dev.assay.app.workbench.Job;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.ViewId;
import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelLimits;
import dev.assay.datasets.models.batches.Batch;
import dev.assay.datasets.models.batches.BatchTable;
import dev.assay.datasets.records.ResponseTable;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.BatchEndpoints;
import dev.assay.datasets.testing.Clocks;
import dev.assay.datasets.testing.ModelFault;
import dev.assay.datasets.testing.ModelServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models answer on a server of this computer, and the view shows what becomes of it. */
class JobsViewTest {

    private static final int WIDTH = 980;
    private static final int HEIGHT = 700;

    @TempDir
    Path folder;

    @Test
    void byMouseWhatFailedIsLookedAtAndTriedAgain() {
        AtomicBoolean isMended = new AtomicBoolean();
        try (ModelServer server = ModelServer.start().before((request, number) ->
                        !isMended.get() && number % 4 == 0 ? Optional.of(ModelFault.CONTEXT) : Optional.empty());
                Study study = AnsweredStudy.of(folder.resolve("s.assay"), 40);
                Bench bench = new Bench(study, new FixedModels(List.of(AnsweredStudy.model("alpha", server, "alpha"))))) {
            StudySteps steps = steps(bench);
            JobsView view = show(bench, steps);
            start(steps, "alpha");
            assertThat(ended(bench).state()).isEqualTo(RunState.PARTLY_DONE);
            again(bench, view);

            bench.robot().clickOn("partly done");
            bench.settle();
            assertThat(texts(bench)).contains("10 × context too long", "The prompt is longer than the model can read.", "The reply begins");
            assertThat(texts(bench)).anyMatch(text -> text.contains("context_length_exceeded"));
            bench.pictures("jobs-failed");

            bench.robot().clickOn(Bench.<Labeled>onFx(() -> link(bench)));
            assertThat(bench.visited().getLast().view()).isEqualTo(ViewId.QUERIES);
            assertThat(bench.visited().getLast().parameter(Place.QUERY)).isPresent();

            int before = server.requests();
            isMended.set(true);
            bench.robot().clickOn("Retry what failed");
            assertThat(ended(bench).state()).isEqualTo(RunState.DONE);
            again(bench, view);
            assertThat(server.requests() - before).as("only what failed is asked again").isEqualTo(10);
            assertThat(study.<Integer>read(new ResponseTable()::count)).isEqualTo(40);
            assertThat(texts(bench)).noneMatch(text -> text.contains("context too long"));
            bench.pictures("jobs-done");
        }
    }

    @Test
    void byKeyboardAJobIsPausedAndGoneOnWith() {
        try (ModelServer server = ModelServer.start().latency(Duration.ofMillis(60));
                Study study = AnsweredStudy.of(folder.resolve("s.assay"), 400);
                Bench bench = new Bench(study, new FixedModels(List.of(limited(AnsweredStudy.model("alpha", server, "alpha")))))) {
            StudySteps steps = steps(bench);
            JobsView view = show(bench, steps);
            Job job = start(steps, "alpha");
            Awaitility.await().atMost(30, SECONDS).until(() -> Bench.<Boolean>onFx(() -> view.model().items().getFirst().row().get().spent().calls() > 8));
            Bench.onFx(() -> {
                view.grid().enter();
                return true;
            });
            bench.robot().type(KeyCode.HOME);
            JobRow row = Bench.onFx(() -> view.model().chosen().get().orElseThrow());
            assertThat(row.state()).isEqualTo(RunState.RUNNING);
            assertThat(row.total()).isEqualTo(400);
            assertThat(row.spent().cost()).as("cost while it runs").isPositive();
            bench.robot().type(KeyCode.P);
            Awaitility.await().atMost(30, SECONDS).until(() -> Bench.onFx(() -> job.status().get().state()) == RunState.PAUSED);
            int asked = server.requests();
            again(bench, view);
            bench.pictures("jobs-paused");
            bench.robot().type(KeyCode.G);
            assertThat(ended(bench).state()).isEqualTo(RunState.DONE);
            again(bench, view);
            assertThat(asked).isLessThan(400);
            assertThat(server.repeats()).as("what was answered is not asked again").isZero();
            assertThat(study.<Integer>read(new ResponseTable()::count)).isEqualTo(400);
        }
    }

    @Test
    void theStudysBudgetIsSetWhereItsCostIsShown() {
        try (ModelServer server = ModelServer.start();
                Study study = AnsweredStudy.of(folder.resolve("s.assay"), 3);
                Bench bench = new Bench(study, new FixedModels(List.of(AnsweredStudy.model("alpha", server, "alpha"))))) {
            StudySteps steps = steps(bench);
            JobsView view = show(bench, steps);
            bench.dialogs().enter("much");
            bench.robot().clickOn("Study budget: none");
            bench.settle();
            assertThat(bench.dialogs().said()).anyMatch(said -> said.contains("'much' is no amount of money"));

            bench.dialogs().enter("0");
            bench.robot().clickOn("Study budget: none");
            Awaitility.await().atMost(30, SECONDS).until(() -> texts(bench).contains("Study budget: 0.00"));
            start(steps, "alpha");
            assertThat(ended(bench).state()).isEqualTo(RunState.PAUSED);
            assertThat(server.requests()).isZero();
            again(bench, view);
            bench.robot().clickOn("paused");
            bench.settle();
            assertThat(texts(bench)).anyMatch(text -> text.contains("the budget of the study is used up") && text.contains("higher budget in Jobs, and go on"));
            bench.pictures("jobs-study-budget");

            bench.dialogs().enter("");
            bench.robot().clickOn("Study budget: 0.00");
            Awaitility.await().atMost(30, SECONDS).until(() -> texts(bench).contains("Study budget: none"));
            bench.robot().clickOn("Go on");
            assertThat(ended(bench).state()).isEqualTo(RunState.DONE);
        }
    }

    @Test
    void whileABatchIsWaitedForOtherStepsRunAndACancelReachesTheService() {
        try (ModelServer server = ModelServer.start();
                Study study = AnsweredStudy.of(folder.resolve("s.assay"), 12);
                Bench bench = new Bench(study, new FixedModels(List.of(
                        AnsweredStudy.model("alpha", server, "alpha"), AnsweredStudy.model("beta", server, "beta"))))) {
            BatchEndpoints endpoints = BatchEndpoints.on(server, 1).looksUntilDone(Integer.MAX_VALUE);
            StudySteps steps = steps(bench);
            JobsView view = show(bench, steps);
            Job batch = Bench.onFx(() -> steps.start(respond(ModelCalls.Way.BATCH, "alpha")));
            Awaitility.await().atMost(30, SECONDS).until(() -> endpoints.batches() == 1);

            assertThat(Bench.<Job>onFx(() -> steps.start(respond(ModelCalls.Way.AT_ONCE, "alpha")))).as("one job for one run").isSameAs(batch);
            start(steps, "beta");
            assertThat(ended(bench).state()).isEqualTo(RunState.DONE);
            assertThat(Bench.<RunState>onFx(() -> batch.status().get().state())).isEqualTo(RunState.RUNNING);
            assertThat(study.<Integer>read(new ResponseTable()::count)).isEqualTo(12);

            again(bench, view);
            bench.robot().clickOn("running");
            bench.settle();
            bench.pictures("jobs-batch-waiting");
            bench.robot().clickOn("Cancel");
            Awaitility.await().atMost(30, SECONDS).until(() -> !Bench.<Boolean>onFx(batch::isUnderWay));
            assertThat(Bench.<Job.Status>onFx(() -> batch.status().get())).as("%s", Bench.<Job.Status>onFx(() -> batch.status().get()))
                    .extracting(Job.Status::state).isEqualTo(RunState.CANCELLED);
            assertThat(endpoints.cancelled()).isEqualTo(1);
            assertThat(runState(study, steps, batch)).isEqualTo(RunState.CANCELLED);
            assertThat(study.<List<Batch>>read(new BatchTable()::all)).as("what was made by then is taken in when the job goes on")
                    .singleElement().extracting(Batch::message).isEqualTo("the service is asked to stop");
        }
    }

    @Test
    void noLimitTakesAnOlderLimitOfTheRunAway() {
        try (ModelServer server = ModelServer.start();
                Study study = AnsweredStudy.of(folder.resolve("s.assay"), 3);
                Bench bench = new Bench(study, new FixedModels(List.of(AnsweredStudy.model("alpha", server, "alpha"))))) {
            StudySteps steps = steps(bench);
            RespondSetup choices = new RespondSetup(List.of("alpha"), 1, Optional.empty(), Optional.empty());
            Bench.onFx(() -> steps.start(new StepSetup.Respond(choices, new ModelCalls(new Limit.Most(0), ModelCalls.Way.AT_ONCE))));
            assertThat(ended(bench).state()).isEqualTo(RunState.PAUSED);
            Bench.onFx(() -> steps.start(new StepSetup.Respond(choices, new ModelCalls(new Limit.None(), ModelCalls.Way.AT_ONCE))));
            assertThat(ended(bench).state()).isEqualTo(RunState.DONE);
        }
    }

    @Test
    void whatWaitsForAnotherJobIsQueuedInTheStudyAndOneRowOfTheList() {
        try (ModelServer server = ModelServer.start().latency(Duration.ofMillis(100));
                Study study = AnsweredStudy.of(folder.resolve("s.assay"), 2_000);
                Bench bench = new Bench(study, new FixedModels(List.of(
                        limited(AnsweredStudy.model("alpha", server, "alpha")), AnsweredStudy.model("beta", server, "beta"))))) {
            StudySteps steps = steps(bench);
            JobsView view = show(bench, steps);
            Job first = start(steps, "alpha");
            Job queued = start(steps, "beta");
            Awaitility.await().atMost(30, SECONDS).until(() -> Bench.<Optional<String>>onFx(() -> steps.runOf(queued)).isPresent());
            assertThat(runState(study, steps, queued)).isEqualTo(RunState.QUEUED);
            Bench.onFx(() -> {
                view.show(Place.of(ViewId.JOBS));
                return true;
            });
            // It never settles while a job runs.
            Awaitility.await().atMost(30, SECONDS).until(() -> what(view).containsAll(List.of("alpha", "beta")));
            assertThat(what(view)).doesNotHaveDuplicates();
            Bench.onFx(() -> {
                queued.cancel();
                return true;
            });
            Awaitility.await().atMost(30, SECONDS).until(() -> Bench.onFx(() -> queued.status().get().state()) == RunState.CANCELLED);
            assertThat(runState(study, steps, queued)).isEqualTo(RunState.CANCELLED);
            Bench.onFx(() -> {
                first.cancel();
                return true;
            });
            Awaitility.await().atMost(30, SECONDS).until(() -> !Bench.<Boolean>onFx(first::isUnderWay));
        }
    }

    @Test
    void aPausedBatchIsPausedAfterARestartTooAndGivenUpFromTheView() {
        try (ModelServer server = ModelServer.start();
                Study study = AnsweredStudy.of(folder.resolve("s.assay"), 12)) {
            FixedModels models = new FixedModels(List.of(AnsweredStudy.model("alpha", server, "alpha")));
            BatchEndpoints endpoints = BatchEndpoints.on(server, 1).looksUntilDone(Integer.MAX_VALUE);
            try (Bench bench = new Bench(study, models)) {
                StudySteps steps = steps(bench);
                show(bench, steps);
                Job batch = Bench.onFx(() -> steps.start(respond(ModelCalls.Way.BATCH, "alpha")));
                Awaitility.await().atMost(30, SECONDS).until(() -> endpoints.batches() == 1);
                Bench.onFx(() -> {
                    batch.pause();
                    return true;
                });
                Awaitility.await().atMost(30, SECONDS).until(() -> Bench.onFx(() -> batch.status().get().state()) == RunState.PAUSED);
                assertThat(endpoints.cancelled()).isZero();
            }
            try (Bench bench = new Bench(study, models)) {
                StudySteps steps = steps(bench);
                JobsView view = show(bench, steps);
                bench.robot().clickOn("paused");
                bench.settle();
                JobRow row = Bench.onFx(() -> view.model().chosen().get().orElseThrow());
                assertThat(StepSetup.of(row.run().orElseThrow())).contains(respond(ModelCalls.Way.BATCH, "alpha"));
                assertThat(texts(bench)).contains("Give up batches…");
                bench.pictures("jobs-batch-paused");
                endpoints.looksUntilDone(1).ending("completed", 0.5);
                bench.robot().clickOn("Give up batches…");
                assertThat(ended(bench).state()).isEqualTo(RunState.DONE);
                assertThat(endpoints.cancelled()).isEqualTo(1);
                again(bench, view);
                assertThat(texts(bench)).doesNotContain("Give up batches…").anyMatch(text -> text.startsWith("cancelled · 0 waiting, 6 done, 6 failed"));
            }
        }
    }

    @Test
    void aRefusedKeyIsSaidInOneLineWithWhatToDo() {
        try (ModelServer server = ModelServer.start().requireKey("another");
                Study study = AnsweredStudy.of(folder.resolve("s.assay"), 3);
                Bench bench = new Bench(study, new FixedModels(List.of(AnsweredStudy.model("alpha", server, "alpha"))))) {
            StudySteps steps = steps(bench);
            JobsView view = show(bench, steps);
            start(steps, "alpha");
            assertThat(ended(bench).state()).isEqualTo(RunState.PAUSED);
            again(bench, view);
            bench.robot().clickOn("paused");
            bench.settle();
            assertThat(texts(bench)).anyMatch(text -> text.startsWith("alpha: the service refuses the key") && text.contains("check the key"));
            bench.pictures("jobs-key-refused");
        }
    }

    @Test
    void pictures() {
        try (Study study = Study.create(folder.resolve("empty.assay"), Clocks.fixed());
                Bench bench = new Bench(study)) {
            show(bench, steps(bench));
            bench.pictures("jobs-empty");
        }
        List<String> names = SampleStudies.SEVENTEEN.subList(0, 12);
        try (ModelServer server = ModelServer.start();
                Study study = Study.open(SampleStudies.demo(folder.resolve("demo")), Clocks.fixed())) {
            List<ModelDefinition> models = new ArrayList<>();
            List<String> faults = List.of("", "+cut_json@0.2", "+filtered@0.1", "+refuse@0.1", "+empty@0.15", "+context@0.1");
            for (int i = 0; i < names.size(); i++) {
                String model = "judge" + faults.get(i % faults.size());
                models.add(i % 3 == 2 ? AnsweredStudy.withoutPrice(names.get(i), server, model) : AnsweredStudy.model(names.get(i), server, model));
            }
            try (Bench bench = new Bench(study, new FixedModels(models))) {
                StudySteps steps = steps(bench);
                JobsView view = show(bench, steps);
                start(steps, names.toArray(String[]::new));
                ended(bench);
                again(bench, view);
                bench.pictures("jobs-full");
                bench.robot().clickOn("partly done");
                bench.settle();
                bench.pictures("jobs-full-details");
                bench.textSize(200);
                bench.pictures("jobs-200");
            }
        }
    }

    @Test
    void theSetUpIsFilledByKeyboardAndStarted() {
        try (ModelServer server = ModelServer.start();
                Study study = AnsweredStudy.of(folder.resolve("s.assay"), 5);
                Bench bench = new Bench(study, new FixedModels(List.of(
                        AnsweredStudy.model("alpha", server, "alpha"), AnsweredStudy.withoutPrice("通义千问-72B-对话模型-增强版", server, "judge"))))) {
            StudySteps steps = steps(bench);
            show(bench, steps);
            Bench.onFx(() -> {
                RespondPane.open(bench.workbench(), steps::start);
                return true;
            });
            bench.settle();
            bench.pictures("respond-setup");
            bench.robot().clickOn("alpha");
            bench.robot().type(KeyCode.TAB, 2);
            bench.robot().write("2");
            bench.robot().type(KeyCode.TAB).write("3").type(KeyCode.TAB).write("x");
            bench.settle();
            assertThat(texts(bench)).contains("Budget: an amount from 0 on, or empty for no limit.");
            bench.robot().type(KeyCode.BACK_SPACE);
            bench.settle();
            assertThat(texts(bench)).contains("6 answers are to be asked for.");
            bench.pictures("respond-filled");
            bench.robot().type(KeyCode.TAB).write("Be brief.");
            bench.pictures("respond-prompted");
            // Out of the text, and over the choice of batches.
            bench.robot().press(KeyCode.CONTROL).type(KeyCode.TAB).release(KeyCode.CONTROL).type(KeyCode.TAB).type(KeyCode.SPACE);
            assertThat(ended(bench).state()).isEqualTo(RunState.DONE);
            assertThat(study.<Integer>read(new ResponseTable()::count)).isEqualTo(6);
            assertThat(server.last().json().at("/messages/0/content").asText()).isEqualTo("Be brief.");
        }
    }

    private static ModelDefinition limited(ModelDefinition model) {
        return model.with(new ModelLimits(Optional.empty(), Optional.empty(), Optional.of(4)));
    }

    private static StudySteps steps(Bench bench) {
        return new StudySteps(bench.workbench().study(), bench.workbench().jobs(), bench.workbench().models()::services);
    }

    private static JobsView show(Bench bench, StudySteps steps) {
        return bench.show(workbench -> new JobsView(workbench, steps), Place.of(ViewId.JOBS), WIDTH, HEIGHT);
    }

    private static List<String> what(JobsView view) {
        return Bench.onFx(() -> view.model().items().stream().map(item -> item.row().get().what()).toList());
    }

    private static StepSetup respond(ModelCalls.Way way, String name) {
        return new StepSetup.Respond(new RespondSetup(List.of(name), 1, Optional.empty(), Optional.empty()), new ModelCalls(new Limit.AsBefore(), way));
    }

    private static RunState runState(Study study, StudySteps steps, Job job) {
        String run = Bench.<Optional<String>>onFx(() -> steps.runOf(job)).orElseThrow();
        return study.read(reading -> new RunTable(Clocks.fixed()).find(reading, run)).orElseThrow().state();
    }

    private static Job start(StudySteps steps, String... names) {
        return Bench.onFx(() -> steps.start(new StepSetup.Respond(new RespondSetup(List.of(names), 1, Optional.empty(), Optional.empty()), ModelCalls.usual())));
    }

    private static Job.Status ended(Bench bench) {
        Job job = Bench.onFx(() -> bench.workbench().jobs().all().getFirst());
        Awaitility.await().atMost(60, SECONDS).until(() -> !Bench.<Boolean>onFx(job::isUnderWay));
        bench.settle();
        return Bench.onFx(() -> job.status().get());
    }

    private static void again(Bench bench, JobsView view) {
        Bench.onFx(() -> {
            view.show(Place.of(ViewId.JOBS));
            return true;
        });
        bench.settle();
    }

    private static Labeled link(Bench bench) {
        return bench.robot().lookup(node -> node instanceof Hyperlink link && link.getText().startsWith("Query ")).query();
    }

    private static List<String> texts(Bench bench) {
        return Bench.onFx(() -> bench.robot().lookup(node -> node instanceof Labeled && node.isVisible()).queryAll().stream()
                .map(node -> ((Labeled) node).getText())
                .filter(text -> text != null)
                .toList());
    }
}
