package dev.assay.datasets.models.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.exporting.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A versioned JSON file that is replaced as a whole. One that is no JSON is left as it is, for nobody but the person knows what was meant; one of a
 * newer program is read as far as it is understood, and not written.
 */
final class RegistryFile {

    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    RegistryFile(Path file) {
        this.file = file;
    }

    /** An empty object if there is no file. */
    synchronized ObjectNode read() {
        if (!Files.exists(file)) {
            return JSON.createObjectNode();
        }
        try {
            JsonNode content = JSON.readTree(Files.readAllBytes(file));
            if (content instanceof ObjectNode object) {
                return object;
            }
            throw new AssayException("the models in " + file + " cannot be understood: mend the file, or delete it and add them again");
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new AssayException(
                    "the models in " + file + ":" + line + " cannot be understood (no JSON): mend the file, or delete it and add them again", e);
        } catch (IOException e) {
            throw new AssayException("cannot read the models in " + file + " (" + e.getMessage() + "): check its permissions", e);
        }
    }

    synchronized void change(Consumer<ObjectNode> change) {
        ObjectNode content = read();
        if (content.path("version").asInt(VERSION) > VERSION) {
            throw new AssayException("the models in " + file + " were written by a newer version of Assay: change them with that, or update this one");
        }
        change.accept(content);
        ObjectNode whole = JSON.createObjectNode().put("version", VERSION);
        content.properties().stream().filter(field -> !field.getKey().equals("version")).forEach(field -> whole.set(field.getKey(), field.getValue()));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new AssayException("cannot keep the models in " + file + " (" + e.getMessage() + "): check the folder", e);
        }
        WholeFile.write(file, whole.toPrettyString() + "\n");
    }
}
