package dev.assay.taxonomy.tagging;

import dev.assay.datasets.records.QueryRow;
import java.util.List;

/**
 * A query as it stands in a list, with its tags.
 *
 * @param query the query
 * @param tags the deepest nodes it stands under, by node id; those above them are implied
 */
public record TaggedRow(QueryRow query, List<Tag> tags) {

    public TaggedRow {
        tags = List.copyOf(tags);
    }
}
