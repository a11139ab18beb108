package dev.assay.taxonomy.tagging;

import dev.assay.taxonomy.tree.Node;
import java.util.List;

/**
 * The place of a query in a taxonomy: one domain, and below it the nodes that fit, under every basis.
 *
 * @param domain the query's domain
 * @param probability how sure the domain is, from 0 to 1
 * @param fits the deepest nodes that fit, the best first; those above them are implied. Empty where nothing below the domain fits
 */
public record Tagging(Node domain, double probability, List<Fit> fits) {

    public Tagging {
        fits = List.copyOf(fits);
    }

    /**
     * A node fits a query.
     *
     * @param node a node below the domain
     * @param score how likely a person would put the query there, from 0 to 1
     */
    public record Fit(Node node, double score) {}

    /** The tags as they are stored: the fits or, where there are none, the domain itself. */
    public List<Tag> tags(String queryId) {
        return fits.isEmpty()
                ? List.of(new Tag(queryId, domain.id(), probability))
                : fits.stream().map(fit -> new Tag(queryId, fit.node().id(), fit.score())).toList();
    }
}
