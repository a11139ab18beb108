package dev.assay.judges.profiles;

import dev.assay.datasets.AssayException;
import dev.assay.taxonomy.tree.NodePath;
import java.util.List;
import java.util.stream.Stream;

/**
 * The profile of all subjects of a run: the score tree with intervals, ranks, strengths and weaknesses.
 *
 * @param subjects in alphabetical order
 * @param nodes the root first, then the nodes of the taxonomy depth first, also those without a judged query
 * @param options with which it was computed
 */
public record Profile(List<String> subjects, List<NodeProfile> nodes, ProfileOptions options) {

    public Profile {
        subjects = List.copyOf(subjects);
        nodes = List.copyOf(nodes);
    }

    public NodeProfile root() {
        return nodes.getFirst();
    }

    /** @throws AssayException if the taxonomy has no node there */
    public NodeProfile node(NodePath path) {
        return nodes.stream()
                .filter(node -> node.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssayException("no node " + path + " in the taxonomy of this study"
                        + NearNames.hint(path.toString(), nodes.stream().map(node -> node.path().toString()).toList())));
    }

    /**
     * The node and all below it.
     *
     * @throws AssayException if the taxonomy has no node there
     */
    public Profile below(NodePath path) {
        NodePath top = node(path).path();
        int depth = top.depth();
        return new Profile(
                subjects,
                nodes.stream()
                        .filter(node -> node.path().depth() >= depth
                                && node.path().names().subList(0, depth).equals(top.names()))
                        .toList(),
                options);
    }

    /**
     * One subject alone; its ranks and comparisons are still those among all.
     *
     * @throws AssayException if the run has not judged this subject
     */
    public Profile of(String subject) {
        if (!subjects.contains(subject)) {
            throw new AssayException("no subject " + subject + " in this run" + NearNames.hint(subject, subjects));
        }
        List<NodeProfile> alone = nodes.stream()
                .map(node -> new NodeProfile(
                        node.path(), node.n(), node.subject(subject).stream().toList()))
                .toList();
        return new Profile(List.of(subject), alone, options);
    }

    /** One row for each node and subject, as tables and JSON want it; without those where nothing was judged. */
    public Stream<ProfileRow> rows() {
        return nodes.stream().flatMap(node -> node.subjects().stream().map(score -> ProfileRow.of(node, score)));
    }
}
