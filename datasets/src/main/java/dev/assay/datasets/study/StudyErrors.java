package dev.assay.datasets.study;

import dev.assay.datasets.AssayException;
import dev.assay.datasets.StoppedException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says in one line what a failure of the file means and what to do. */
final class StudyErrors {

    private StudyErrors() {}

    /** The same failure in words, if it is one that a person can mend; else the exception as it is. */
    static RuntimeException explain(RuntimeException e, Path file) {
        return explained(e, sqliteCause(e).map(cause -> message(cause, file)));
    }

    /** As {@link #explain}, for what was to become a new file and did not. */
    static RuntimeException explainUnmade(RuntimeException e, Path target) {
        return explained(e, sqliteCause(e).map(cause -> unmade(cause, target)));
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
                "cannot write in " + folder + " (" + reason(e) + "): choose another folder, or free some space", e);
    }

    /** Whether SQLite says that the content of the file makes no sense. */
    static boolean isDamage(RuntimeException e) {
        return sqliteCause(e).map(cause -> (cause.getResultCode().code & 0xff) == 11).orElse(false);
    }

    private static RuntimeException explained(RuntimeException e, Optional<String> message) {
        if (e instanceof AssayException) {
            return e;
        }
        if (isWithoutNativePart(e)) {
            return new AssayException("the native part of SQLite cannot be loaded from " + System.getProperty("java.io.tmpdir")
                    + ": start Assay with -Dorg.sqlite.tmpdir=FOLDER, a folder with free space from which programs may run", e);
        }
        return message.<RuntimeException>map(text -> isDiskTrouble(e) ? new StoppedException(text, e) : new AssayException(text, e)).orElse(e);
    }

    private static @Nullable String message(SQLiteException e, Path file) {
        if (isDiskFull(e.getResultCode())) {
            return "the disk is full, " + file + " kept everything up to the last finished step: free some space and run the same again";
        }
        // The lower byte is the primary result code, https://sqlite.org/rescode.html
        return switch (e.getResultCode().code & 0xff) {
            case 8, 3 -> "cannot write " + file + ": the file or its folder is read-only; copy it to a folder of yours";
            case 14 -> "cannot open " + file + ": check that it and its folder may be read and written";
            case 5, 6 -> file + " is in use by another program: wait until it is done, or close it there";
            case 10 -> "the disk fails to read or write " + file + " (" + e.getResultCode().name()
                    + "): check the disk and its free space; what was finished before is kept";
            case 11 -> file + " is damaged: restore a backup, or see `assay doctor --study " + file + "`";
            case 26 -> file + " is no study: choose a file that Assay made";
            default -> null;
        };
    }

    private static @Nullable String unmade(SQLiteException e, Path target) {
        if (isDiskFull(e.getResultCode())) {
            return "the disk is full, " + target + " was not made: free some space, or choose another disk";
        }
        return switch (e.getResultCode().code & 0xff) {
            case 3, 8, 14 -> "cannot write " + target + ": choose another folder";
            case 10 -> "the disk fails to write " + target + " (" + e.getResultCode().name() + "): free some space, or choose another disk";
            case 11 -> "the study is damaged, " + target + " was not made: restore an older backup, or see `assay doctor`";
            default -> null;
        };
    }

    private static boolean isDiskTrouble(RuntimeException e) {
        return sqliteCause(e).map(cause -> isDiskFull(cause.getResultCode()) || (cause.getResultCode().code & 0xff) == 10).orElse(false);
    }

    /** The index of the log is a file too, and has codes of its own for a disk without room for it. */
    private static boolean isDiskFull(SQLiteErrorCode code) {
        return code == SQLiteErrorCode.SQLITE_FULL || code == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE;
    }

    private static Optional<SQLiteException> sqliteCause(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return Optional.of(sqlite);
            }
        }
        return Optional.empty();
    }

    private static boolean isWithoutNativePart(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getSimpleName().equals("NativeLibraryNotFoundException")) {
                return true;
            }
        }
        return false;
    }

    /** The system's own words, without the path that many exceptions put before them. */
    private static String reason(IOException e) {
        if (e instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
