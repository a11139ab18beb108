package dev.assay.taxonomy.tree;

import java.util.Optional;

/**
 * A node of a taxonomy. By depth: 1 a domain, 2 a basis (a criterion of classification), from 3 on a category.
 *
 * @param id stays the same when the node is renamed or moved
 * @param parentId empty for a domain
 * @param path where the node stands now
 */
public record Node(String id, Optional<String> parentId, NodePath path) {

    public String name() {
        return path.name();
    }

    public int depth() {
        return path.depth();
    }
}
