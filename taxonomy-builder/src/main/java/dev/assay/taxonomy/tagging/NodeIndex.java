package dev.assay.taxonomy.tagging;

import dev.assay.datasets.embedding.Embedder;
import dev.assay.taxonomy.tree.Node;
import dev.assay.taxonomy.tree.Taxonomy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Vectors of all nodes of a taxonomy, from their names and paths, and of the examples of some. */
final class NodeIndex {

    /** So many examples weigh as much as a node's name. Set on the bundled sample, each query's own tags left out. */
    private static final double EXAMPLES_LIKE_A_NAME = 4;

    private final Map<String, float[]> vectors = new HashMap<>();
    private final Map<String, List<float[]>> examples = new LinkedHashMap<>();

    /**
     * Embeds a taxonomy.
     *
     * @param examplesByNode texts of queries that are known to stand under a node, by the node's id; they count for the nodes above it too
     */
    NodeIndex(Taxonomy taxonomy, Map<String, List<String>> examplesByNode, Embedder embedder) {
        List<Node> nodes = taxonomy.nodes();
        List<String> texts = new ArrayList<>();
        nodes.forEach(node -> {
            texts.add(NodeText.nameInBasis(node));
            texts.add(NodeText.path(node));
        });
        float[][] embedded = embedder.embed(texts);
        for (int i = 0; i < nodes.size(); i++) {
            vectors.put(nodes.get(i).id(), Vectors.unit(Vectors.sum(embedded[2 * i], 1, embedded[2 * i + 1])));
        }
        examplesByNode.forEach((id, queries) -> {
            List<float[]> ofNode = List.of(embedder.embed(queries));
            taxonomy.lineage(taxonomy.byId(id))
                    .forEach(node -> examples.computeIfAbsent(node.id(), any -> new ArrayList<>()).addAll(ofNode));
        });
    }

    /** The node's vector, of length 1. */
    float[] vector(Node node) {
        return Objects.requireNonNull(vectors.get(node.id()));
    }

    /** Embeddings of the queries that are known to stand under the node. */
    List<float[]> examples(Node node) {
        return examples.getOrDefault(node.id(), List.of());
    }

    /** A node's direction, drawn towards its examples, the more of them there are. */
    float[] towardsExamples(Node node, float[] direction, float[] centreOfQueries) {
        List<float[]> known = examples(node);
        if (known.isEmpty()) {
            return direction;
        }
        float[] mean = Vectors.mean(
                known.stream().map(vector -> Vectors.unit(Vectors.sum(vector, -1, centreOfQueries))).toList());
        double weight = known.size() / (known.size() + EXAMPLES_LIKE_A_NAME);
        return Vectors.unit(Vectors.sum(direction, weight, Vectors.unit(mean)));
    }
}
