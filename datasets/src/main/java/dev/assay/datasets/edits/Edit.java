package dev.assay.datasets.edits;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A change by hand, as a value.
 *
 * @param kind name of the {@link EditKind} that can carry it out
 * @param data all that the kind needs to apply and to revert it
 * @param description what it does, as it stands in a menu after "Undo": "add tag coding › Debugging to query 701"
 */
public record Edit(String kind, JsonNode data, String description) {}
