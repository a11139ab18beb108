package dev.assay.app.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.app.workbench.Settings;
import dev.assay.app.workbench.Settings.Scheme;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.exporting.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The settings as a JSON file: {@code version} (a number), {@code scheme}, {@code textSize}, {@code recentStudies}, {@code remembered}.
 * Replaced as a whole, so that it is never half written. Missing or wrong fields have their usual value; a file that is no JSON is set aside
 * as {@code preferences.broken.json}; one of a newer program is read as far as it is understood and never written.
 */
public final class PreferencesFile {

    private static final int VERSION = 1;
    private static final int RECENT = 12;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private boolean ofNewerProgram;

    /** @param folder made when something is saved */
    public PreferencesFile(Path folder) {
        file = folder.resolve("preferences.json");
    }

    /**
     * Fills in the settings.
     *
     * @return what the person should know, if the file could not be read
     */
    public Optional<String> load(Settings settings) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(file));
            ofNewerProgram = json.path("version").asInt(VERSION) > VERSION;
            fill(settings, json);
            return Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.of(setAside());
        } catch (IOException e) {
            ofNewerProgram = true;
            return Optional.of("The preferences " + file + " cannot be read (" + e.getMessage() + "): check their permissions.");
        }
    }

    private static void fill(Settings settings, JsonNode json) {
        for (Scheme scheme : Scheme.values()) {
            if (json.path("scheme").asText().equals(name(scheme))) {
                settings.scheme().set(scheme);
            }
        }
        settings.textSize().set(json.path("textSize").asInt(100));
        List<String> recent = new ArrayList<>();
        json.path("recentStudies").forEach(study -> recent.add(study.asText()));
        settings.recentStudies().setAll(recent.stream().filter(name -> !name.isBlank()).limit(RECENT).toList());
        TreeMap<String, String> remembered = new TreeMap<>();
        json.path("remembered").properties().forEach(entry -> remembered.put(entry.getKey(), entry.getValue().asText()));
        settings.rememberAll(remembered);
    }

    private String setAside() {
        Path broken = file.resolveSibling("preferences.broken.json");
        try {
            Files.move(file, broken, StandardCopyOption.REPLACE_EXISTING);
            return "The preferences could not be understood and were set aside as " + broken + ". The usual ones are in use.";
        } catch (IOException e) {
            ofNewerProgram = true;
            return "The preferences " + file + " could not be understood: mend or delete them. The usual ones are in use.";
        }
    }

    /** The settings as JSON; to be made on the JavaFX thread, written anywhere. */
    public static String toJson(Settings settings) {
        ObjectNode json = JSON.createObjectNode()
                .put("version", VERSION)
                .put("scheme", name(settings.scheme().get()))
                .put("textSize", settings.textSize().get());
        settings.recentStudies().stream().limit(RECENT).forEach(json.withArray("recentStudies")::add);
        ObjectNode remembered = json.putObject("remembered");
        new TreeMap<>(settings.remembered()).forEach(remembered::put);
        return json.toPrettyString() + "\n";
    }

    /** @throws AssayException if the folder cannot be made or written */
    public synchronized void write(String json) {
        if (ofNewerProgram) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new AssayException("cannot keep the preferences in " + file + " (" + e.getMessage() + "): check the folder", e);
        }
        WholeFile.write(file, json);
    }

    private static String name(Scheme scheme) {
        return scheme.name().toLowerCase(Locale.ROOT);
    }
}
