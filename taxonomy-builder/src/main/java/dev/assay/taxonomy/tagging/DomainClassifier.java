package dev.assay.taxonomy.tagging;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells the domain of a query: multinomial logistic regression on the query's sentence embedding and its words, trained on the
 * queries of {@code labelled-queries.jsonl}.
 *
 * <p>Plain similarity to the names of the domains is much worse, because an embedding mostly tells a query's subject: "explain gravity as
 * Newton would" lies near physics, though it asks for role play. The weights are shipped in {@code domain-classifier.json}; training again
 * (TrainDomainClassifier, among the tests) must reproduce them.
 */
final class DomainClassifier {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The classes, in the order of their rows of weights. */
    private static final List<QueryDomain> DOMAINS = List.of(QueryDomain.values());

    /** A word is a feature if it occurs in so many labelled queries. */
    private static final int LEAST_QUERIES = 4;

    private final String model;
    private final double lambda;
    private final Map<String, Integer> words;
    private final double[][] weights;
    private final float[][] centres;

    private DomainClassifier(String model, double lambda, Map<String, Integer> words, double[][] weights, float[][] centres) {
        this.model = model;
        this.lambda = lambda;
        this.words = words;
        this.weights = weights;
        this.centres = centres;
    }

    /** The shipped classifier. */
    static DomainClassifier shipped() {
        try (InputStream json = DomainClassifier.class.getResourceAsStream("domain-classifier.json")) {
            return fromJson(JSON.readTree(Objects.requireNonNull(json)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Trains a classifier.
     *
     * @param model name of the embedding model
     * @param vectors embeddings of the queries, in their order
     * @param lambda strength of the penalty on large weights
     */
    static DomainClassifier train(List<LabelledQuery> queries, String model, float[][] vectors, double lambda) {
        Map<String, Integer> words = vocabulary(queries);
        var untrained = new DomainClassifier(model, lambda, words, new double[0][], new float[0][]);
        double[][] features = new double[vectors.length][];
        int[] classes = new int[vectors.length];
        for (int i = 0; i < vectors.length; i++) {
            features[i] = untrained.features(queries.get(i).text(), vectors[i]);
            classes[i] = DOMAINS.indexOf(queries.get(i).domain());
        }
        double[][] weights = LogisticRegression.fit(features, classes, DOMAINS.size(), lambda);
        return new DomainClassifier(model, lambda, words, weights, centres(classes, vectors));
    }

    /** Name of the embedding model whose vectors it takes. */
    String model() {
        return model;
    }

    /** The strength of the penalty it was trained with. */
    double lambda() {
        return lambda;
    }

    /** The probability of each domain. */
    Map<QueryDomain, Double> probabilities(String text, float[] vector) {
        double[] p = LogisticRegression.probabilities(weights, features(text, vector));
        Map<QueryDomain, Double> probabilities = new EnumMap<>(QueryDomain.class);
        DOMAINS.forEach(domain -> probabilities.put(domain, p[DOMAINS.indexOf(domain)]));
        return probabilities;
    }

    /** The mean embedding of the labelled queries of a domain. */
    float[] centre(QueryDomain domain) {
        return centres[DOMAINS.indexOf(domain)];
    }

    /** The mean of the domains' centres. */
    float[] centre() {
        float[] mean = new float[centres[0].length];
        for (float[] centre : centres) {
            for (int d = 0; d < mean.length; d++) {
                mean[d] += centre[d] / centres.length;
            }
        }
        return mean;
    }

    private static Map<String, Integer> vocabulary(List<LabelledQuery> queries) {
        Map<String, Integer> counts = new TreeMap<>();
        queries.forEach(query -> QueryWords.of(query.text()).forEach(word -> counts.merge(word, 1, Integer::sum)));
        counts.values().removeIf(count -> count < LEAST_QUERIES);
        return indexed(List.copyOf(counts.keySet()));
    }

    private static Map<String, Integer> indexed(List<String> words) {
        Map<String, Integer> index = new HashMap<>();
        words.forEach(word -> index.put(word, index.size()));
        return index;
    }

    /** The embedding, then one number per known word: all words of a query together weigh as much as its embedding. */
    private double[] features(String text, float[] vector) {
        double[] features = new double[vector.length + words.size()];
        for (int d = 0; d < vector.length; d++) {
            features[d] = vector[d];
        }
        Set<String> known = QueryWords.of(text);
        known.retainAll(words.keySet());
        for (String word : known) {
            features[vector.length + words.getOrDefault(word, 0)] = 1 / Math.sqrt(known.size());
        }
        return features;
    }

    private static float[][] centres(int[] classes, float[][] vectors) {
        int[] counts = new int[DOMAINS.size()];
        float[][] centres = new float[counts.length][vectors[0].length];
        for (int i = 0; i < vectors.length; i++) {
            counts[classes[i]]++;
            for (int d = 0; d < vectors[i].length; d++) {
                centres[classes[i]][d] += vectors[i][d];
            }
        }
        for (int k = 0; k < counts.length; k++) {
            for (int d = 0; d < centres[k].length; d++) {
                centres[k][d] /= counts[k];
            }
        }
        return centres;
    }

    /** Everything {@link #shipped} needs, rounded to five decimals. */
    ObjectNode toJson() {
        ObjectNode json = JSON.createObjectNode().put("model", model).put("lambda", lambda);
        String[] inOrder = new String[words.size()];
        words.forEach((word, index) -> inOrder[index] = word);
        json.set("words", JSON.valueToTree(inOrder));
        ObjectNode domains = json.putObject("domains");
        for (QueryDomain domain : DOMAINS) {
            domains.putObject(domain.label())
                    .putPOJO("weights", rounded(weights[DOMAINS.indexOf(domain)]))
                    .putPOJO("centre", rounded(doubles(centres[DOMAINS.indexOf(domain)])));
        }
        return JSON.valueToTree(json);
    }

    private static DomainClassifier fromJson(JsonNode json) {
        List<String> words = JSON.convertValue(json.required("words"), new TypeReference<>() {});
        double[][] weights = new double[DOMAINS.size()][];
        float[][] centres = new float[DOMAINS.size()][];
        for (QueryDomain domain : DOMAINS) {
            JsonNode trained = json.required("domains").required(domain.label());
            weights[DOMAINS.indexOf(domain)] = JSON.convertValue(trained.required("weights"), double[].class);
            centres[DOMAINS.indexOf(domain)] = JSON.convertValue(trained.required("centre"), float[].class);
        }
        return new DomainClassifier(
                json.required("model").asText(), json.required("lambda").asDouble(), indexed(words), weights, centres);
    }

    private static double[] rounded(double[] values) {
        double[] rounded = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = Math.round(values[i] * 1e5) / 1e5;
        }
        return rounded;
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}
