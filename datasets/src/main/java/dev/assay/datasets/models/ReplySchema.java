package dev.assay.datasets.models;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The form that a reply must have.
 *
 * @param name letters, digits and underscores, as the services want it
 * @param schema JSON schema of an object
 */
public record ReplySchema(String name, ObjectNode schema) {

    public ReplySchema {
        if (!name.matches("[A-Za-z0-9_]{1,64}")) {
            throw new IllegalArgumentException("a schema's name is up to 64 letters, digits and underscores, not '" + name + "'");
        }
        schema = schema.deepCopy();
    }
}
