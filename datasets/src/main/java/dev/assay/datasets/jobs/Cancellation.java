package dev.assay.datasets.jobs;

import dev.assay.datasets.StoppedException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** A request to stop, shared between who asks (Ctrl+C, a button) and the step, which looks at it between units. */
public final class Cancellation {

    private static final long BETWEEN_LOOKS_MILLIS = 50;

    private final CountDownLatch requested = new CountDownLatch(1);
    private volatile RunState stopsAs = RunState.CANCELLED;

    /** For good: what is not done is not wanted any more. */
    public void request() {
        request(RunState.CANCELLED);
    }

    /** @param as what becomes of the run: paused, interrupted or cancelled. The last request counts. */
    public void request(RunState as) {
        if (!as.isStopped()) {
            throw new IllegalArgumentException("nothing is stopped by being " + as.inStudy());
        }
        stopsAs = as;
        requested.countDown();
    }

    public boolean requested() {
        return requested.getCount() == 0;
    }

    /** What becomes of a run that is stopped by this. */
    public RunState stopsAs() {
        return stopsAs;
    }

    /** Whether a run that is stopped by this is given up, and not only halted. */
    public boolean givesUp() {
        return requested() && stopsAs == RunState.CANCELLED;
    }

    /**
     * Waits until it is requested, at most for this long.
     *
     * @return whether it is requested
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public boolean await(Duration longest) throws InterruptedException {
        return requested.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Does something that may block for long, such as asking a service. A request to stop interrupts it.
     *
     * @throws StoppedException if it was interrupted
     */
    public <T> T interrupting(Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread working = Thread.ofVirtual().start(() -> {
            try {
                result.complete(work.get());
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        });
        try {
            while (true) {
                try {
                    return result.get(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    if (requested()) {
                        throw stop(working, e);
                    }
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stop(working, e);
        }
    }

    private static StoppedException stop(Thread working, Exception why) {
        working.interrupt();
        return new StoppedException(StoppedException.BY_PERSON, why);
    }
}
