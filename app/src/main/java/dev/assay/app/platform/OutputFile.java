package dev.assay.app.platform;

import dev.assay.datasets.AssayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Where exports and figures may be written to: never over a study, and never over what lies beside one. */
public final class OutputFile {

    /** What SQLite and the lock of the writer put beside a study, now or later. */
    private static final Pattern BESIDE_A_STUDY = Pattern.compile(".*\\.assay-(wal|shm|journal|lock)", Pattern.DOTALL);

    private OutputFile() {}

    /**
     * The file, if it may be written.
     *
     * @param study the study that is in use; need not exist
     * @throws AssayException if a study lies there, or a file that belongs to one
     */
    public static Path checked(Path file, Path study) {
        boolean isTaken = Files.isRegularFile(file) && (isSame(file, study) || file.toString().endsWith(".assay"));
        if (isTaken || BESIDE_A_STUDY.matcher(file.toString()).matches()) {
            throw new AssayException("cannot write " + file + ": it is a study, or belongs to one; choose another name");
        }
        return file;
    }

    private static boolean isSame(Path file, Path study) {
        try {
            return Files.exists(study) && Files.isSameFile(file, study);
        } catch (IOException e) {
            throw new AssayException("cannot read " + file + " (" + e.getMessage() + "): check its permissions", e);
        }
    }
}
