package dev.assay.app.queries;

import dev.assay.taxonomy.tree.Node;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Nodes of a taxonomy, found by what a person types of their names. */
final class NodeNames {

    private NodeNames() {}

    /**
     * Nodes of which each word typed stands in the path, and at least one in the name itself; those whose name begins so come first.
     *
     * @param typed blank finds all
     */
    static Stream<Node> find(List<Node> nodes, String typed) {
        String plain = typed.strip().toLowerCase(Locale.ROOT);
        List<String> words = List.of(plain.split("[\\s/›]+"));
        if (plain.isEmpty()) {
            return nodes.stream();
        }
        return nodes.stream()
                .filter(node -> matches(node, words))
                .sorted(Comparator.comparingInt((Node node) -> node.name().toLowerCase(Locale.ROOT).startsWith(plain) ? 0 : 1)
                        .thenComparingInt(Node::depth));
    }

    /** "coding › Task Types › Debugging". */
    static String path(Node node) {
        return String.join(" › ", node.path().names());
    }

    private static boolean matches(Node node, List<String> words) {
        String name = node.name().toLowerCase(Locale.ROOT);
        String path = path(node).toLowerCase(Locale.ROOT);
        return words.stream().allMatch(path::contains) && words.stream().anyMatch(name::contains);
    }
}
