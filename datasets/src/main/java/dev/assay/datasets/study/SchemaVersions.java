package dev.assay.datasets.study;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Versions of the parts of a schema, as they stand in a study or as the program knows them.
 *
 * @param byPart version by name of the part; a part that is not named has version 0
 */
record SchemaVersions(Map<String, Integer> byPart) {

    SchemaVersions {
        byPart = Map.copyOf(byPart);
    }

    static SchemaVersions of(List<SchemaPart> parts) {
        return new SchemaVersions(
                parts.stream().collect(Collectors.toMap(SchemaPart::name, part -> part.migrations().size())));
    }

    int of(SchemaPart part) {
        return byPart.getOrDefault(part.name(), 0);
    }

    /** The format of the whole: it grows with every migration of any part, and two programs of one line agree on it. */
    int sum() {
        return byPart.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether any part is further than in the other, or is not known there. */
    boolean exceeds(SchemaVersions other) {
        return byPart.entrySet().stream().anyMatch(part -> part.getValue() > other.byPart.getOrDefault(part.getKey(), 0));
    }
}
