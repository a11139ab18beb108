package dev.assay.app.demo;

import dev.assay.datasets.AssayException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/**
 * The sample that comes with the program: 72 queries, the answers of four invented subjects with known strengths and faults, and 24
 * trajectories of agents with feedback. Its texts were written for Assay; they are no answers of the models they might remind of.
 */
final class Sample {

    static final String TAXONOMY = "taxonomy.json";
    static final String QUERIES = "queries.jsonl";
    static final String RESPONSES = "responses.jsonl";

    private static final List<String> FILES =
            List.of("README.md", TAXONOMY, QUERIES, RESPONSES, "trajectories.jsonl", "feedback.jsonl");

    private Sample() {}

    /** Copies the sample's files into a folder, so that they can be looked at and imported like anybody's. */
    static void copyTo(Path folder) {
        try {
            Files.createDirectories(folder);
            for (String name : FILES) {
                try (InputStream file = Objects.requireNonNull(Sample.class.getResourceAsStream(name), name)) {
                    Files.copy(file, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new AssayException("cannot write the sample into " + folder + " (" + e.getMessage() + "): choose another folder", e);
        }
    }
}
