package dev.assay.taxonomy.tagging;

/**
 * A query belongs under a node.
 *
 * @param queryId the query
 * @param nodeId the deepest node that fits; those above it are implied
 * @param score how well it fits, from 0 to 1; 1 where a person or a data set says so
 */
public record Tag(String queryId, String nodeId, double score) {

    public Tag {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("the score of a tag lies between 0 and 1, not at " + score);
        }
    }
}
