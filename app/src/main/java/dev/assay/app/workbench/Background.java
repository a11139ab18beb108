package dev.assay.app.workbench;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Work that would keep the window from being painted: done on other threads, its result shown on the JavaFX thread. Without a toolkit, for
 * tests of view models, {@link #immediate} does everything at once in the caller's thread.
 */
public final class Background implements AutoCloseable {

    private static final int THREADS = 4;

    /** When something is waiting, how it is brought to where the work is done. */
    private interface Delay {
        Runnable schedule(Runnable work, Duration delay);
    }

    private final Executor workers;
    private final Executor network;
    private final Executor screen;
    private final Executor frames;
    private final Delay delay;
    private final Consumer<Throwable> failures;
    private final Runnable end;
    private final AtomicInteger pending = new AtomicInteger();
    private volatile boolean closed;

    private Background(Elsewhere elsewhere, Executor screen, Executor frames, Delay delay, Consumer<Throwable> failures, Runnable end) {
        this.workers = elsewhere.study();
        this.network = elsewhere.network();
        this.screen = screen;
        this.frames = frames;
        this.delay = delay;
        this.failures = failures;
        this.end = end;
    }

    /**
     * Where work is done that is not done on the JavaFX thread.
     *
     * @param study by a few threads: it keeps a processor busy
     * @param network by as many as are asked for: they wait for answers
     */
    private record Elsewhere(Executor study, Executor network) {}

    /** @param failures told on the JavaFX thread what went wrong where nobody else wants to know */
    public static Background ofToolkit(Consumer<Throwable> failures) {
        return threads(Platform::runLater, Frames::afterNext, failures);
    }

    /**
     * @param screen runs what it is given on the JavaFX thread, later
     * @param frames the same, once the window has been laid out in between
     * @param failures told on the JavaFX thread what went wrong where nobody else wants to know
     */
    static Background threads(Executor screen, Executor frames, Consumer<Throwable> failures) {
        ExecutorService workers = Executors.newFixedThreadPool(THREADS, BehindTheWindow.thread().name("background-", 1).factory());
        ExecutorService network = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("network-", 1).factory());
        ScheduledExecutorService timer =
                Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("debounce").factory());
        Delay delay = (work, time) -> {
            ScheduledFuture<?> waiting = timer.schedule(work, time.toNanos(), TimeUnit.NANOSECONDS);
            return () -> waiting.cancel(false);
        };
        return new Background(new Elsewhere(workers, network), screen, frames, delay, failures, () -> {
            timer.shutdownNow();
            workers.shutdownNow();
            network.shutdownNow();
        });
    }

    /** Everything at once, in the thread that asks; failures are thrown. */
    public static Background immediate() {
        return new Background(
                new Elsewhere(Runnable::run, Runnable::run),
                Runnable::run,
                Runnable::run,
                (work, time) -> {
                    work.run();
                    return () -> {};
                },
                failure -> {
                    throw failure instanceof RuntimeException e ? e : new IllegalStateException(failure);
                },
                () -> {});
    }

    /** Does the work elsewhere and shows its result here; what goes wrong is told to the person. */
    public <T extends @Nullable Object> void run(Callable<T> work, Consumer<T> show) {
        run(work, show, failures);
    }

    /** Does the work elsewhere; its result, or what went wrong, is shown on the JavaFX thread. */
    public <T extends @Nullable Object> void run(Callable<T> work, Consumer<T> show, Consumer<Throwable> failed) {
        run(workers, work, show, failed);
    }

    /** Asks a service that may be slow to answer: what waits for the study does not wait for it. */
    public <T extends @Nullable Object> void ask(Callable<T> work, Consumer<T> show, Consumer<Throwable> failed) {
        run(network, work, show, failed);
    }

    private <T extends @Nullable Object> void run(Executor where, Callable<T> work, Consumer<T> show, Consumer<Throwable> failed) {
        if (closed) {
            return;
        }
        pending.incrementAndGet();
        where.execute(() -> {
            Runnable outcome;
            try {
                T result = work.call();
                outcome = () -> show.accept(result);
            } catch (Throwable e) {
                // Errors too: a native part that cannot be linked would otherwise leave the window waiting, without a word.
                outcome = () -> failed.accept(e);
            }
            screen.execute(counted(outcome));
        });
    }

    /** Runs on the JavaFX thread once the window has been laid out in between; from the JavaFX thread. */
    public void inNextFrame(Runnable work) {
        if (!closed) {
            pending.incrementAndGet();
            frames.execute(counted(work));
        }
    }

    private Runnable counted(Runnable work) {
        return () -> {
            try {
                work.run();
            } finally {
                pending.decrementAndGet();
            }
        };
    }

    /** Runs on the JavaFX thread, later; from any thread. */
    public void onScreen(Runnable work) {
        screen.execute(work);
    }

    /** Whether nothing is under way: what the window shows is what there is to show. */
    public boolean idle() {
        return pending.get() == 0;
    }

    /** A slot for work of which only the newest matters: a search while typing, the details of a selection. */
    public Latest latest(Duration debounce) {
        return new Latest(debounce);
    }

    /** On the JavaFX thread. What is asked of it afterwards, by a window that is going away, is not done. */
    @Override
    public void close() {
        closed = true;
        end.run();
    }

    /** Of what is asked of it one after the other, only the newest reaches the screen. To be used on the JavaFX thread. */
    public final class Latest {

        private final Duration debounce;
        private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
        private long newest;
        private Runnable forget = () -> {};

        private Latest(Duration debounce) {
            this.debounce = debounce;
        }

        /** Waits for the debounce time, then works, unless something newer was asked meanwhile. */
        public <T extends @Nullable Object> void run(Callable<T> work, Consumer<T> show) {
            run(work, show, failures);
        }

        public <T extends @Nullable Object> void run(Callable<T> work, Consumer<T> show, Consumer<Throwable> failed) {
            if (closed) {
                return;
            }
            forget.run();
            long mine = ++newest;
            busy.set(true);
            pending.incrementAndGet();
            Runnable[] cancelWaiting = {() -> {}};
            boolean[] begun = {false};
            forget = () -> {
                cancelWaiting[0].run();
                if (!begun[0]) {
                    begun[0] = true;
                    pending.decrementAndGet();
                }
            };
            Runnable begin = () -> screen.execute(() -> {
                if (begun[0]) {
                    return;
                }
                begun[0] = true;
                Background.this.run(work, result -> finish(mine, () -> show.accept(result)), e -> finish(mine, () -> failed.accept(e)));
                pending.decrementAndGet();
            });
            if (debounce.isZero()) {
                begin.run();
            } else {
                cancelWaiting[0] = delay.schedule(begin, debounce);
            }
        }

        /** What is under way or waiting is not shown any more. */
        public void cancel() {
            forget.run();
            newest++;
            busy.set(false);
        }

        public ReadOnlyBooleanProperty busy() {
            return busy.getReadOnlyProperty();
        }

        private void finish(long mine, Runnable show) {
            if (mine == newest) {
                busy.set(false);
                show.run();
            }
        }
    }
}
