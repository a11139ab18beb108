package dev.assay.taxonomy.tagging;

import dev.assay.datasets.study.Reading;
import dev.assay.taxonomy.tree.Node;
import dev.assay.taxonomy.tree.Taxonomy;
import dev.assay.taxonomy.tree.TaxonomyTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
        Taxonomy taxonomy = new TaxonomyTable().load(reading);
        Map<String, List<String>> lineages = new HashMap<>();
        for (Node node : taxonomy.nodes()) {
            lineages.put(node.id(), taxonomy.lineage(node).stream().map(Node::id).toList());
        }
        Map<String, Integer> counts = new HashMap<>();
        try (Stream<List<String>> queries = new TagTable().nodesByQuery(reading)) {
            queries.forEach(tagged -> tagged.stream()
                    .flatMap(nodeId -> lineages.getOrDefault(nodeId, List.of()).stream())
                    .distinct()
                    .forEach(nodeId -> counts.merge(nodeId, 1, Integer::sum)));
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
