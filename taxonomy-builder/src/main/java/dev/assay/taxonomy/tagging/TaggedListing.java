package dev.assay.taxonomy.tagging;

import dev.assay.datasets.records.FoundQueries;
import dev.assay.datasets.records.QueryFilter;
import dev.assay.datasets.records.QueryListing;
import dev.assay.datasets.records.QueryRow;
import dev.assay.datasets.records.QuerySort;
import dev.assay.datasets.study.Reading;
import dev.assay.taxonomy.tagging.Placement.Anywhere;
import dev.assay.taxonomy.tagging.Placement.Below;
import dev.assay.taxonomy.tagging.Placement.Thin;
import dev.assay.taxonomy.tagging.Placement.Untagged;
import dev.assay.taxonomy.tree.Node;
import dev.assay.taxonomy.tree.Taxonomy;
import dev.assay.taxonomy.tree.TaxonomyTable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds and lists queries as {@link QueryListing} does, also by their place in the taxonomy, and with their tags. */
public final class TaggedListing {

    private final QueryListing queries = new QueryListing();
    private final TagTable tags = new TagTable();

    /** The queries that meet a filter and stand there, in order. */
    public FoundQueries find(Reading reading, QueryFilter filter, Placement placement, QuerySort sort) {
        return queries.find(reading, placed(reading, filter, placement), sort);
    }

    /** How many queries meet a filter and stand there. */
    public int count(Reading reading, QueryFilter filter, Placement placement) {
        return queries.count(reading, placed(reading, filter, placement));
    }

    /** Rows of at most {@code limit} of the queries found, from the place {@code offset} on, counted from 0. */
    public List<TaggedRow> page(Reading reading, FoundQueries found, int offset, int limit) {
        List<QueryRow> rows = queries.page(reading, found, offset, limit);
        Map<String, List<Tag>> byQuery = tags.ofQueries(reading, rows.stream().map(QueryRow::id).toList());
        return rows.stream().map(row -> new TaggedRow(row, byQuery.getOrDefault(row.id(), List.of()))).toList();
    }

    private QueryFilter placed(Reading reading, QueryFilter filter, Placement placement) {
        return switch (placement) {
            case Anywhere() -> filter;
            case Below(var nodeId) -> filter.withAmong(tags.queriesUnder(reading, subtree(new TaxonomyTable().load(reading), nodeId)));
            case Untagged() -> filter.withWithout(tags.tagged(reading));
            case Thin(var minimum) -> filter.withAmong(tags.queriesUnder(reading, thinNodes(reading, minimum)));
        };
    }

    private static Set<String> subtree(Taxonomy taxonomy, String nodeId) {
        return taxonomy.contains(nodeId)
                ? taxonomy.subtree(taxonomy.byId(nodeId)).stream().map(Node::id).collect(Collectors.toSet())
                : Set.of();
    }

    /** All below a thin node is thin too, so these are whole branches. */
    private static Set<String> thinNodes(Reading reading, int minimum) {
        NodeCounts counts = NodeCounts.of(reading);
        return counts.taxonomy().nodes().stream()
                .filter(node -> counts.queries(node) < minimum)
                .map(Node::id)
                .collect(Collectors.toSet());
    }
}
