package dev.assay.app.jobs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.testing.Bench;
import dev.assay.app.workbench.Job;
import dev.assay.app.workbench.JobWork;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.ViewId;
import dev.assay.datasets.study.Study;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The view Jobs between the asking to stop and the stop. */
class StoppingJobTest {

    @Test
    void theListAndTheDetailsSayThatItIsStopping(@TempDir Path folder) {
        CountDownLatch stored = new CountDownLatch(1);
        try (Study study = AnsweredStudy.of(folder.resolve("s.assay"), 3);
                Bench bench = new Bench(study)) {
            StudySteps steps = new StudySteps(bench.workbench().study(), bench.workbench().jobs(), bench.workbench().models()::services);
            bench.show(workbench -> new JobsView(workbench, steps), Place.of(ViewId.JOBS), 980, 400);
            Job job = Bench.onFx(() -> bench.workbench().jobs().start("Import of q.csv", (progress, cancellation) -> {
                progress.update("reading", 40, 100);
                awaitQuietly(stored);
                return new JobWork.Outcome("", 0);
            }));
            Awaitility.await().atMost(30, SECONDS).until(() -> has(bench, "running"));
            bench.robot().clickOn("running");
            bench.settle();
            bench.robot().clickOn("Pause");
            bench.settle();
            assertThat(has(bench, "pausing…")).isTrue();
            assertThat(has(bench, "Import of q.csv, pausing…")).isTrue();
            assertThat(isDisabled(bench, "Pause")).isTrue();
            assertThat(isDisabled(bench, "Cancel")).as("what pauses may yet be given up").isFalse();
            bench.robot().clickOn("Cancel");
            bench.settle();
            assertThat(has(bench, "stopping…")).isTrue();
            assertThat(isDisabled(bench, "Cancel")).isTrue();
            bench.pictures("jobs-stopping");
            stored.countDown();
            Awaitility.await().atMost(30, SECONDS).until(() -> !Bench.<Boolean>onFx(job::isUnderWay));
        } finally {
            stored.countDown();
        }
    }

    private static boolean has(Bench bench, String text) {
        return Bench.onFx(() -> !bench.robot().lookup(node -> node instanceof Labeled label && node.isVisible() && text.equals(label.getText())).queryAll().isEmpty());
    }

    private static boolean isDisabled(Bench bench, String button) {
        return Bench.onFx(() -> bench.robot().lookup(button).queryAll().stream().allMatch(Node::isDisabled));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
