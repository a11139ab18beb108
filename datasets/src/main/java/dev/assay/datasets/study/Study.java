package dev.assay.datasets.study;

import dev.assay.datasets.AssayException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/**
 * A study: one SQLite file (extension {@code .assay}) with everything that is known about some models.
 *
 * <p>One program at a time may write a study, any number may read it meanwhile. Within the writing program there is one writing
 * connection, handed to one caller after the other, and read-only ones beside it. What {@link #write} has returned from is on the
 * disk: killing the program or pulling the plug loses nothing of it, and nothing of an unfinished change remains.
 */
public final class Study implements AutoCloseable {

    private final Path file;
    private final StudyConnections connections;
    private final @Nullable WriterLock lock;
    private final @Nullable Handle writer;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final ConcurrentLinkedDeque<Handle> idleReaders = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    private Study(Path file, StudyConnections connections, @Nullable WriterLock lock, @Nullable Handle writer) {
        this.file = file;
        this.connections = connections;
        this.lock = lock;
        this.writer = writer;
    }

    /**
     * Makes a new study.
     *
     * @throws AssayException if there is something at this path already, or the file cannot be written
     */
    public static Study create(Path file, Clock clock) {
        WriterLock lock = WriterLock.take(file);
        try {
            if (Files.exists(file)) {
                throw new AssayException(file + " exists already: open it, or choose another name");
            }
            StudyFormat.create(file, clock);
            return openLocked(file, clock, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Opens a study to change it. One that an older program wrote is backed up beside itself and migrated.
     *
     * @throws AssayException if there is no study, if a newer program wrote it, or if another program is writing it
     */
    public static Study open(Path file, Clock clock) {
        StudyFormat.requireStudy(file);
        WriterLock lock = WriterLock.take(file);
        try {
            return openLocked(file, clock, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Opens the study if there is one, else makes it. */
    public static Study openOrCreate(Path file, Clock clock) {
        return Files.exists(file) ? open(file, clock) : create(file, clock);
    }

    /**
     * Opens a study to read it, also while another program writes it, and also if a newer program made it.
     *
     * @throws AssayException if there is no study at this path, or if an older program wrote it and it was not migrated yet
     */
    public static Study openReadOnly(Path file) {
        StudyFormat.requireStudy(file);
        StudyConnections connections = new StudyConnections(file);
        Study study = new Study(file, connections, null, null);
        try {
            study.read(reading -> StudyFormat.requireNotOlder(reading.sql(), file));
            return study;
        } catch (RuntimeException e) {
            study.close();
            throw e;
        }
    }

    private static Study openLocked(Path file, Clock clock, WriterLock lock) {
        StudyConnections connections = new StudyConnections(file);
        Handle writer = connections.openWriter();
        try {
            StudyFormat.migrate(writer, file, clock);
            return new Study(file, connections, lock, writer);
        } catch (RuntimeException e) {
            writer.close();
            throw StudyErrors.explain(e, file);
        }
    }

    public Path file() {
        return file;
    }

    public boolean writable() {
        return writer != null;
    }

    /**
     * Changes the study in one transaction: all of it or, if the work throws, nothing.
     *
     * @throws AssayException if the study is open for reading only, the disk is full or the file cannot be written
     */
    public <T extends @Nullable Object> T write(Function<Writing, T> work) {
        Handle handle = requireWriter();
        writing.lock();
        try {
            requireOpen();
            return handle.inTransaction(h -> work.apply(new Writing(h)));
        } catch (RuntimeException e) {
            throw StudyErrors.explain(e, file);
        } finally {
            writing.unlock();
        }
    }

    /** As {@link #write}, for work without a result. */
    public void change(Consumer<Writing> work) {
        Function<Writing, Boolean> answered = writing -> {
            work.accept(writing);
            return true;
        };
        boolean done = write(answered);
        assert done;
    }

    /** Reads from the study as it stands at this moment. May be called from several threads at once, also during a change. */
    public <T extends @Nullable Object> T read(Function<Reading, T> work) {
        requireOpen();
        Handle handle = idleReaders.pollFirst();
        try {
            if (handle == null) {
                handle = connections.openReader();
            }
            Handle reader = handle;
            return reader.inTransaction(TransactionIsolationLevel.SERIALIZABLE, h -> work.apply(new Reading(h)));
        } catch (RuntimeException e) {
            throw StudyErrors.explain(e, file);
        } finally {
            if (handle != null) {
                giveBack(handle);
            }
        }
    }

    /** Writes a complete copy to a file that does not exist yet. The study may be in use meanwhile. */
    public void backUp(Path target) {
        if (Files.exists(target)) {
            throw new AssayException(target + " exists already: choose another name for the backup");
        }
        Handle handle = connections.openReader();
        try (handle) {
            StudyFormat.copy(handle, target);
        } catch (RuntimeException e) {
            throw StudyErrors.explain(e, target);
        }
    }

    /** Gives unused space back to the disk. */
    public void compact() {
        Handle handle = requireWriter();
        writing.lock();
        try {
            handle.execute("VACUUM");
            handle.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (RuntimeException e) {
            throw StudyErrors.explain(e, file);
        } finally {
            writing.unlock();
        }
    }

    /** Checks every page, index and reference of the file. */
    public StudyHealth check() {
        return read(StudyHealth::of);
    }

    @Override
    public void close() {
        writing.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            idleReaders.forEach(Handle::close);
            idleReaders.clear();
            if (writer != null) {
                writer.close();
            }
        } finally {
            if (lock != null) {
                lock.close();
            }
            writing.unlock();
        }
    }

    private void giveBack(Handle handle) {
        if (closed) {
            handle.close();
        } else {
            idleReaders.addFirst(handle);
        }
    }

    private Handle requireWriter() {
        if (writer == null) {
            throw new AssayException(file + " is open for reading only: it cannot be changed here");
        }
        return writer;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException(file + " is closed");
        }
    }
}
