package dev.assay.taxonomy.tagging;

import dev.assay.taxonomy.tree.Node;
import dev.assay.taxonomy.tree.NodePath;
import dev.assay.taxonomy.tree.Taxonomy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Taxonomies for tests. */
final class Trees {

    private Trees() {}

    /** The tree of the nodes at these paths and all above them; a node's id is its path. */
    static Taxonomy of(String... paths) {
        Map<NodePath, Node> nodes = new LinkedHashMap<>();
        for (String path : paths) {
            NodePath at = NodePath.ROOT;
            for (String name : NodePath.parse(path).names()) {
                Optional<String> parent = Optional.ofNullable(nodes.get(at)).map(Node::id);
                at = at.child(name);
                nodes.putIfAbsent(at, new Node(at.toString(), parent, at));
            }
        }
        return new Taxonomy(nodes.values());
    }

    static Taxonomy small() {
        return of(
                "/writing/Task Types/Email", "/writing/Task Types/Poem/Haiku", "/writing/Task Types/Poem/Sonnet",
                "/writing/Task Types/Story", "/writing/Styles/Formal", "/writing/Styles/Humorous",
                "/coding/Languages/Python", "/coding/Languages/SQL", "/coding/Languages/Go", "/coding/Task Types/Debugging",
                "/coding/Task Types/Code Writing", "/math/Topics/Algebra", "/math/Topics/Geometry", "/math/Topics/Probability");
    }
}
