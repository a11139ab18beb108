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
 * was not to be spoken to meanwhile, by the clock and in processor time; then the heap. Each view is measured when it is first shown, and once more.
 * Argument: the file of the study to make, or to use if it is there. It has no display unless {@code -Dassay.display=true} says so: the platform
 * without one copies the window pixel by pixel on the JavaFX thread, which no real one does. {@code -Dassay.stacks=true} prints where the thread was.
 */
final class WindowBenchmark {

    /** For so long the JavaFX thread may be busy with one thing. */
    private static final long LIMIT_MILLIS = 50;

    private static final String ROW = "%-34s %12s %16s %14s  %s";

    private final Settings settings = new Settings();
    private final Shell shell;
    private int notReached;

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
        if (!Boolean.getBoolean("assay.display")) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
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
        new Tour(shell).settle();
        print(ROW.formatted("view", "complete ms", "longest stop ms", "processor ms", "at most " + LIMIT_MILLIS + " ms"));
        step("open the study: overview", () -> shell.open(file));
        for (int round = 1; round <= 2; round++) {
            for (ViewId view : ViewId.values()) {
                step(view.title() + (round == 1 ? ", first" : ", again"), () -> go(Place.of(view)));
            }
        }
        step("queries: search", () -> go(Place.of(ViewId.QUERIES).with(Place.SEARCH, "python")));
        step("queries: another search", () -> go(Place.of(ViewId.QUERIES).with(Place.SEARCH, "sort")));
        go(Place.of(ViewId.RESPONSES));
        for (int i = 0; i < 3; i++) {
            step("responses: next query", () -> run("responses.next"));
        }
        step("responses: hide the names", () -> run("responses.blind"));
        step("responses: show the names", () -> run("responses.blind"));
        step("responses: a wider window", () -> shell.scene().getWindow().setWidth(1440));
        for (ViewId view : List.of(ViewId.RESPONSES, ViewId.PROFILES, ViewId.CATEGORIES, ViewId.QUERIES)) {
            go(Place.of(view));
            step(view.title() + ": dark theme", () -> run("look.dark"));
            step(view.title() + ": light theme", () -> run("look.light"));
            step(view.title() + ": larger text", () -> run("look.larger"));
            step(view.title() + ": usual text", () -> run("look.usual-size"));
        }
        step("queries: order by length", () -> run("queries.order.length"));
        step("palette: open", () -> run("view.palette"));
        print(notReached == 0 ? "reached in every row" : "not reached in rows: " + notReached);
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
            new Tour(shell).settle();
        });
        boolean reached = report.longestMillis() <= LIMIT_MILLIS;
        notReached += reached ? 0 : 1;
        print(ROW.formatted(
                name,
                (System.nanoTime() - begin) / 1_000_000,
                report.longestMillis(),
                report.longestWork().toMillis(),
                reached ? "reached" : "NOT reached"));
        if (Boolean.getBoolean("assay.stacks")) {
            List<String> stacks = report.busyWith();
            stacks.stream().limit(4).map(stack -> stack.lines().limit(40).reduce("", (a, b) -> a + "\n      " + b)).forEach(WindowBenchmark::print);
        }
    }

    private void run(String action) {
        shell.actions().run(action);
    }

    private void go(Place place) {
        Bench.onFx(() -> {
            shell.session().get().orElseThrow().history().go(place);
            return true;
        });
    }

    private static void print(String line) {
        System.out.println(String.format(Locale.ROOT, "%s", line));
    }
}
