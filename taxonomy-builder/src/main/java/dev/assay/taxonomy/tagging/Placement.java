package dev.assay.taxonomy.tagging;

/** Where in the taxonomy queries are looked for. */
public sealed interface Placement {

    /** Anywhere, tagged or not. */
    record Anywhere() implements Placement {}

    /**
     * Under a node or any node below it.
     *
     * @param nodeId the node; under one that the taxonomy does not have there is nothing
     */
    record Below(String nodeId) implements Placement {}

    /** Under no node at all. */
    record Untagged() implements Placement {}

    /**
     * Under a node that few queries stand under: a profile says little there.
     *
     * @param minimum a node with fewer queries, its own and those of the nodes below it, is thin
     */
    record Thin(int minimum) implements Placement {}
}
