package dev.assay.datasets.models;

import java.util.Locale;
import java.util.Optional;

/** How a service can be told the form that a reply must have. */
public enum SchemaSupport {
    /** It takes the JSON schema and holds the model to it. */
    JSON_SCHEMA,
    /** It holds the model to JSON; the schema stands in the prompt. */
    JSON_MODE,
    /** The schema stands in the prompt, and nothing else is done. */
    PROMPT_ONLY;

    /** As it is written in files and on the command line. */
    public String id() {
        return switch (this) {
            case JSON_SCHEMA -> "json-schema";
            case JSON_MODE -> "json-mode";
            case PROMPT_ONLY -> "prompt";
        };
    }

    public static Optional<SchemaSupport> fromId(String id) {
        for (SchemaSupport support : values()) {
            if (support.id().equals(id.toLowerCase(Locale.ROOT))) {
                return Optional.of(support);
            }
        }
        return Optional.empty();
    }
}
