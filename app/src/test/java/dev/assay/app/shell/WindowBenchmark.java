package dev.assay.app.shell;

import dev.assay.app.models.KeptModels;
import dev.assay.app.platform.PersonalModels;
import dev.assay.app.testing.Bench;
import dev.assay.app.testing.FxWatchdog;
import dev.assay.app.testing.LargeStudy;
import dev.assay.app.testing.LargeStudyBenchmark;
import dev.assay.app.testing.Toolkit;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.Settings;
import dev.assay.app.workbench.Settings.Scheme;
import dev.assay.app.workbench.ViewId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.Stage;

/**
 * The window with a study of 50,000 queries and 17 subjects: how long until each view shows all that it shows, and for how long the JavaFX thread
 * was not to be spoken to meanwhile; then the heap. Each view is measured when it is first shown, and once more. Argument: the file of the study to
 * make, or to use if it is there.
 */
final class WindowBenchmark {

    private final Settings settings = new Settings();
    private final Shell shell;

    private WindowBenchmark() {
        settings.scheme().set(Scheme.LIGHT);
        shell = Bench.onFx(() -> {
            Stage stage = new Stage();
            Shell opened = new Shell(stage, settings, Clock.systemUTC(), new Shell.Parts(Views::new, Optional.of(new SilentDialogs(new ArrayList<>())), new KeptModels(PersonalModels.of(System.getenv(), System.getProperties(), Clock.systemUTC()))));
            stage.setWidth(980);
            stage.setHeight(900);
            stage.show();
            return opened;
        });
    }

    public static void main(String[] arguments) throws IOException {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Path folder = Files.createTempDirectory("assay-window");
        Path file = arguments.length > 0 ? Path.of(arguments[0]) : folder.resolve("large.assay");
        if (!Files.exists(file)) {
            LargeStudy.TARGET.make(file, Clock.systemUTC());
        }
        Toolkit.start();
        new WindowBenchmark().measure(file);
        LargeStudyBenchmark.main(new String[] {file.toString()});
        try (var files = Files.list(folder)) {
            for (Path each : files.toList()) {
                Files.delete(each);
            }
        }
        Files.delete(folder);
        System.exit(0);
    }

    private void measure(Path file) {
        print("%-34s %12s %26s".formatted("view", "complete ms", "longest FX thread ms"));
        step("open the study: overview", () -> shell.open(file));
        for (int round = 1; round <= 2; round++) {
            for (ViewId view : ViewId.values()) {
                String name = view.title() + (round == 1 ? ", first" : ", again");
                step(name, () -> shell.session().get().orElseThrow().history().go(Place.of(view)));
            }
        }
        step("queries: search", () -> shell.session().get().orElseThrow().history().go(Place.of(ViewId.QUERIES).with(Place.SEARCH, "python")));
        step("queries: another search", () -> shell.session().get().orElseThrow().history().go(Place.of(ViewId.QUERIES).with(Place.SEARCH, "sort")));
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        print("heap after collection: %d MiB, of at most %d MiB".formatted((runtime.totalMemory() - runtime.freeMemory()) >> 20, runtime.maxMemory() >> 20));
        Bench.onFx(() -> {
            shell.close();
            return true;
        });
    }

    private void step(String name, Runnable work) {
        long begin = System.nanoTime();
        FxWatchdog.Report report = FxWatchdog.during(() -> {
            Bench.onFx(() -> {
                work.run();
                return true;
            });
            settle();
        });
        print("%-34s %12.0f %26d".formatted(name, (System.nanoTime() - begin) / 1e6, report.longestMillis()));
        if (Boolean.getBoolean("assay.stacks")) {
            List<String> stacks = report.busyWith();
            stacks.stream().limit(4).map(stack -> stack.lines().limit(40).reduce("", (a, b) -> a + "\n      " + b)).forEach(WindowBenchmark::print);
        }
    }

    private void settle() {
        int quiet = 0;
        while (quiet < 3) {
            Bench.onFx(() -> true);
            quiet = shell.idle() ? quiet + 1 : 0;
        }
    }

    private static void print(String line) {
        System.out.println(String.format(Locale.ROOT, "%s", line));
    }
}
