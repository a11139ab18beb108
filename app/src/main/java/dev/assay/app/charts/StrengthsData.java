package dev.assay.app.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Where one subject differs from a reference.
 *
 * @param axis what the score is
 * @param subject the subject's name
 * @param reference what its differences are from, such as {@code mean of ten}
 * @param nodes the nodes from top to bottom, usually from the greatest strength to the greatest weakness
 */
public record StrengthsData(ScoreAxis axis, String subject, String reference, List<Node> nodes) {

    /**
     * A node of the taxonomy.
     *
     * @param path its names from the root's child to itself
     * @param difference paired difference of the subject from the reference
     * @param low lower bound of its interval
     * @param high upper bound
     * @param n number of queries
     * @param failures queries whose judgment failed
     * @param q q-value over all tested nodes; empty if the node was not tested
     */
    public record Node(
            List<String> path, double difference, double low, double high, int n, int failures, OptionalDouble q) {

        /** Copies the path and checks that the numbers can be drawn. */
        public Node {
            path = List.copyOf(path);
            Checks.that(!path.isEmpty(), "a node has no name");
            String name = path.getLast();
            Checks.interval(difference, low, high, name);
            Checks.that(n >= 1 && failures >= 0, "\"%s\" has %d queries and %d failures", name, n, failures);
            q.ifPresent(level -> Checks.level(level, name));
        }

        boolean tested() {
            return q.isPresent() && n >= Significance.FEWEST_QUERIES;
        }

        Verdict verdict() {
            return tested() ? Significance.verdict(difference, q) : Verdict.INDISTINGUISHABLE;
        }
    }

    /** Copies the nodes. */
    public StrengthsData {
        nodes = List.copyOf(nodes);
        Checks.that(!nodes.isEmpty(), "\"%s\" has no node with a score; judge some of its answers first", subject);
    }

    List<String> labels() {
        return PathLabels.of(nodes.stream().map(Node::path).toList());
    }

    boolean hasFailures() {
        return nodes.stream().anyMatch(node -> node.failures() > 0);
    }

    boolean allTested() {
        return nodes.stream().allMatch(Node::tested);
    }

    Table table() {
        List<List<@Nullable Object>> lines = new ArrayList<>();
        for (Node node : nodes) {
            lines.add(Table.row(
                    subject, reference, String.join("/", node.path()), node.difference(), node.low(), node.high(),
                    axis.confidence(), node.n(), node.failures(),
                    node.q().isPresent() ? (Double) node.q().getAsDouble() : null, node.tested()));
        }
        return new Table(
                "strengths",
                List.of("subject", "reference", "node", "difference", "low", "high", "confidence", "n", "failures", "q", "tested"),
                lines);
    }
}
