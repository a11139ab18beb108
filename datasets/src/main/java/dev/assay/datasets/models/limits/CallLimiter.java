package dev.assay.datasets.models.limits;

import dev.assay.datasets.StoppedException;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.models.ModelFailure;
import dev.assay.datasets.models.ModelLimits;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets the calls of one model through as fast as its limits allow. When the service says that it is asked too much, it is asked nothing until the time
 * that it names has passed, or for as long as {@link Backoff} has it, should the service name less: that doubles each time and halves with each reply.
 */
public final class CallLimiter {

    /** How soon a waiting call notices a cancellation. */
    private static final Duration LOOKS_UP = Duration.ofMillis(100);

    private final Timing timing;
    private final Backoff backoff;
    private final AdaptiveConcurrency concurrency;
    private final Optional<PerMinute> requests;
    private final Optional<PerMinute> tokens;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int underWay;
    private long closedUntil;
    private int closings;
    /** Grows with each closing and shrinks with each reply, so that refusals are never many more than replies. */
    private int caution;

    public CallLimiter(ModelLimits limits, Backoff backoff, Timing timing) {
        this.timing = timing;
        this.backoff = backoff;
        this.closedUntil = timing.nanoTime();
        this.concurrency = limits.concurrency()
                .map(AdaptiveConcurrency::from)
                .orElseGet(() -> AdaptiveConcurrency.upTo(ModelLimits.MOST_FOUND_BY_TRYING));
        this.requests = limits.requestsPerMinute().map(perMinute -> new PerMinute(perMinute, timing.nanoTime()));
        this.tokens = limits.tokensPerMinute().map(perMinute -> new PerMinute(perMinute, timing.nanoTime()));
    }

    /** A call that was let through. It is closed when the call is over, however it ended. */
    public final class Permit implements AutoCloseable {

        private final int expectedTokens;
        private final int closingsBefore = closings;

        private Permit(int expectedTokens) {
            this.expectedTokens = expectedTokens;
        }

        /** The call went well and took so many tokens, if the service has told. */
        public void replied(Optional<Integer> tokensUsed) {
            locked(() -> {
                concurrency.good();
                caution = Math.max(0, caution - 1);
                tokensUsed.ifPresent(used -> tokens.ifPresent(bucket -> bucket.take(used - expectedTokens)));
            });
        }

        public void failed(ModelFailure failure) {
            if (failure.kind().asksToSlowDown()) {
                locked(() -> closeFor(failure, closingsBefore == closings));
            }
        }

        @Override
        public void close() {
            locked(() -> underWay--);
        }
    }

    /**
     * Waits until a call may be made.
     *
     * @param expectedTokens in and out together, as far as can be told before
     * @throws StoppedException if the work is cancelled meanwhile
     */
    public Permit enter(int expectedTokens, Cancellation cancellation) throws InterruptedException {
        while (true) {
            if (cancellation.requested()) {
                throw new StoppedException(StoppedException.BY_PERSON);
            }
            long wait;
            lock.lockInterruptibly();
            try {
                if (underWay >= concurrency.limit()) {
                    boolean woken = changed.await(LOOKS_UP.toNanos(), TimeUnit.NANOSECONDS);
                    if (!woken || underWay >= concurrency.limit()) {
                        continue;
                    }
                }
                wait = nanosUntil(expectedTokens);
                if (wait == 0) {
                    requests.ifPresent(bucket -> bucket.take(1));
                    tokens.ifPresent(bucket -> bucket.take(expectedTokens));
                    underWay++;
                    return new Permit(expectedTokens);
                }
            } finally {
                lock.unlock();
            }
            boolean cancelled = timing.pause(Duration.ofNanos(wait), cancellation);
            assert !cancelled || cancellation.requested();
        }
    }

    /** @param isNew whether the call was made after all that the service has said before, so that it says something new */
    private void closeFor(ModelFailure failure, boolean isNew) {
        if (isNew) {
            closings++;
            caution++;
            concurrency.tooMuch();
        }
        Duration named = backoff.pause(failure, caution, timing.random());
        Duration grown = backoff.pause(ModelFailure.of(failure.kind(), ""), caution, timing.random());
        long nanos = Math.max(isNew ? grown.toNanos() : 0, Backoff.isForLong(failure) ? 0 : named.toNanos());
        closedUntil = Math.max(closedUntil, timing.nanoTime() + nanos);
    }

    private long nanosUntil(int expectedTokens) {
        long now = timing.nanoTime();
        long open = Math.max(0, closedUntil - now);
        return Math.max(open, Math.max(
                requests.map(bucket -> bucket.nanosUntil(1, now)).orElse(0L),
                tokens.map(bucket -> bucket.nanosUntil(expectedTokens, now)).orElse(0L)));
    }

    /** Most calls at the same time, as it is at this moment. */
    public int limit() {
        lock.lock();
        try {
            return concurrency.limit();
        } finally {
            lock.unlock();
        }
    }

    private void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
            changed.signal();
        } finally {
            lock.unlock();
        }
    }
}
