package dev.assay.datasets.study;

import dev.assay.datasets.AssayException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The connections that read a study: as many as there are readers at once, kept for the next. */
final class ReaderPool implements AutoCloseable {

    private final StudyFile file;
    private final StudyConnections connections;
    private final ConcurrentLinkedDeque<Handle> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    ReaderPool(StudyFile file, StudyConnections connections) {
        this.file = file;
        this.connections = connections;
    }

    /** Runs the work in a read transaction, on a connection that nobody else uses meanwhile. */
    <T extends @Nullable Object> T read(Function<Reading, T> work) {
        if (file.isFrozen()) {
            return readFrozen(work);
        }
        Handle idleHandle = idle.pollFirst();
        Handle handle = idleHandle == null ? connections.openReader() : idleHandle;
        try {
            return handle.inTransaction(h -> work.apply(new Reading(h)));
        } finally {
            giveBack(handle);
        }
    }

    /** Without locks: if somebody began to write in spite of all, what was read does not count. */
    private <T extends @Nullable Object> T readFrozen(Function<Reading, T> work) {
        Object before = file.stamp();
        T result;
        try (Handle handle = connections.openReader()) {
            result = handle.inTransaction(h -> work.apply(new Reading(h)));
        }
        if (!file.isFrozen() || !file.stamp().equals(before)) {
            throw new AssayException(file + " was changed while it was read: run the same again");
        }
        return result;
    }

    private void giveBack(Handle handle) {
        idle.addFirst(handle);
        if (closed) {
            close();
        }
    }

    /** Those at work are closed when their work is done. */
    @Override
    public void close() {
        closed = true;
        for (Handle handle = idle.pollFirst(); handle != null; handle = idle.pollFirst()) {
            handle.close();
        }
    }
}
