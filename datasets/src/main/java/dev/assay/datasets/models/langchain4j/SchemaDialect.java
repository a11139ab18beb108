package dev.assay.datasets.models.langchain4j;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.models.Provider;
import java.util.List;
import java.util.Set;

/**
 * A schema as a provider takes it. Anthropic's refuses ranges and lengths; they are written into the description there, where the model reads them.
 * The reply is checked against the whole schema in any case.
 */
final class SchemaDialect {

    private static final List<String> UNKNOWN_TO_ANTHROPIC = List.of(
            "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern", "minItems", "maxItems",
            "uniqueItems", "minProperties", "maxProperties");
    /** Their keys are names of the person's, not of the schema language. */
    private static final Set<String> NAMED_PARTS = Set.of("properties", "$defs", "definitions");

    private SchemaDialect() {}

    static ObjectNode of(Provider provider, ObjectNode schema) {
        if (provider != Provider.ANTHROPIC) {
            return schema;
        }
        ObjectNode copy = schema.deepCopy();
        simplify(copy);
        return copy;
    }

    private static void simplify(ObjectNode schema) {
        StringBuilder limits = new StringBuilder();
        for (String word : UNKNOWN_TO_ANTHROPIC) {
            JsonNode limit = schema.remove(word);
            if (limit != null) {
                limits.append(limits.isEmpty() ? "" : ", ").append(word).append(' ').append(limit.asText());
            }
        }
        if (!limits.isEmpty()) {
            String said = schema.path("description").asText();
            schema.put("description", said.isEmpty() ? limits.toString() : said + " (" + limits + ")");
        }
        schema.properties().forEach(field -> {
            if (NAMED_PARTS.contains(field.getKey())) {
                field.getValue().forEach(SchemaDialect::descend);
            } else {
                descend(field.getValue());
            }
        });
    }

    private static void descend(JsonNode part) {
        if (part instanceof ObjectNode schema) {
            simplify(schema);
        } else if (part.isArray()) {
            part.forEach(SchemaDialect::descend);
        }
    }
}
