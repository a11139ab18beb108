package dev.assay.app.shell;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.jobs.AnsweredStudy;
import dev.assay.app.jobs.StepSetup;
import dev.assay.app.jobs.StudySteps;
import dev.assay.app.platform.Picture;
import dev.assay.app.steps.ModelCalls;
import dev.assay.app.steps.ModelCalls.Limit;
import dev.assay.app.steps.RespondSetup;
import dev.assay.app.testing.Bench;
import dev.assay.app.testing.FixedModels;
import dev.assay.app.testing.Nameless;
import dev.assay.app.workbench.Action;
import dev.assay.app.workbench.Job;
import dev.assay.app.workbench.JobWork;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.Settings.Scheme;
import dev.assay.app.workbench.View;
import dev.assay.app.workbench.ViewId;
import dev.assay.app.workbench.Workbench;
import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.models.ModelLimits;
import dev.assay.datasets.models.budget.BudgetTable;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.ModelFault;
import dev.assay.datasets.testing.ModelServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The line at the bottom of the window, while something runs. */
class JobTrayTest {

    private static final int WIDTH = 980;
    private static final int HEIGHT = 240;
    private static final int QUERIES = 400;
    /** So many requests come through, then all wait. */
    private static final int LET_THROUGH = 40;

    @TempDir
    private Path folder;

    @Test
    void whileModelsAnswerItSaysWhatHasFailedAndWhatMayStillBeSpent() {
        CountDownLatch held = new CountDownLatch(1);
        try (ModelServer server = ModelServer.start().latency(Duration.ofMillis(40)).before((request, number) -> {
                    if (number > LET_THROUGH) {
                        awaitQuietly(held);
                    }
                    return number % 4 == 0 ? Optional.of(ModelFault.CONTEXT) : Optional.empty();
                });
                Study study = AnsweredStudy.of(folder.resolve("s.assay"), QUERIES);
                Bench bench = new Bench(study, new FixedModels(List.of(AnsweredStudy.model("alpha", server, "alpha")
                        .with(new ModelLimits(Optional.empty(), Optional.empty(), Optional.of(4))))))) {
            study.change(writing -> new BudgetTable().set(writing, BudgetTable.STUDY, 5));
            show(bench);
            StudySteps steps = Bench.onFx(() -> new StudySteps(bench.workbench().study(), bench.workbench().jobs(), bench.workbench().models()::services));
            Job job = Bench.onFx(() -> steps.start(new StepSetup.Respond(
                    new RespondSetup(List.of("alpha"), 1, Optional.empty(), Optional.empty()), new ModelCalls(new Limit.Most(2), ModelCalls.Way.AT_ONCE))));
            try {
                Awaitility.await().atMost(30, SECONDS).until(() -> server.requests() >= LET_THROUGH);
                Awaitility.await().atMost(30, SECONDS).until(() -> texts(bench).stream().anyMatch(text -> text.matches("\\d+ failed")));
                assertThat(Bench.onFx(() -> job.status().get().state())).isEqualTo(RunState.RUNNING);
                Awaitility.await().atMost(30, SECONDS).until(() -> texts(bench).stream().anyMatch(text -> text.matches("cost 0\\.\\d+ of 2\\.00")));
                assertThat(texts(bench)).anyMatch(text -> text.matches("Study: cost 0\\.\\d+ of 5\\.00"));
                assertThat(Bench.onFx(() -> Nameless.in(bench.robot().lookup(".job-tray").query()))).isEmpty();
                pictures(bench, "tray-running");
                assertThat(cutOff(bench)).isEmpty();
                bench.textSize(200);
                pictures(bench, "tray-running-200");
                assertThat(cutOff(bench)).as("at 200 %").isEmpty();
                bench.textSize(100);
                bench.settle();
                assertThat(texts(bench)).doesNotContain("stopping…");
                bench.robot().clickOn("Cancel");
                bench.settle();
                assertThat(texts(bench)).filteredOn("stopping…"::equals).as("in the line and in the list").hasSize(2);
                assertThat(Bench.<Boolean>onFx(() -> bench.robot().lookup("Cancel").queryAll().stream().allMatch(Node::isDisabled))).isTrue();
                assertThat(Bench.<Boolean>onFx(() -> bench.robot().lookup("Pause").queryAll().stream().allMatch(Node::isDisabled))).isTrue();
                pictures(bench, "tray-stopping");
            } finally {
                held.countDown();
            }
            Awaitility.await().atMost(60, SECONDS).until(() -> !Bench.<Boolean>onFx(job::isUnderWay));
            bench.settle();
            assertThat(texts(bench)).contains("cancelled").doesNotContain("stopping…");
            bench.robot().clickOn("Go on");
            Awaitility.await().atMost(60, SECONDS).until(() -> !Bench.<Boolean>onFx(job::isUnderWay));
            bench.settle();
            assertThat(texts(bench)).filteredOn(text -> text.matches("\\d+ failed")).as("once in the line, once in the list").hasSize(2);
            pictures(bench, "tray-ended");
        }
    }

