package dev.assay.datasets.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/** Opens the connections of one study file. */
final class StudyConnections {

    private static final int BUSY_MILLIS = 10_000;

    private final Path file;

    StudyConnections(Path file) {
        this.file = file.toAbsolutePath();
    }

    Handle openWriter() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        // FULL: a committed row survives a power cut too, not only a crash of the program.
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        return open(config, "jdbc:sqlite:" + file);
    }

    Handle openReader() {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_MILLIS);
        return open(config, isFrozen() ? "jdbc:sqlite:" + asUri() + "?immutable=1" : "jdbc:sqlite:" + file);
    }

    private Handle open(SQLiteConfig config, String url) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(url);
        try {
            return Jdbi.create(source).open();
        } catch (RuntimeException e) {
            throw StudyErrors.explain(e, file);
        }
    }

    /**
     * A reader of a WAL database needs a small file beside it. In a folder where none can be made, and nobody can be writing either,
     * SQLite is told that the file does not change.
     */
    private boolean isFrozen() {
        Path folder = file.getParent();
        return folder != null && !Files.isWritable(folder) && !hasUnmergedLog();
    }

    private boolean hasUnmergedLog() {
        try {
            Path log = Path.of(file + "-wal");
            return Files.exists(log) && Files.size(log) > 0;
        } catch (IOException e) {
            return true;
        }
    }

    private String asUri() {
        return "file:" + file.toUri().getRawPath();
    }
}
