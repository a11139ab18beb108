package dev.assay.taxonomy.tagging;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.datasets.embedding.MiniLmEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Trains the classifier of domains and writes it: {@code TrainDomainClassifier FILE}. Prints the figures of a ten-fold cross-validation
 * on the labelled queries for several strengths of the penalty; the one of the highest accuracy is taken, of equals the strongest.
 */
public final class TrainDomainClassifier {

    private static final double[] STRENGTHS = {1e-3, 3e-4, 1e-4, 3e-5};
    private static final int FOLDS = 10;
    private static final long SEED = 1;

    private TrainDomainClassifier() {}

    public static void main(String[] arguments) throws IOException {
        List<LabelledQuery> queries = LabelledQuery.all();
        try (var embedder = new MiniLmEmbedder()) {
            float[][] vectors = embedder.embed(queries.stream().map(LabelledQuery::text).toList());
            double best = STRENGTHS[0];
            double highest = 0;
            for (double lambda : STRENGTHS) {
                Figures figures = crossValidate(queries, embedder.model(), vectors, lambda);
                System.out.printf(
                        Locale.ROOT, "lambda %.0e: accuracy %.4f, log loss %.4f%n", lambda, figures.accuracy(), figures.logLoss());
                if (figures.accuracy() > highest) {
                    highest = figures.accuracy();
                    best = lambda;
                }
            }
            if (arguments.length == 1) {
                DomainClassifier trained = DomainClassifier.train(queries, embedder.model(), vectors, best);
                Files.writeString(Path.of(arguments[0]), new ObjectMapper().writeValueAsString(trained.toJson()) + "\n");
                System.out.printf(Locale.ROOT, "%d queries, lambda %.0e: written to %s%n", queries.size(), best, arguments[0]);
            }
        }
    }

    /**
     * Figures of a cross-validation.
     *
     * @param accuracy share of queries whose domain was told, from 0 to 1
     * @param logLoss mean of −ln P(domain)
     */
    record Figures(double accuracy, double logLoss) {}

    static Figures crossValidate(List<LabelledQuery> queries, String model, float[][] vectors, double lambda) {
        int[] fold = folds(queries);
        int right = 0;
        double loss = 0;
        for (int f = 0; f < FOLDS; f++) {
            int held = f;
            int[] train = IntStream.range(0, fold.length).filter(i -> fold[i] != held).toArray();
            DomainClassifier classifier = DomainClassifier.train(
                    Arrays.stream(train).mapToObj(queries::get).toList(),
                    model,
                    Arrays.stream(train).mapToObj(i -> vectors[i]).toArray(float[][]::new),
                    lambda);
            for (int i = 0; i < fold.length; i++) {
                if (fold[i] == held) {
                    Map<QueryDomain, Double> p = classifier.probabilities(queries.get(i).text(), vectors[i]);
                    double ofTheRight = p.getOrDefault(queries.get(i).domain(), 0.0);
                    right += ofTheRight == Collections.max(p.values()) ? 1 : 0;
                    loss -= Math.log(ofTheRight);
                }
            }
        }
        return new Figures(right / (double) fold.length, loss / fold.length);
    }

    /** The fold of each query; every domain is spread evenly over them. */
    private static int[] folds(List<LabelledQuery> queries) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, queries.size()).boxed().toList());
        Collections.shuffle(order, new Random(SEED));
        int[] fold = new int[queries.size()];
        Map<QueryDomain, Integer> seen = new EnumMap<>(QueryDomain.class);
        for (int i : order) {
            fold[i] = seen.merge(queries.get(i).domain(), 1, Integer::sum) % FOLDS;
        }
        return fold;
    }
}
