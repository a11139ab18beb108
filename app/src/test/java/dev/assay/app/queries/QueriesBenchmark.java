package dev.assay.app.queries;

import dev.assay.app.listing.LengthRange;
import dev.assay.app.listing.Order;
import dev.assay.app.listing.QueryPlace;
import dev.assay.app.testing.Bench;
import dev.assay.app.testing.FxWatchdog;
import dev.assay.app.testing.LargeStudy;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.ViewId;
import dev.assay.datasets.study.Study;
import dev.assay.judges.profiles.ProfileLoader;
import dev.assay.taxonomy.tree.NodePath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import javafx.animation.AnimationTimer;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/**
 * Times the view of queries on a study of 50,000 queries and 17 subjects: first rows, searches and filters, steps of scrolling, and the longest time
 * that the JavaFX thread answered nobody. Argument: the file of the study; made if it is not there.
 */
public final class QueriesBenchmark {

    private static final int STEPS = 300;

    private final Bench bench;
    private @Nullable QueriesView shown;

    private QueriesBenchmark(Bench bench) {
        this.bench = bench;
    }

    public static void main(String[] arguments) {
        Path file = Path.of(arguments[0]);
        if (!Files.exists(file)) {
            LargeStudy.TARGET.make(file, Clock.systemUTC());
        }
        try (Study study = Study.open(file, Clock.systemUTC())) {
            for (int round = 1; round <= 2; round++) {
                print("round " + round);
                try (Bench bench = new Bench(study)) {
                    new QueriesBenchmark(bench).measure(study);
                }
            }
        }
        Runtime.getRuntime().exit(0);
    }

    private void measure(Study study) {
        watched("show the view", () -> {
            long begin = System.nanoTime();
            shown = bench.show(QueriesView::new, Place.of(ViewId.QUERIES), 980, 900);
            print("  settled, with all counts         %7.0f ms".formatted((System.nanoTime() - begin) / 1e6));
        });
        for (String words : new String[] {"pyth", "python sort", "a", "排序", "C++", "zzz"}) {
            change("search " + words, list -> list.withSearch(words));
        }
        change("no search", list -> list.withSearch(""));
        change("longest first", list -> list.withOrder(Order.usual()).withLength(new LengthRange(500, 2_000)));
        change("a branch", list -> list.withLength(LengthRange.any()).withNodes(List.of(NodePath.of("coding"))));
        change("untagged", list -> list.withTagged(QueryPlace.Tagged.UNTAGGED));
        String run = new ProfileLoader().latestRun(study).id();
        change("behind a number", list -> QueryPlace.of(
                Place.of(ViewId.QUERIES).with(Place.SUBJECT, "model-03").with(Place.RUN, run)));
        change("all again", list -> QueryPlace.all());
        watched("scroll by three rows", () -> scroll(3 * 28));
        watched("scroll by 25 rows", () -> scroll(25 * 28));
        watched("run through the rows, details beside", this::runThrough);
    }

    private void change(String what, UnaryOperator<QueryPlace> change) {
        watched(what, () -> {
            CompletableFuture<Long> arrived = new CompletableFuture<>();
            long begin = System.nanoTime();
            Bench.onFx(() -> {
                view().model().ask(change);
                view().model().busy().addListener((any, before, now) -> arrived.complete(System.nanoTime()));
                return true;
            });
            long millis = (arrived.join() - begin) / 1_000_000;
            Bench.onFx(() -> true);
            print("  %-32s %7d ms to rows, %,d found".formatted(what, millis, Bench.<Integer>onFx(() -> view().grid().getItems().size())));
            bench.settle();
        });
    }

    private void scroll(double pixels) {
        double[] times = new double[STEPS];
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        Bench.onFx(() -> {
            VirtualFlow<?> flow = (VirtualFlow<?>) view().grid().lookup(".virtual-flow");
            AtomicLong last = new AtomicLong();
            new AnimationTimer() {
                private int step = -1;
                private double moved;

                @Override
                public void handle(long now) {
                    long begin = System.nanoTime();
                    if (step >= 0 && step < STEPS) {
                        times[step] = (begin - last.get()) / 1e6;
                    }
                    last.set(begin);
                    step++;
                    if (step >= STEPS) {
                        stop();
                        done.complete(moved > 0);
                        return;
                    }
                    moved += flow.scrollPixels(pixels);
                }
            }.start();
            return true;
        });
        if (!done.join()) {
            throw new AssertionError("the list did not scroll");
        }
        Arrays.sort(times);
        print("  %d steps: from pulse to pulse median %.1f, 95 %% %.1f, longest %.1f ms"
                .formatted(STEPS, times[STEPS / 2], times[STEPS * 95 / 100], times[STEPS - 1]));
        bench.settle();
    }

    private void runThrough() {
        for (int i = 0; i < 100; i++) {
            int place = 100 + i;
            Bench.onFx(() -> {
                view().grid().getSelectionModel().clearAndSelect(place);
                view().grid().scrollTo(place - 5);
                return true;
            });
        }
        bench.settle();
    }

    private QueriesView view() {
        return Objects.requireNonNull(shown);
    }

    private static void watched(String what, Runnable task) {
        FxWatchdog.Report report = FxWatchdog.during(task);
        print("%-36s JavaFX thread busy at most %d ms, of which %d ms of its own work"
                .formatted(what, report.longest().toMillis(), report.longestWork().toMillis()));
        report.busyWith().stream().limit(2).forEach(stack -> print("      " + summary(stack)));
    }

    private static String summary(String stack) {
        return stack.lines().filter(line -> line.contains("dev.assay") || line.contains("javafx.scene")).limit(6).toList().toString();
    }

    private static void print(String line) {
        System.out.println(String.format(Locale.ROOT, "%s", line));
    }
}
