package dev.assay.taxonomy.tagging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** A query written to train the classifier of domains. */
record LabelledQuery(String text, QueryDomain domain) {

    /** All of them, from {@code labelled-queries.jsonl}: {@code {"text", "domain"}} a line. */
    static List<LabelledQuery> all() {
        try (InputStream lines = LabelledQuery.class.getResourceAsStream("labelled-queries.jsonl");
                var rows = new ObjectMapper().readerFor(JsonNode.class).<JsonNode>readValues(Objects.requireNonNull(lines))) {
            return rows.readAll().stream()
                    .map(row -> new LabelledQuery(
                            row.required("text").asText(),
                            QueryDomain.named(row.required("domain").asText()).orElseThrow()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
