package dev.assay.datasets.models.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.models.ModelDefinition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The models that a person has set up, in a file of the person's. It never holds a key. Each call reads the file anew, so that the window and the
 * command line see each other's changes; what they do not understand in it they keep.
 */
public final class ModelRegistry {

    private final RegistryFile file;

    /** @param file {@code models.json} in the folder of the person's preferences; neither needs to be there */
    public ModelRegistry(Path file) {
        this.file = new RegistryFile(file);
    }

    /**
     * In the order in which they were added, without those that {@link #problems} tells of.
     *
     * @throws AssayException if the file cannot be read
     */
    public List<ModelDefinition> list() {
        List<ModelDefinition> models = new ArrayList<>();
        for (JsonNode entry : entries(file.read())) {
            if (problem(entry).isEmpty()) {
                models.add(DefinitionJson.read(entry));
            }
        }
        return models;
    }

    /** What is wrong with entries that cannot be used, one line for each. */
    public List<String> problems() {
        return entries(file.read()).valueStream().map(ModelRegistry::problem).flatMap(Optional::stream).toList();
    }

    /** @throws AssayException if there is no such model, or its entry cannot be used */
    public ModelDefinition get(String name) {
        ObjectNode content = file.read();
        JsonNode entry = entries(content).valueStream()
                .filter(each -> isCalled(each, name))
                .findFirst()
                .orElseThrow(() -> noSuch(name, content));
        problem(entry).ifPresent(problem -> {
            throw new AssayException(problem);
        });
        return DefinitionJson.read(entry);
    }

    /**
     * @param confirmed whether the person has said that the model's address may be insecure, see {@link DefinitionCheck#needsConfirmation}
     * @throws AssayException if there is one of this name, or something about it is not allowed
     */
    public void add(ModelDefinition model, boolean confirmed) {
        DefinitionCheck.require(model, confirmed);
        file.change(content -> {
            requireFree(content, model.name(), Optional.empty());
            entries(content).add(DefinitionJson.write(model, confirmed));
        });
    }

    /**
     * Changes a model; what this program does not know of it stays.
     *
     * @param name of the model; the changed one may have another
     * @param confirmed as in {@link #add}
     * @throws AssayException if there is no such model, or something about the changed one is not allowed
     */
    public void replace(String name, ModelDefinition model, boolean confirmed) {
        DefinitionCheck.require(model, confirmed);
        file.change(content -> {
            requireFree(content, model.name(), Optional.of(name));
            ArrayNode entries = entries(content);
            int place = place(content, name);
            entries.set(place, DefinitionJson.change(entries.get(place), model, confirmed));
        });
    }

    /** @throws AssayException if there is no such model */
    public void remove(String name) {
        file.change(content -> entries(content).remove(place(content, name)));
    }

    private static ArrayNode entries(ObjectNode content) {
        return content.get("models") instanceof ArrayNode there ? there : content.putArray("models");
    }

    private static boolean isCalled(JsonNode entry, String name) {
        return entry.path("name").asText().equalsIgnoreCase(name.strip());
    }

    private static int place(ObjectNode content, String name) {
        ArrayNode entries = entries(content);
        for (int i = 0; i < entries.size(); i++) {
            if (isCalled(entries.get(i), name)) {
                return i;
            }
        }
        throw noSuch(name, content);
    }

    private static AssayException noSuch(String name, ObjectNode content) {
        List<String> names = entries(content).valueStream().map(entry -> entry.path("name").asText()).toList();
        return new AssayException("there is no model " + name + ": "
                + (names.isEmpty() ? "add it with `models add`" : "choose " + String.join(", ", names) + ", or add it with `models add`"));
    }

    private static void requireFree(ObjectNode content, String name, Optional<String> except) {
        for (JsonNode entry : entries(content)) {
            if (isCalled(entry, name) && except.filter(own -> isCalled(entry, own)).isEmpty()) {
                throw new AssayException("there is already a model " + entry.path("name").asText() + ": choose another name, or remove it first");
            }
        }
    }

    private static Optional<String> problem(JsonNode entry) {
        String name = entry.path("name").asText("without a name");
        try {
            DefinitionCheck.require(DefinitionJson.read(entry), entry.path(DefinitionJson.CONFIRMED).asBoolean());
            return Optional.empty();
        } catch (AssayException e) {
            return Optional.of("the model " + name + " cannot be used: " + e.getMessage());
        }
    }
}
