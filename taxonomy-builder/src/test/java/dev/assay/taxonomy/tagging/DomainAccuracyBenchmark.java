package dev.assay.taxonomy.tagging;

import dev.assay.datasets.embedding.MiniLmEmbedder;
import dev.assay.datasets.testing.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints how well the classifier of domains does on mt_bench, by category and as a confusion table, and how fast texts are embedded. */
public final class DomainAccuracyBenchmark {

    private static final int ROUNDS = 3;

    private DomainAccuracyBenchmark() {}

    /** A question and the domain it was given. */
    record Told(MtBench question, QueryDomain domain) {

        boolean right() {
            return domain == question.domain();
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path questions = RealData.root().resolve("mt_bench/question.jsonl");
        try (var embedder = new MiniLmEmbedder()) {
            if (Files.exists(questions)) {
                print(tell(MtBench.read(questions), embedder));
            } else {
                System.out.println("domain accuracy: not measured, " + questions + " is absent");
            }
            printSpeed(embedder);
        }
    }

    static List<Told> tell(List<MtBench> questions, MiniLmEmbedder embedder) {
        DomainClassifier classifier = DomainClassifier.shipped();
        float[][] vectors = embedder.embed(questions.stream().map(MtBench::text).toList());
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < vectors.length; i++) {
            Map<QueryDomain, Double> p = classifier.probabilities(questions.get(i).text(), vectors[i]);
            double highest = Collections.max(p.values());
            told.add(new Told(
                    questions.get(i),
                    p.entrySet().stream().filter(entry -> entry.getValue() == highest).findFirst().orElseThrow().getKey()));
        }
        return told;
    }

    static double accuracy(List<Told> told) {
        return told.stream().filter(Told::right).count() / (double) told.size();
    }

    private static void print(List<Told> told) {
        System.out.printf(Locale.ROOT, "domain accuracy on mt_bench: %.4f (n = %d)%n", accuracy(told), told.size());
        System.out.printf("%-12s %8s", "category", "right");
        for (QueryDomain domain : QueryDomain.values()) {
            System.out.printf(" %12s", domain.label());
        }
        System.out.println();
        Set<String> categories = told.stream().map(t -> t.question().category()).collect(Collectors.toCollection(LinkedHashSet::new));
        for (String category : categories) {
            List<Told> ofCategory = told.stream().filter(t -> t.question().category().equals(category)).toList();
            System.out.printf(Locale.ROOT, "%-12s %8.2f", category, accuracy(ofCategory));
            for (QueryDomain domain : QueryDomain.values()) {
                System.out.printf(" %12d", ofCategory.stream().filter(t -> t.domain() == domain).count());
            }
            System.out.println();
        }
    }

    private static void printSpeed(MiniLmEmbedder embedder) {
        List<String> queries = LabelledQuery.all().stream().map(LabelledQuery::text).toList();
        embedder.embed(queries);
        long start = System.nanoTime();
        for (int round = 0; round < ROUNDS; round++) {
            embedder.embed(queries);
        }
        System.out.printf(Locale.ROOT, "embeddings: %.0f queries a second%n", ROUNDS * queries.size() / ((System.nanoTime() - start) / 1e9));
    }
}
