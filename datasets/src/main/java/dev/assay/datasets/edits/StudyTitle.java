package dev.assay.datasets.edits;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.datasets.study.OwnsTables;
import dev.assay.datasets.study.Reading;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.study.Writing;
import java.time.Clock;
import java.util.Optional;

/** What a study is called. Without a title of its own it is called as its file. */
@OwnsTables("study_property")
public final class StudyTitle implements EditKind {

    private static final String NAME = "study title";
    private static final String PROPERTY = "title";

    /** The title, or the name of the file without its extension. */
    public static String of(Study study) {
        return study.read(StudyTitle::find).orElseGet(() -> ofFile(study));
    }

    private static String ofFile(Study study) {
        String name = String.valueOf(study.file().getFileName());
        return name.endsWith(".assay") ? name.substring(0, name.length() - ".assay".length()) : name;
    }

    /** The edit that gives the study a title; a blank one takes its title away. Surrounding and repeated white space is left out. */
    public static Edit edit(Reading reading, String title) {
        String plain = title.strip().replaceAll("\\s+", " ");
        return new Edit(
                NAME,
                JsonNodeFactory.instance.objectNode().put("before", find(reading).orElse("")).put("after", plain),
                plain.isEmpty() ? "take the title away" : "title the study “" + plain + "”");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void apply(Writing writing, JsonNode data, Clock clock) {
        change(writing, data.path("before").asText(), data.path("after").asText());
    }

    @Override
    public void revert(Writing writing, JsonNode data, Clock clock) {
        change(writing, data.path("after").asText(), data.path("before").asText());
    }

    private static void change(Writing writing, String from, String to) {
        String now = find(writing).orElse("");
        if (!now.equals(from)) {
            throw new EditRefused("the study is titled “" + now + "” by now");
        }
        if (to.isEmpty()) {
            writing.sql().execute("DELETE FROM study_property WHERE name = ?", PROPERTY);
        } else {
            writing.sql().execute(
                    "INSERT INTO study_property (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", PROPERTY, to);
        }
    }

    private static Optional<String> find(Reading reading) {
        return reading.first("SELECT value FROM study_property WHERE name = :name", row -> row.getString(1), PROPERTY);
    }
}
