package dev.assay.datasets.jobs;

import dev.assay.datasets.study.Study;
import dev.assay.datasets.study.Writing;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/**
 * Writes what many threads want to store, by one thread and many rows to a transaction: a commit waits for the disk, and while it waits the next
 * rows gather. What {@link #write} has returned from is on the disk.
 */
public final class CommitQueue implements AutoCloseable {

    /** So many changes are one transaction at most: it must not keep others from writing for long. */
    private static final int MOST_IN_ONE = 500;
    /** Who wants to store more has to wait: replies must not pile up in memory faster than the disk takes them. */
    private static final int MOST_WAITING = 2_000;

    private record Change<T>(Function<Writing, T> work, CompletableFuture<T> result) {

        Runnable applyTo(Writing writing) {
            T value = work.apply(writing);
            return () -> result.complete(value);
        }
    }

    private final Study study;
    private final BlockingQueue<Change<?>> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Thread thread;
    private volatile boolean closing;

    public CommitQueue(Study study) {
        this.study = study;
        this.thread = Thread.ofPlatform().daemon().name("commit-queue").start(this::work);
    }

    /**
     * Stores something and waits until it is on the disk.
     *
     * @throws dev.assay.datasets.AssayException if the study cannot be written
     */
    public <T> T write(Function<Writing, T> work) {
        try {
            // Not interruptible: the caller must know whether it is stored.
            return submit(work).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException("not stored", e.getCause());
        }
    }

    /** Stores something soon. The result is there when it is on the disk. */
    public <T> CompletableFuture<T> submit(Function<Writing, T> work) {
        if (closing) {
            throw new IllegalStateException("nothing can be stored any more");
        }
        Change<T> change = new Change<>(work, new CompletableFuture<>());
        put(change);
        return change.result();
    }

    /** A reply that is paid for is stored, also by a thread that is asked to give up meanwhile. */
    private void put(Change<?> change) {
        boolean interrupted = false;
        while (true) {
            try {
                waiting.put(change);
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        List<Change<?>> together = new ArrayList<>();
        while (!closing || !waiting.isEmpty()) {
            together.add(next());
            try {
                waiting.drainTo(together, MOST_IN_ONE - 1);
                store(together);
            } catch (Throwable e) {
                // Whatever it is, also want of memory: who waits is told, and this thread goes on, for nobody else stores anything.
                together.forEach(change -> change.result().completeExceptionally(e));
            }
            together.clear();
        }
    }

    private Change<?> next() {
        while (true) {
            try {
                return waiting.take();
            } catch (InterruptedException e) {
                // Nobody has this thread to interrupt it; it ends when it is closed.
            }
        }
    }

    private void store(List<Change<?>> together) {
        try {
            finish(study.write(writing -> together.stream().map(change -> change.applyTo(writing)).toList()));
        } catch (RuntimeException | Error e) {
            if (together.size() == 1) {
                together.getFirst().result().completeExceptionally(e);
            } else {
                // One of them may be at fault: each for itself then, so that the others are stored.
                together.forEach(change -> store(List.of(change)));
            }
        }
    }

    private static void finish(List<Runnable> tellings) {
        tellings.forEach(Runnable::run);
    }

    /** Stores what waits, then ends. */
    @Override
    public void close() {
        if (closing) {
            return;
        }
        closing = true;
        put(new Change<>(writing -> true, new CompletableFuture<>()));
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
