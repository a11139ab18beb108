package dev.assay.datasets.study;

import dev.assay.datasets.AssayException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.sqlite.SQLiteException;

/** Says in one line what a failure of the file means and what to do. */
final class StudyErrors {

    private StudyErrors() {}

    /** The same failure in words, if it is one that a person can mend; else the exception as it is. */
    static RuntimeException explain(RuntimeException e, Path file) {
        if (e instanceof AssayException) {
            return e;
        }
        return sqliteCause(e).flatMap(cause -> message(cause, file))
                .<RuntimeException>map(message -> new AssayException(message, e))
                .orElse(e);
    }

    static AssayException explainUnwritable(IOException e, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (e instanceof NoSuchFileException) {
            return new AssayException("the folder " + folder + " does not exist: make it, or choose another", e);
        }
        if (e instanceof AccessDeniedException) {
            return new AssayException(
                    "cannot write in " + folder + ": choose another folder, or copy the study to one of yours", e);
        }
        return new AssayException(
                "cannot write in " + folder + " (" + e.getMessage() + "): choose another folder, or free some space", e);
    }

    private static Optional<SQLiteException> sqliteCause(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return Optional.of(sqlite);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> message(SQLiteException e, Path file) {
        // The lower byte is the primary result code, https://sqlite.org/rescode.html
        return Optional.ofNullable(
                switch (e.getResultCode().code & 0xff) {
                    case 13 -> "the disk is full, " + file
                            + " kept everything up to the last finished step: free some space and run the same again";
                    case 8, 3 -> "cannot write " + file + ": the file or its folder is read-only; copy it to a folder of yours";
                    case 14 -> "cannot open " + file + ": check that it and its folder may be read and written";
                    case 5, 6 -> file + " is in use by another program: wait until it is done, or close it there";
                    case 10 -> "the disk fails to read or write " + file + " (" + e.getResultCode()
                            + "): check the disk and its free space; what was finished before is kept";
                    case 11 -> file + " is damaged: restore a backup, or see `assay doctor --study " + file + "`";
                    case 26 -> file + " is no study: choose a file that Assay made";
                    default -> null;
                });
    }
}
