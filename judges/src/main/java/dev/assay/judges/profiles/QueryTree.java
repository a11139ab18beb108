package dev.assay.judges.profiles;

import dev.assay.taxonomy.tagging.Tag;
import dev.assay.taxonomy.tree.Node;
import dev.assay.taxonomy.tree.NodePath;
import dev.assay.taxonomy.tree.Taxonomy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The distinct queries below each node of a taxonomy: those tagged with the node itself or with any of its descendants, each once. The
 * root comes first and has all queries, also those without a tag; then the nodes depth first.
 *
 * @param nodes root first, each with its queries
 */
record QueryTree(List<NodeQueries> nodes) {

    /**
     * Queries of a node.
     *
     * @param path identifies the node; names do not
     * @param queries rows of the score matrix, ascending
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record NodeQueries(NodePath path, int[] queries) {}

    /** Tags of queries that were not judged, and of nodes that the taxonomy no longer has, count for nothing. */
    static QueryTree of(ScoreMatrix scores, Taxonomy taxonomy, Collection<Tag> tags) {
        List<Node> nodes = taxonomy.nodes();
        Map<String, Integer> number = new HashMap<>();
        int[] parent = new int[nodes.size()];
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            number.put(node.id(), i);
            parent[i] = node.parentId().map(number::get).orElse(-1);
        }
        Rows[] rows = new Rows[nodes.size()];
        Arrays.setAll(rows, any -> new Rows());
        List<int[]> tagged = tagsByQuery(scores, number, tags);
        for (int query = 0; query < tagged.size(); query++) {
            for (int node : tagged.get(query)) {
                for (int at = node; at >= 0 && rows[at].add(query); at = parent[at]) {}
            }
        }
        List<NodeQueries> result = new ArrayList<>();
        result.add(new NodeQueries(NodePath.ROOT, all(scores.queries().size())));
        for (int i = 0; i < rows.length; i++) {
            result.add(new NodeQueries(nodes.get(i).path(), rows[i].toArray()));
        }
        return new QueryTree(List.copyOf(result));
    }

    private static List<int[]> tagsByQuery(ScoreMatrix scores, Map<String, Integer> nodes, Collection<Tag> tags) {
        Map<String, Integer> queries = new HashMap<>();
        for (String query : scores.queries()) {
            queries.put(query, queries.size());
        }
        List<Rows> byQuery = new ArrayList<>();
        scores.queries().forEach(any -> byQuery.add(new Rows()));
        for (Tag tag : tags) {
            Integer query = queries.get(tag.queryId());
            Integer node = nodes.get(tag.nodeId());
            if (query != null && node != null) {
                byQuery.get(query).add(node);
            }
        }
        return byQuery.stream().map(Rows::toArray).toList();
    }

    private static int[] all(int size) {
        int[] rows = new int[size];
        Arrays.setAll(rows, i -> i);
        return rows;
    }

    /** A growing list of numbers that leaves out one that was just added: an ancestor reached twice, after which all above it are too. */
    private static final class Rows {

        private int[] values = new int[4];
        private int size;

        boolean add(int value) {
            if (size > 0 && values[size - 1] == value) {
                return false;
            }
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
            return true;
        }

        int[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }
}
