package dev.assay.app.workbench;

import dev.assay.datasets.jobs.Cancellation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Threads that work one after the other, in the order in which they were put into the line. The first of the line has the turn. */
final class Turns {

    private static final long BETWEEN_LOOKS_MILLIS = 50;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Deque<Thread> line = new ArrayDeque<>();

    /** Puts a thread at the end of the line. */
    void queue(Thread thread) {
        lock.lock();
        try {
            line.add(thread);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for the turn of the calling thread.
     *
     * @return false if it was cancelled before
     */
    boolean await(Cancellation cancellation) throws InterruptedException {
        lock.lock();
        try {
            while (!Thread.currentThread().equals(line.peek())) {
                if (cancellation.requested()) {
                    return false;
                }
                boolean told = moved.await(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
                assert told || !line.isEmpty();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Whether it is the turn of the calling thread. */
    boolean isFirst() {
        lock.lock();
        try {
            return Thread.currentThread().equals(line.peek());
        } finally {
            lock.unlock();
        }
    }

    /** Takes the calling thread out of the line, wherever it stands. */
    void leave() {
        lock.lock();
        try {
            boolean stood = line.remove(Thread.currentThread());
            assert stood || !line.contains(Thread.currentThread());
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
