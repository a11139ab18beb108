package dev.assay.datasets.study;

import java.nio.file.Path;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/**
 * Opens the connections of one study file.
 *
 * <p>Memory-mapped reading stays off: a file that is cut short by another program would end the process, not the read.
 */
final class StudyConnections {

    private static final int BUSY_MILLIS = 10_000;

    /** In KiB, as SQLite takes it when negative: ids are hashes, so a large import touches pages all over the tree. */
    private static final int WRITER_CACHE = -64 * 1024;

    /** The log is cut back to this many bytes after a large change. */
    private static final int LOG_LIMIT = 64 << 20;

    /** In bytes: an answer mostly fits on a page. Against 4096, 100,000 queries and answers of 1,500 letters came in a quarter faster. */
    private static final int PAGE_SIZE = 8192;

    private final StudyFile file;

    StudyConnections(StudyFile file) {
        this.file = file;
    }

    Handle openWriter() {
        SQLiteConfig config = existing();
        config.setJournalMode(JournalMode.WAL);
        // FULL: a committed row survives a power cut too, not only a crash of the program.
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        config.setCacheSize(WRITER_CACHE);
        config.setJournalSizeLimit(LOG_LIMIT);
        return open(config, uri(file.real()));
    }

    /**
     * A connection that reads. Where the file may be written it is opened for that and told not to: SQLite's own read-only mode could
     * not merge the log that a crash left, and would leave files beside the study.
     */
    Handle openReader() {
        if (file.isWritable()) {
            return queryOnly(open(existing(), uri(file.real())));
        }
        SQLiteConfig config = existing();
        config.setReadOnly(true);
        return open(config, uri(file.real()) + (file.isFrozen() ? "?immutable=1" : ""));
    }

    /** A connection that takes no lock and makes no file, for a look at a file that may be anything; what it sees may be out of date. */
    Handle openForALook() {
        SQLiteConfig config = existing();
        config.setReadOnly(true);
        return open(config, uri(file.real()) + "?immutable=1");
    }

    /** A connection that copies: SQLite asks for one that may write, though it does not change the study. */
    Handle openCopier() {
        SQLiteConfig config = existing();
        config.setReadOnly(!file.isWritable());
        return open(config, uri(file.real()) + (file.isFrozen() ? "?immutable=1" : ""));
    }

    /** Moves the log into the file and cuts it to nothing, as far as nobody is reading from it. */
    static void mergeLogWithoutWaiting(Handle writer) {
        writer.execute("PRAGMA busy_timeout = 0");
        try {
            writer.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } finally {
            writer.execute("PRAGMA busy_timeout = " + BUSY_MILLIS);
        }
    }

    /** A new file that is deleted if anything goes wrong, and so needs no journal. */
    static Handle openUnfinished(Path path) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.MEMORY);
        config.setSynchronous(SynchronousMode.FULL);
        config.setPageSize(PAGE_SIZE);
        return Jdbi.create(source(config, uri(path))).open();
    }

    static Handle openInMemory() {
        return Jdbi.create(source(new SQLiteConfig(), ":memory:")).open();
    }

    /** Percent-encoded, so that '?', '#', '%' and letters of any language in a path are just that. */
    static String uri(Path path) {
        return "file:" + path.toUri().getRawPath();
    }

    private static SQLiteConfig existing() {
        SQLiteConfig config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setBusyTimeout(BUSY_MILLIS);
        return config;
    }

    private Handle open(SQLiteConfig config, String uri) {
        try {
            Handle handle = Jdbi.create(source(config, uri)).open();
            // Studies are passed from hand to hand: their schema may call no function that does anything.
            handle.execute("PRAGMA trusted_schema = OFF");
            return handle;
        } catch (RuntimeException e) {
            throw StudyErrors.explain(e, file.given());
        }
    }

    private static Handle queryOnly(Handle handle) {
        handle.execute("PRAGMA query_only = ON");
        return handle;
    }

    private static SQLiteDataSource source(SQLiteConfig config, String uri) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + uri);
        return source;
    }
}
