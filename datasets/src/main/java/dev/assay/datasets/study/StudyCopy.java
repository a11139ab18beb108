package dev.assay.datasets.study;

import dev.assay.datasets.AssayException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jdbi.v3.core.Handle;

/** Copies a study that may be in use. */
final class StudyCopy {

    private StudyCopy() {}

    /** @throws AssayException if the target exists or cannot be written; there is no half copy then */
    static void write(Handle handle, Path target) {
        if (Files.exists(target)) {
            throw new AssayException(target + " exists already: choose another name for the copy");
        }
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new AssayException("the folder " + folder + " does not exist: make it, or choose another");
        }
        UnfinishedFile.copy(target).make(path -> handle.execute("VACUUM INTO ?", StudyConnections.uri(path)));
    }
}
