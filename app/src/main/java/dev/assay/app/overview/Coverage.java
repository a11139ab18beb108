package dev.assay.app.overview;

import dev.assay.app.charts.Significance;
import dev.assay.datasets.Counted;
import dev.assay.datasets.study.Reading;
import dev.assay.taxonomy.tagging.NodeCounts;
import dev.assay.taxonomy.tree.Node;
import dev.assay.taxonomy.tree.NodePath;
import dev.assay.taxonomy.tree.Taxonomy;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the queries are spread over the leaves of the taxonomy.
 *
 * @param domains those with most thin leaves first
 * @param thinLeaves by domain in that order, and within one as in the taxonomy
 */
record Coverage(List<Domain> domains, List<Leaf> thinLeaves) {

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

    /**
     * A leaf.
     *
     * @param queries distinct ones under it
     */
    record Leaf(NodePath path, int queries) {}

    static Coverage of(Reading reading) {
        NodeCounts counts = NodeCounts.of(reading);
        List<Domain> domains = counts.taxonomy().domains().stream()
                .map(domain -> domain(counts, domain))
                .sorted((a, b) -> Integer.compare(b.thin(), a.thin()))
                .toList();
        return new Coverage(domains, domains.stream().flatMap(domain -> thinLeaves(counts, domain)).toList());
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

    private static Stream<Leaf> thinLeaves(NodeCounts counts, Domain domain) {
        Taxonomy taxonomy = counts.taxonomy();
        return taxonomy.find(domain.path()).stream()
                .flatMap(node -> taxonomy.subtree(node).stream())
                .filter(node -> taxonomy.isLeaf(node) && counts.queries(node) < THIN)
                .map(node -> new Leaf(node.path(), counts.queries(node)));
    }

    int thin() {
        return thinLeaves.size();
    }

    /** A number of thin leaves. */
    static String inWords(int thin) {
        return Counted.of(thin, "thin leaf", "thin leaves");
    }

    int mostLeaves() {
        return domains.stream().mapToInt(Domain::leaves).max().orElse(0);
    }
}
