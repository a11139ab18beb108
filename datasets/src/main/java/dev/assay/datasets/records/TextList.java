package dev.assay.datasets.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;

/** A list of texts in one column, as a JSON array. */
final class TextList {

    private static final ObjectMapper JSON = new ObjectMapper();

    private TextList() {}

    static String toJson(List<String> texts) {
        if (texts.isEmpty()) {
            return "[]";
        }
        try {
            return JSON.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> fromJson(String json) {
        if (json.equals("[]")) {
            return List.of();
        }
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
