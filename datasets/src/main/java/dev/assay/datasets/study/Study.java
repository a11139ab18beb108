package dev.assay.datasets.study;

import dev.assay.datasets.AssayException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A study: one SQLite file (extension {@code .assay}) with everything that is known about some models.
 *
 * <p>One program at a time may write a study, any number may read it meanwhile. Within the writing program there is one writing
 * connection, handed to one caller after the other, and reading ones beside it. What {@link #write} has returned from is on the
 * disk: killing the program or pulling the plug loses nothing of it, and nothing of an unfinished change remains.
 */
public final class Study implements AutoCloseable {

    private final StudyFile file;
    private final @Nullable Object identity;
    private final StudyConnections connections;
    private final ReaderPool readers;
    private final @Nullable WriterLock lock;
    private final @Nullable Handle writer;
    private final Optional<Path> copyOfOldFormat;
    private final ReentrantLock writing = new ReentrantLock(true);
    private volatile boolean closed;

    private Study(
            StudyFile file,
            StudyConnections connections,
            @Nullable WriterLock lock,
            @Nullable Handle writer,
            Optional<Path> copyOfOldFormat) {
        this.file = file;
        this.identity = file.identity();
        this.connections = connections;
        this.readers = new ReaderPool(file, connections);
        this.lock = lock;
        this.writer = writer;
        this.copyOfOldFormat = copyOfOldFormat;
    }

    /**
     * Makes a new study.
     *
     * @throws AssayException if there is something at this path already, or the file cannot be written
     */
    public static Study create(Path file, Clock clock) {
        return openLocked(StudyFile.at(file), clock, StudyFormat.ofProgram(), Absent.MAKE, Present.REFUSE);
    }

    /**
     * Opens a study to change it. One that an older program wrote is copied to a file beside it and brought up to date.
     *
     * @throws AssayException if there is no study, if a newer program wrote it, or if another program is writing it
     */
    public static Study open(Path file, Clock clock) {
        return open(file, clock, StudyFormat.ofProgram());
    }

    static Study open(Path file, Clock clock, StudyFormat format) {
        return openLocked(StudyFile.at(file), clock, format, Absent.REFUSE, Present.OPEN);
    }

    /** Opens the study if there is one, else makes it. */
    public static Study openOrCreate(Path file, Clock clock) {
        return openLocked(StudyFile.at(file), clock, StudyFormat.ofProgram(), Absent.MAKE, Present.OPEN);
    }

    /**
     * Opens a study to read it, also while another program writes it, and also if a newer program made it.
     *
     * @throws AssayException if there is no study at this path, or if an older program wrote it and it was not migrated yet
     */
    public static Study openReadOnly(Path path) {
        return openReadOnly(path, StudyFormat.ofProgram());
    }

    static Study openReadOnly(Path path, StudyFormat format) {
        StudyFile file = StudyFile.at(path);
        StudyConnections connections = new StudyConnections(file);
        StudyFormat.requireStudy(file, connections);
        Study study = new Study(file, connections, null, null, Optional.empty());
        try {
            boolean readable = study.read(reading -> {
                format.requireNotOlder(reading.sql(), file);
                return true;
            });
            assert readable;
            return study;
        } catch (RuntimeException e) {
            study.close();
            throw e;
        }
    }

    private enum Absent { MAKE, REFUSE }

    private enum Present { OPEN, REFUSE }

    /** Everything from the look whether there is a study happens under the lock: two programs may begin at the same moment. */
    private static Study openLocked(StudyFile file, Clock clock, StudyFormat format, Absent absent, Present present) {
        StudyConnections connections = new StudyConnections(file);
        if (absent == Absent.REFUSE || Files.exists(file.real())) {
            StudyFormat.requireStudy(file, connections);
            file.requireWritable();
        }
        WriterLock lock = WriterLock.take(file);
        try {
            if (!Files.exists(file.real())) {
                format.create(file, clock);
            } else if (present == Present.REFUSE) {
                throw new AssayException(file + " exists already: open it, or choose another name");
            }
            return openWriter(file, connections, clock, format, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw StudyErrors.explain(e, file.given());
        }
    }

    private static Study openWriter(
            StudyFile file, StudyConnections connections, Clock clock, StudyFormat format, WriterLock lock) {
        try (Handle reader = connections.openReader()) {
            format.requireNotNewer(reader, file);
        }
        Handle writer = connections.openWriter();
        try {
            Optional<Path> copy = format.migrate(writer, file);
            Study study = new Study(file, connections, lock, writer, copy);
            study.change(writing -> ServiceLoader.load(Recovery.class, Study.class.getClassLoader())
                    .forEach(recovery -> recovery.recover(writing, clock)));
            return study;
        } catch (RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    /** As it was named when it was opened. */
    public Path file() {
        return file.given();
    }

    public boolean writable() {
        return writer != null;
    }

    /** The copy that was made because an older program wrote the study, if it was brought up to date when it was opened. */
    public Optional<Path> copyOfOldFormat() {
        return copyOfOldFormat;
    }

    /**
     * Changes the study in one transaction: all of it or, if the work throws, nothing.
     *
     * @throws AssayException if the study is open for reading only, the disk is full or the file cannot be written
     * @throws IllegalStateException if called within a change: it could not be undone alone
     */
    public <T extends @Nullable Object> T write(Function<Writing, T> work) {
        return asWriter(handle -> handle.inTransaction(h -> {
            try (Writing change = new Writing(h)) {
                T result = work.apply(change);
                file.requireStill(identity);
                return result;
            }
        }));
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
        file.requireStill(identity);
        try {
            return readers.read(work);
        } catch (RuntimeException e) {
            throw StudyErrors.explain(e, file.given());
        }
    }

    /**
     * Writes a complete copy to a file that does not exist yet. The study may be in use meanwhile.
     *
     * @throws AssayException if the file exists or cannot be written; nothing of it is left then
     */
    public void backUp(Path target) {
        requireOpen();
        file.requireStill(identity);
        try (Handle handle = connections.openCopier()) {
            StudyCopy.write(handle, target);
        }
    }

    /** Gives unused space back to the disk; what readers still look at, when they are done. */
    public void compact() {
        boolean done = asWriter(handle -> {
            file.requireStill(identity);
            handle.execute("VACUUM");
            StudyConnections.mergeLogWithoutWaiting(handle);
            return true;
        });
        assert done;
    }

    /** Checks every page, index and reference of the file; see {@link StudyHealth#examine} for one that may not even open. */
    public StudyHealth check() {
        requireOpen();
        file.requireStill(identity);
        // With a connection of its own: in one that has read before, FTS5's check looks at what it remembers of the index, and cries wolf.
        try (ReaderPool fresh = new ReaderPool(file, connections)) {
            return fresh.read(StudyHealth::of);
        } catch (RuntimeException e) {
            throw StudyErrors.explain(e, file.given());
        }
    }

    @Override
    public void close() {
        writing.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            readers.close();
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

    private <T extends @Nullable Object> T asWriter(Function<Handle, T> work) {
        if (writer == null) {
            throw new AssayException(file + " is open for reading only: it cannot be changed here");
        }
        if (writing.isHeldByCurrentThread()) {
            throw new IllegalStateException("a change of " + file + " was begun within another one");
        }
        writing.lock();
        try {
            requireOpen();
            return work.apply(writer);
        } catch (RuntimeException e) {
            throw StudyErrors.explain(e, file.given());
        } finally {
            writing.unlock();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException(file + " is closed");
        }
    }
}
