package dev.assay.app.reports;

import dev.assay.datasets.AssayException;
import dev.assay.datasets.exporting.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The folder that a report goes to, and what has been written there. */
final class ReportFolder {

    private final Path folder;
    private final List<Path> files = new ArrayList<>();

    /** @throws AssayException if the folder cannot be made */
    ReportFolder(Path folder) {
        this.folder = make(folder);
    }

    Path path() {
        return folder;
    }

    /** A folder in it, made if it is not there. */
    Path folder(String name) {
        return make(folder.resolve(name));
    }

    Path write(String name, String text) {
        Path file = folder.resolve(name);
        WholeFile.write(file, text);
        files.add(file);
        return file;
    }

    void note(Path file) {
        if (!files.contains(file)) {
            files.add(file);
        }
    }

    List<Path> files() {
        return List.copyOf(files);
    }

    private static Path make(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new AssayException("cannot make the folder " + folder + " (" + e.getMessage() + "): choose another", e);
        }
    }
}
