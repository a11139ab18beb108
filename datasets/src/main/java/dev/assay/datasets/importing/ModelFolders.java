package dev.assay.datasets.importing;

import dev.assay.datasets.AssayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the files of AlpacaEval in the folder of a model, or in a folder of such folders. */
final class ModelFolders {

    private static final List<String> NAMES =
            List.of("model_outputs.json", "model_outputs.json.gz", "annotations.json", "annotations.json.gz");

    private ModelFolders() {}

    /** @throws AssayException if there are none */
    static List<Path> files(Path folder) {
        List<Path> own = filesOf(folder);
        if (!own.isEmpty()) {
            return own;
        }
        try (Stream<Path> children = Files.list(folder)) {
            List<Path> files = children.filter(Files::isDirectory)
                    .sorted()
                    .flatMap(child -> filesOf(child).stream())
                    .toList();
            if (files.isEmpty()) {
                throw new AssayException(folder
                        + " holds neither model_outputs.json nor annotations.json, nor folders with them: name the folder of a model");
            }
            return files;
        } catch (IOException e) {
            throw new AssayException(folder + " cannot be read (" + e.getMessage() + "): check its permissions", e);
        }
    }

    private static List<Path> filesOf(Path folder) {
        return NAMES.stream().map(folder::resolve).filter(Files::isRegularFile).toList();
    }
}
