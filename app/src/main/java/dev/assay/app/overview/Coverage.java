package dev.assay.app.overview;

import dev.assay.app.charts.Significance;
import dev.assay.datasets.study.Reading;
import dev.assay.taxonomy.tagging.NodeCounts;
import dev.assay.taxonomy.tree.Node;
import dev.assay.taxonomy.tree.NodePath;
import dev.assay.taxonomy.tree.Taxonomy;
import java.util.List;

/**
 * How the queries are spread over the leaves of the taxonomy.
 *
 * @param domains those with most thin leaves first
 */
record Coverage(List<Domain> domains) {

    /** A node with fewer queries is thin: nothing is tested there. */
    static final int THIN = Significance.FEWEST_QUERIES;

    /** From here on an interval is short enough to see a usual difference. */
    static final int MANY = 20;

    /**
     * A domain and its leaves by their number of queries.
     *
     * @param queries distinct ones anywhere in the domain
     * @param many leaves with {@link #MANY} queries or more
     * @param some leaves with fewer, but not thin
     * @param few thin leaves with at least one query
     * @param none leaves without a query
     */
    record Domain(NodePath path, int queries, int many, int some, int few, int none) {

        int leaves() {
            return many + some + few + none;
        }

        int thin() {
            return few + none;
        }
    }

    static Coverage of(Reading reading) {
        NodeCounts counts = NodeCounts.of(reading);
        return new Coverage(counts.taxonomy().domains().stream()
                .map(domain -> domain(counts, domain))
                .sorted((a, b) -> Integer.compare(b.thin(), a.thin()))
                .toList());
    }

    private static Domain domain(NodeCounts counts, Node domain) {
        Taxonomy taxonomy = counts.taxonomy();
        int[] leaves = new int[4];
        for (Node node : taxonomy.subtree(domain)) {
            if (taxonomy.isLeaf(node)) {
                int n = counts.queries(node);
                leaves[n >= MANY ? 0 : n >= THIN ? 1 : n > 0 ? 2 : 3]++;
            }
        }
        return new Domain(domain.path(), counts.queries(domain), leaves[0], leaves[1], leaves[2], leaves[3]);
    }

    int thin() {
        return domains.stream().mapToInt(Domain::thin).sum();
    }

    int mostLeaves() {
        return domains.stream().mapToInt(Domain::leaves).max().orElse(0);
    }
}
