package dev.assay.taxonomy.tree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A taxonomy: domain → basis → category → sub-category → seldom deeper (Feedbacker, TaxBuilder). Immutable.
 *
 * <p>Nodes are kept in depth-first order, siblings in the order they were given, so a node's descendants follow it directly.
 */
public final class Taxonomy {

    private final Map<String, Node> byId = new LinkedHashMap<>();
    private final Map<NodePath, Node> byPath = new HashMap<>();
    private final Map<String, List<Node>> children = new HashMap<>();
    private final List<Node> domains = new ArrayList<>();

    /** @param nodes parents before their children, siblings in order */
    public Taxonomy(Collection<Node> nodes) {
        Map<String, List<Node>> byParent = new LinkedHashMap<>();
        for (Node node : nodes) {
            node.parentId().ifPresentOrElse(
                    parent -> byParent.computeIfAbsent(parent, any -> new ArrayList<>()).add(node), () -> domains.add(node));
        }
        children.putAll(byParent);
        domains.forEach(this::index);
        if (byId.size() != nodes.size()) {
            throw new IllegalArgumentException("a taxonomy has nodes without a parent in it, or two nodes of one id");
        }
    }

    private void index(Node node) {
        byId.put(node.id(), node);
        if (byPath.put(node.path(), node) != null) {
            throw new IllegalArgumentException("a taxonomy has two nodes at " + node.path());
        }
        children(node).forEach(this::index);
    }

    /** All nodes below the root, depth first. */
    public List<Node> nodes() {
        return List.copyOf(byId.values());
    }

    public List<Node> domains() {
        return List.copyOf(domains);
    }

    public List<Node> children(Node node) {
        return List.copyOf(children.getOrDefault(node.id(), List.of()));
    }

    public boolean isLeaf(Node node) {
        return !children.containsKey(node.id());
    }

    public Optional<Node> find(NodePath path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** @throws IllegalArgumentException if there is no such node */
    public Node byId(String id) {
        Node node = byId.get(id);
        if (node == null) {
            throw new IllegalArgumentException("the taxonomy has no node " + id);
        }
        return node;
    }

    public boolean contains(String id) {
        return byId.containsKey(id);
    }

    /** The node's domain, its basis, … down to the node itself. */
    public List<Node> lineage(Node node) {
        List<Node> lineage = new ArrayList<>();
        Optional<Node> at = Optional.of(node);
        while (at.isPresent()) {
            lineage.addFirst(at.get());
            at = at.get().parentId().map(this::byId);
        }
        return lineage;
    }

    /** The node and all nodes below it, depth first. */
    public List<Node> subtree(Node node) {
        List<Node> subtree = new ArrayList<>();
        collect(node, subtree);
        return subtree;
    }

    private void collect(Node node, List<Node> subtree) {
        subtree.add(node);
        children(node).forEach(child -> collect(child, subtree));
    }

    public boolean isEmpty() {
        return byId.isEmpty();
    }

    public int size() {
        return byId.size();
    }
}
