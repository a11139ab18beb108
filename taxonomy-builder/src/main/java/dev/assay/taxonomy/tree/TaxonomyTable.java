package dev.assay.taxonomy.tree;

import dev.assay.datasets.records.ContentId;
import dev.assay.datasets.study.OwnsTables;
import dev.assay.datasets.study.Reading;
import dev.assay.datasets.study.Writing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The taxonomy of a study. */
@OwnsTables("node")
public final class TaxonomyTable {

    private record Row(String id, Optional<String> parentId, String name) {}

    public Taxonomy load(Reading reading) {
        Map<String, List<Row>> byParent = new LinkedHashMap<>();
        reading.sql()
                .createQuery("SELECT id, parent_id, name FROM node ORDER BY position, name")
                .map((row, context) ->
                        new Row(row.getString("id"), Optional.ofNullable(row.getString("parent_id")), row.getString("name")))
                .forEach(row -> byParent.computeIfAbsent(row.parentId().orElse(""), any -> new ArrayList<>()).add(row));
        List<Node> nodes = new ArrayList<>();
        Deque<Node> open = new ArrayDeque<>();
        for (Row domain : byParent.getOrDefault("", List.of())) {
            open.add(new Node(domain.id(), Optional.empty(), NodePath.of(domain.name())));
        }
        while (!open.isEmpty()) {
            Node node = open.poll();
            nodes.add(node);
            for (Row child : byParent.getOrDefault(node.id(), List.of())) {
                open.add(new Node(child.id(), Optional.of(node.id()), node.path().child(child.name())));
            }
        }
        return new Taxonomy(nodes);
    }

    /**
     * Adds the node at a path, and those above it that are missing.
     *
     * @return how many nodes were added; 0 if the path was there already
     */
    public int insert(Writing writing, NodePath path, String runId) {
        int added = 0;
        Optional<String> parent = Optional.empty();
        NodePath at = NodePath.ROOT;
        for (String name : path.names()) {
            at = at.child(name);
            Optional<String> existing = findChild(writing, parent, name);
            if (existing.isEmpty()) {
                existing = Optional.of(insertChild(writing, parent, at, runId));
                added++;
            }
            parent = existing;
        }
        return added;
    }

    private static Optional<String> findChild(Reading reading, Optional<String> parent, String name) {
        return reading.sql()
                .createQuery("SELECT id FROM node WHERE coalesce(parent_id, '') = :parent AND name = :name")
                .bind("parent", parent.orElse(""))
                .bind("name", name)
                .mapTo(String.class)
                .findOne();
    }

    private static String insertChild(Writing writing, Optional<String> parent, NodePath path, String runId) {
        String id = ContentId.of("node", path.names().toArray(String[]::new));
        writing.sql()
                .createUpdate("""
                        INSERT INTO node (id, parent_id, name, position, run_id)
                        VALUES (:id, :parent, :name,
                                (SELECT coalesce(max(position) + 1, 0) FROM node WHERE coalesce(parent_id, '') = :parentKey), :run)""")
                .bind("id", id)
                .bind("parent", parent.orElse(null))
                .bind("parentKey", parent.orElse(""))
                .bind("name", path.name())
                .bind("run", runId)
                .execute();
        return id;
    }
}
