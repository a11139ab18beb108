package dev.assay.judges.profiles;

import dev.assay.taxonomy.tagging.Tag;
import dev.assay.taxonomy.tree.Node;
import dev.assay.taxonomy.tree.NodePath;
import dev.assay.taxonomy.tree.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Builds small taxonomies for tests; the id of a node is its path. */
final class Trees {

    private Trees() {}

    /** A taxonomy with these nodes and all above them. */
    static Taxonomy taxonomy(String... paths) {
        Map<String, Node> nodes = new TreeMap<>();
        for (String text : paths) {
            NodePath path = NodePath.ROOT;
            for (String name : NodePath.parse(text).names()) {
                Optional<String> parent = path.equals(NodePath.ROOT) ? Optional.empty() : Optional.of(path.toString());
                path = path.child(name);
                nodes.putIfAbsent(path.toString(), new Node(path.toString(), parent, path));
            }
        }
        return new Taxonomy(new ArrayList<>(nodes.values()));
    }

    static Tag tag(String query, String path) {
        return new Tag(query, path, 1);
    }

    /** The node's score of a subject. */
    static SubjectScore at(Profile profile, String path, String subject) {
        return profile.node(NodePath.parse(path)).subject(subject).orElseThrow();
    }

    static double meanAt(Profile profile, String path, String subject) {
        return at(profile, path, subject).mean().orElseThrow().value();
    }

    static Profile profile(ScoreMatrix.Builder scores, Taxonomy taxonomy, List<Tag> tags) {
        return Profiler.profile(scores.build(), taxonomy, tags, ProfileOptions.seeded(1));
    }
}
