package dev.assay.app.testing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javafx.application.Platform;

/**
 * Measures for how long the JavaFX thread answers nobody: every two milliseconds it is asked for a sign of life, and what it does while one is late
 * is noted. On a machine that is busy with other things signs are late too, so a limit is to be set with that in mind.
 */
public final class FxWatchdog implements AutoCloseable {

    private static final long EVERY_NANOS = 2_000_000;
    private static final long LATE_NANOS = 40_000_000;

    /** How JavaFX names them. */
    private static final String WAITS_FOR_PAINTING = "waitForRenderingToComplete";

    private static final String PAINTING = "QuantumRenderer";

    /**
     * What was seen.
     *
     * @param longest for how long the thread gave no sign of life
     * @param longestWork how much processor time it used within such a time: what it would have taken on a machine that does nothing else
     * @param busyWith where the thread was each time that it was late, one stack each, the innermost call first
     */
    public record Report(Duration longest, Duration longestWork, List<String> busyWith) {

        public long longestMillis() {
            return longest.toMillis();
        }
    }

    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("watchdog").factory());
    private final Thread fx = Bench.onFx(Thread::currentThread);
    private final ThreadMXBean processor = ManagementFactory.getThreadMXBean();
    private final AtomicLong askedAt = new AtomicLong();
    private final AtomicLong longestWork = new AtomicLong();
    private final AtomicLong longest = new AtomicLong();
    private final List<String> busyWith = new ArrayList<>();
    private long notedFor;

    private FxWatchdog() {
        var watching = watch.scheduleAtFixedRate(this::look, 0, EVERY_NANOS, TimeUnit.NANOSECONDS);
        assert !watching.isCancelled();
    }

    /** Watches while something is done in the calling thread, which is not the JavaFX thread. */
    public static Report during(Runnable task) {
        try (FxWatchdog dog = new FxWatchdog()) {
            task.run();
            // The sign of life that is still owed comes before this one.
            boolean answered = Bench.onFx(() -> true);
            assert answered;
            return dog.report();
        }
    }

    private void look() {
        long now = System.nanoTime();
        long asked = askedAt.get();
        if (asked == 0) {
            askedAt.set(now);
            long used = processor.getThreadCpuTime(fx.threadId());
            Platform.runLater(() -> answer(used));
        } else {
            note(now - asked, asked);
        }
    }

    private synchronized void note(long waited, long asked) {
        longest.accumulateAndGet(waited, Math::max);
        if (waited > LATE_NANOS && notedFor != asked) {
            notedFor = asked;
            busyWith.add(stack());
        }
    }

    private void answer(long usedBefore) {
        longestWork.accumulateAndGet(processor.getCurrentThreadCpuTime() - usedBefore, Math::max);
        long asked = askedAt.getAndSet(0);
        longest.accumulateAndGet(System.nanoTime() - asked, Math::max);
    }

    /** Where the thread is; if it waits for the window to be painted, where that is. */
    private String stack() {
        String own = lines(fx.getStackTrace());
        if (!own.contains(WAITS_FOR_PAINTING)) {
            return own;
        }
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().startsWith(PAINTING))
                .map(thread -> "waits for painting:\n" + lines(thread.getValue()))
                .findFirst()
                .orElse(own);
    }

    private static String lines(StackTraceElement[] stack) {
        return Arrays.stream(stack).map(at -> at + "\n").collect(Collectors.joining());
    }

    private synchronized Report report() {
        return new Report(Duration.ofNanos(longest.get()), Duration.ofNanos(longestWork.get()), List.copyOf(busyWith));
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
