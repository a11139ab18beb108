package dev.assay.taxonomy.tagging;

import dev.assay.datasets.embedding.Embedder;
import dev.assay.datasets.records.Query;
import dev.assay.taxonomy.tagging.Tagging.Fit;
import dev.assay.taxonomy.tree.Node;
import dev.assay.taxonomy.tree.Taxonomy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Tags queries without a language model: the domain by a trained classifier or, for domains it does not know, by similarity
 * ({@link DomainChoice}); the nodes under each basis of the domain by similarity of the sentence embeddings of query and node ({@link Basis}). Only the
 * first turn of a conversation is looked at.
 */
public final class LocalTagger implements Tagger {

    private final Embedder embedder;
    private final DomainChoice domains;
    private final Map<String, List<Basis>> bases = new HashMap<>();

    /**
     * A tagger for a taxonomy, whose nodes it embeds.
     *
     * @param taxonomy with at least one domain
     * @param examples texts of queries that are known to stand under a node, by the id of the node; may be empty
     * @throws IllegalArgumentException if the taxonomy is empty, or the domain classifier was trained on other embeddings than these
     */
    public LocalTagger(Taxonomy taxonomy, Map<String, List<String>> examples, Embedder embedder) {
        if (taxonomy.isEmpty()) {
            throw new IllegalArgumentException("the taxonomy has no nodes");
        }
        DomainClassifier classifier = DomainClassifier.shipped();
        if (!classifier.model().equals(embedder.model())) {
            throw new IllegalArgumentException("the domains were learned on embeddings of " + classifier.model() + ", not " + embedder.model());
        }
        this.embedder = embedder;
        NodeIndex index = new NodeIndex(taxonomy, examples, embedder);
        domains = new DomainChoice(taxonomy, index, classifier);
        for (Node domain : taxonomy.domains()) {
            bases.put(domain.id(), bases(taxonomy, domain, index));
        }
    }

    @Override
    public List<Tagging> tag(List<Query> queries) {
        float[][] vectors = embedder.embed(queries.stream().map(Query::text).toList());
        return IntStream.range(0, vectors.length).mapToObj(i -> tag(queries.get(i).text(), vectors[i])).toList();
    }

    private Tagging tag(String text, float[] vector) {
        DomainChoice.Chosen chosen = domains.choose(text, vector);
        float[] direction = Vectors.unit(Vectors.sum(vector, -1, domains.centreOfQueries(chosen.domain())));
        Set<String> words = NodeText.words(text);
        List<Fit> fits = Objects.requireNonNull(bases.get(chosen.domain().id())).stream()
                .flatMap(basis -> basis.fits(direction, words).stream())
                .sorted(Comparator.comparingDouble(Fit::score).reversed())
                .toList();
        return new Tagging(chosen.domain(), chosen.probability(), fits);
    }

    private List<Basis> bases(Taxonomy taxonomy, Node domain, NodeIndex index) {
        List<List<Node>> groups = new ArrayList<>();
        List<Node> withoutBasis = new ArrayList<>();
        for (Node child : taxonomy.children(domain)) {
            List<Node> categories = below(taxonomy, child);
            if (categories.isEmpty()) {
                withoutBasis.add(child);
            } else {
                groups.add(categories);
            }
        }
        if (!withoutBasis.isEmpty()) {
            groups.add(withoutBasis);
        }
        return groups.stream()
                .map(nodes -> Basis.of(nodes, index, domains.centreOfTree(), domains.centreOfQueries(domain)))
                .toList();
    }

    private static List<Node> below(Taxonomy taxonomy, Node node) {
        List<Node> below = new ArrayList<>(taxonomy.children(node));
        for (int i = 0; i < below.size(); i++) {
            below.addAll(taxonomy.children(below.get(i)));
        }
        return below;
    }
}
