package dev.assay.taxonomy.tagging;

import dev.assay.datasets.study.Reading;
import dev.assay.taxonomy.tree.Node;
import dev.assay.taxonomy.tree.Taxonomy;
import dev.assay.taxonomy.tree.TaxonomyTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many queries stand under each node of the taxonomy, their own and those of all nodes below counted once each. */
public final class NodeCounts {

    private final Taxonomy taxonomy;
    private final Map<String, Integer> byNode;

    private NodeCounts(Taxonomy taxonomy, Map<String, Integer> byNode) {
        this.taxonomy = taxonomy;
        this.byNode = byNode;
    }

    /** Of the study as it stands. Tags of nodes that the taxonomy does not have count nowhere. */
    public static NodeCounts of(Reading reading) {
        return of(new TaxonomyTable().load(reading), new TagTable().all(reading));
    }

    /** @param tags by query: the tags of a query follow each other */
    static NodeCounts of(Taxonomy taxonomy, List<Tag> tags) {
        Map<String, List<String>> lineages = new HashMap<>();
        for (Node node : taxonomy.nodes()) {
            lineages.put(node.id(), taxonomy.lineage(node).stream().map(Node::id).toList());
        }
        Map<String, Integer> counts = new HashMap<>();
        Set<String> ofQuery = new HashSet<>();
        String query = "";
        for (Tag tag : tags) {
            if (!tag.queryId().equals(query)) {
                ofQuery.clear();
                query = tag.queryId();
            }
            for (String nodeId : lineages.getOrDefault(tag.nodeId(), List.of())) {
                if (ofQuery.add(nodeId)) {
                    counts.merge(nodeId, 1, Integer::sum);
                }
            }
        }
        return new NodeCounts(taxonomy, counts);
    }

    /** The tree that was counted. */
    public Taxonomy taxonomy() {
        return taxonomy;
    }

    public int queries(Node node) {
        return byNode.getOrDefault(node.id(), 0);
    }
}
