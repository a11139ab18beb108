package dev.assay.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.app.testing.Bench;
import dev.assay.app.testing.FixedModels;
import dev.assay.app.testing.FxWatchdog;
import dev.assay.app.testing.LargeStudy;
import dev.assay.app.testing.StudyOnFxThread;
import dev.assay.app.testing.Toolkit;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.Settings;
import dev.assay.app.workbench.ViewId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A study with many queries and 17 subjects does not hold the window up. Limits are of processor time, not of the clock, and several times what is
 * asked of a machine at rest: they find what is computed, read or built in one go on the JavaFX thread. {@link WindowBenchmark} measures by the clock.
 */
class LargeStudyWindowTest {

    private static final LargeStudy LARGE = new LargeStudy(3_000, 17, 200);

    /** While a view is shown for the first time the virtual machine also loads and interprets its code. */
    private static final Duration FIRST = Duration.ofMillis(500);

    private static final Duration AGAIN = Duration.ofMillis(250);

    @TempDir
    private Path folder;

    @Test
    void noViewOfALargeStudyHoldsTheJavaFxThreadUp() {
        Path file = folder.resolve("large.assay");
        LARGE.make(file, Clock.systemUTC());
        Toolkit.start();
        List<String> errors = new ArrayList<>();
        Shell shell = Bench.onFx(() -> open(errors));
        try (StudyOnFxThread misuse = new StudyOnFxThread()) {
            holdsUpLessThan(FIRST, "opening", shell, () -> shell.open(file));
            await().until(() -> Bench.onFx(() -> shell.session().get().isPresent()));
            for (Duration limit : List.of(FIRST, AGAIN)) {
                for (ViewId view : ViewId.values()) {
                    holdsUpLessThan(limit, view.title(), shell, () -> go(shell, Place.of(view)));
                }
            }
            Place queries = Place.of(ViewId.QUERIES);
            holdsUpLessThan(AGAIN, "searching", shell, () -> go(shell, queries.with(Place.SEARCH, "python")));
            assertThat(errors).isEmpty();
            assertThat(misuse.calls()).as("reads and changes of the study on the JavaFX thread").isEmpty();
        } finally {
            Bench.onFx(() -> {
                shell.close();
                shell.scene().getWindow().hide();
                return true;
            });
        }
    }

    private static Shell open(List<String> errors) {
        Settings settings = new Settings();
        settings.scheme().set(Settings.Scheme.LIGHT);
        Stage stage = new Stage();
        Shell shell = new Shell(
                stage, settings, Clock.systemUTC(), new Shell.Parts(Views::new, Optional.of(new SilentDialogs(errors)), new FixedModels(List.of())));
        stage.setWidth(980);
        stage.setHeight(900);
        stage.show();
        return shell;
    }

    private static void go(Shell shell, Place place) {
        shell.session().get().orElseThrow().history().go(place);
    }

    private static void holdsUpLessThan(Duration limit, String what, Shell shell, Runnable work) {
        FxWatchdog.Report report = FxWatchdog.during(() -> {
            Bench.onFx(() -> {
                work.run();
                return true;
            });
            new Tour(shell).settle();
        });
        assertThat(report.longestWork()).as("processor time of the JavaFX thread in one go: %s", what).isLessThan(limit);
    }
}