    @Test
    void whatStandsBesideTheNumbersDoesNotMoveWithThem() {
        CountDownLatch next = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (Study study = AnsweredStudy.of(folder.resolve("s.assay"), 1);
                Bench bench = new Bench(study)) {
            show(bench);
            Bench.onFx(() -> bench.workbench().jobs().start("Judge", (progress, cancellation) -> {
                progress.failed(888);
                progress.update("judging", 888, 1_000);
                awaitQuietly(next);
                progress.failed(1);
                progress.update("judging again", 1, 1_000);
                awaitQuietly(end);
                return new JobWork.Outcome("", 0);
            }));
            Awaitility.await().atMost(30, SECONDS).until(() -> texts(bench).contains("888 failed"));
            bench.settle();
            double before = Bench.onFx(() -> left(labelled(bench, "judging")));
            next.countDown();
            Awaitility.await().atMost(30, SECONDS).until(() -> texts(bench).contains("1 failed"));
            bench.settle();
            assertThat(Bench.<Double>onFx(() -> left(labelled(bench, "judging again")))).isEqualTo(before);
            end.countDown();
        }
    }

    private static void show(Bench bench) {
        bench.show(TrayAlone::new, Place.of(ViewId.OVERVIEW), WIDTH, HEIGHT);
    }

    /** What is shown, but the message, which only gets the room that is left. */
    private static List<String> cutOff(Bench bench) {
        return Bench.onFx(() -> bench.robot().lookup(node -> node instanceof Labeled label && label.getText() != null && isShown(label)).queryAll().stream()
                .map(node -> (Labeled) node)
                .filter(label -> label.getScene().getWidth() < label.localToScene(label.getLayoutBounds()).getMaxX())
                .map(Labeled::getText)
                .toList());
    }

    private static List<String> texts(Bench bench) {
        return Bench.onFx(() -> bench.robot().lookup(node -> node instanceof Labeled label && label.getText() != null && isShown(label)).queryAll().stream()
                .map(node -> ((Labeled) node).getText())
                .toList());
    }

    private static Node labelled(Bench bench, String text) {
        return bench.robot().lookup(node -> node instanceof Labeled label && text.equals(label.getText()) && isShown(label)).query();
    }

    private static double left(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMinX();
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    /** Without waiting for the job that runs. */
    private static void pictures(Bench bench, String name) {
        for (Scheme scheme : List.of(Scheme.DARK, Scheme.LIGHT)) {
            Bench.onFx(() -> {
                bench.settings().scheme().set(scheme);
                return true;
            });
            bench.settle();
            Path file = Bench.screen(name + "-" + scheme.name().toLowerCase(Locale.ROOT));
            Picture.write(Bench.onFx(() -> Picture.of(bench.robot().lookup(".job-tray").query().getScene())), file);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The tray where the window has it, with the list of jobs open. */
    private static final class TrayAlone implements View {

        private final BorderPane root = new BorderPane();

        TrayAlone(Workbench workbench) {
            JobTray tray = new JobTray(workbench.jobs(), workbench.costs(), () -> {});
            tray.toggle();
            root.setBottom(tray);
        }

        @Override
        public Region node() {
            return root;
        }

        @Override
        public void show(Place place) {}

        @Override
        public List<Action> actions() {
            return List.of();
        }

        @Override
        public List<Node> regions() {
            return List.of(root);
        }
    }
}
