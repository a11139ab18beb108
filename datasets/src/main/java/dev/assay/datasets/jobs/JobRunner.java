package dev.assay.datasets.jobs;

import dev.assay.datasets.StoppedException;
import dev.assay.datasets.study.Writing;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Works through the units of a job on virtual threads. Results are stored by one thread, many to a transaction; a unit is done when its result is on the
 * disk. Stopped at any moment, also by the end of the program, the same job goes on with the units that are not done.
 */
public final class JobRunner {

    /** Between two looks whether a cancellation was asked for. */
    private static final long LOOK_MILLIS = 100;
    /** Between two tellings of progress: ten a second. */
    private static final long BETWEEN_TELLINGS_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /**
     * What has become of the units that were worked on.
     *
     * @param stopped why the job stopped before its end; empty if all units were worked on
     */
    public record Outcome(long done, long failed, long waiting, Optional<RuntimeException> stopped) {}

    private final String runId;
    private final CommitQueue writer;
    private final Clock clock;
    private final Duration patience;
    private final UnitTable units = new UnitTable();

    /** @param patience how long calls under way are waited for after a cancellation, before they are given up */
    public JobRunner(String runId, CommitQueue writer, Clock clock, Duration patience) {
        this.runId = runId;
        this.writer = writer;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * Units that wait for the same thing, a model: a slow one must not take the workers of a fast one.
     *
     * @param pending the units that are to be done; taken one by one, only as fast as they are worked on
     * @param workers most units at the same time
     */
    public record Lane<U>(Iterator<U> pending, int workers) {}

    /**
     * How much there is to do, for the progress.
     *
     * @param name what is being done
     * @param before units that were done before
     * @param total all units
     */
    public record Extent(String name, long before, long total) {}

    /** Works until no unit is left, a unit says that the job is to stop, or it is cancelled. */
    public <U> Outcome run(UnitWork<U> work, List<Lane<U>> lanes, Extent extent, Progress progress, Cancellation cancellation) {
        Running<U> running = new Running<>(work, new Telling(progress, extent), cancellation);
        List<Thread> feeders = lanes.stream().map(lane -> Thread.ofVirtual().start(() -> running.work(lane))).toList();
        for (Thread feeder : feeders) {
            running.await(feeder);
        }
        return running.outcome();
    }

    /** The job while it runs. */
    private final class Running<U> {

        private static final ThreadFactory VIRTUAL = Thread.ofVirtual().name("unit-", 0).factory();

        private final UnitWork<U> work;
        private final Telling telling;
        private final Cancellation cancellation;
        private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
        private final AtomicReference<RuntimeException> stop = new AtomicReference<>();
        private final AtomicLong done = new AtomicLong();
        private final AtomicLong failed = new AtomicLong();
        private final AtomicLong waiting = new AtomicLong();

        Running(UnitWork<U> work, Telling telling, Cancellation cancellation) {
            this.work = work;
            this.telling = telling;
            this.cancellation = cancellation;
        }

        /** Feeds one lane until it is empty or the job stops, then waits for its units under way. */
        void work(Lane<U> lane) {
            Semaphore free = new Semaphore(lane.workers());
            try {
                while (mayGoOn() && lane.pending().hasNext()) {
                    if (awaitFreeWorker(free)) {
                        start(lane.pending().next(), free);
                    }
                }
            } catch (InterruptedException e) {
                stop(new StoppedException(StoppedException.BY_PERSON, e));
            } catch (Throwable e) {
                stop(e);
            } finally {
                awaitEnd(free, lane.workers());
            }
        }

        /** Also when the caller is interrupted the results under way are stored; then it is told again. */
        void await(Thread feeder) {
            boolean interrupted = false;
            while (true) {
                try {
                    feeder.join();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                    stop(new StoppedException(StoppedException.BY_PERSON, e));
                    giveUp();
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        private boolean mayGoOn() {
            return stop.get() == null && !cancellation.requested();
        }

        private boolean awaitFreeWorker(Semaphore free) throws InterruptedException {
            while (mayGoOn()) {
                if (free.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    if (mayGoOn()) {
                        return true;
                    }
                    free.release();
                }
            }
            return false;
        }

        private void start(U unit, Semaphore free) {
            boolean started = false;
            try {
                Thread thread = VIRTUAL.newThread(() -> workOn(unit, free));
                threads.add(thread);
                thread.start();
                started = true;
            } finally {
                if (!started) {
                    free.release();
                }
            }
        }

        private void workOn(U unit, Semaphore free) {
            boolean handedOn = false;
            try {
                handedOn = store(work.key(unit), work.work(unit), free);
            } catch (Throwable e) {
                // Also a library that does not fit: a unit without a result must not look as if all were done.
                stop(e);
            } finally {
                threads.remove(Thread.currentThread());
                if (!handedOn) {
                    free.release();
                }
            }
        }

        /** Whether the worker is free only when the result is stored. */
        private boolean store(String key, UnitWork.Result result, Semaphore free) {
            switch (result) {
                case UnitWork.Result.Done(var store) -> store(done, free, writing -> {
                    store.accept(writing);
                    units.done(writing, runId, key, clock.instant());
                });
                case UnitWork.Result.Failed(String cause, String detail) -> store(failed, free, writing ->
                        units.failed(writing, runId, new UnitTable.FailedUnit(key, cause, detail), clock.instant()));
                case UnitWork.Result.Waiting() -> {
                    waiting.incrementAndGet();
                    return false;
                }
            }
            return true;
        }

        private void store(AtomicLong counter, Semaphore free, Consumer<Writing> change) {
            CompletableFuture<Boolean> stored = writer.submit(writing -> {
                change.accept(writing);
                return true;
            });
            var told = stored.whenComplete((ok, fault) -> {
                try {
                    if (fault == null) {
                        counter.incrementAndGet();
                        telling.oneMore(failed.get());
                    } else {
                        stop(fault);
                    }
                } catch (Throwable e) {
                    stop(e);
                } finally {
                    free.release();
                }
            });
            assert told != null;
        }

        void stop(Throwable reason) {
            boolean first = stop.compareAndSet(null, reason instanceof RuntimeException runtime ? runtime : new IllegalStateException(reason));
            assert first || stop.get() != null;
        }

        /** Calls under way are paid for, so they are waited for; after a cancellation not for ever. */
        private void awaitEnd(Semaphore free, int workers) {
            long deadline = Long.MAX_VALUE;
            while (true) {
                try {
                    if (free.tryAcquire(workers, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                        return;
                    }
                } catch (InterruptedException e) {
                    giveUp();
                }
                long now = System.nanoTime();
                if (deadline == Long.MAX_VALUE && !mayGoOn()) {
                    deadline = now + patience.toNanos();
                }
                if (deadline != Long.MAX_VALUE && now - deadline > 0) {
                    giveUp();
                }
            }
        }

        private void giveUp() {
            threads.forEach(Thread::interrupt);
        }

        Outcome outcome() {
            telling.last(failed.get());
            Optional<RuntimeException> stopped = Optional.ofNullable(stop.get());
            if (stopped.isEmpty() && cancellation.requested()) {
                stopped = Optional.of(new StoppedException(StoppedException.BY_PERSON));
            }
            return new Outcome(done.get(), failed.get(), waiting.get(), stopped);
        }
    }

    /** Tells of progress, not too often. */
    private static final class Telling {

        private final Progress progress;
        private final Extent extent;
        private final AtomicLong finished;
        private final AtomicLong toldAt = new AtomicLong(System.nanoTime());

        Telling(Progress progress, Extent extent) {
            this.progress = progress;
            this.extent = extent;
            this.finished = new AtomicLong(extent.before());
            tell(extent.before(), 0);
        }

        void oneMore(long failed) {
            long now = System.nanoTime();
            long count = finished.incrementAndGet();
            long told = toldAt.get();
            if (now - told >= BETWEEN_TELLINGS_NANOS && toldAt.compareAndSet(told, now)) {
                tell(count, failed);
            }
        }

        void last(long failed) {
            tell(finished.get(), failed);
        }

        private void tell(long count, long failed) {
            progress.failed(failed);
            progress.update(extent.name(), count, extent.total());
        }
    }
}
