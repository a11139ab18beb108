package dev.assay.taxonomy.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.datasets.embedding.MiniLmEmbedder;
import dev.assay.datasets.testing.RealData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DomainClassifierTest {

    private final MiniLmEmbedder embedder = new MiniLmEmbedder();
    private final List<LabelledQuery> queries = LabelledQuery.all();
    private final float[][] vectors = embedder.embed(queries.stream().map(LabelledQuery::text).toList());

    @AfterAll
    void close() {
        embedder.close();
    }

    @Test
    void everyDomainHasAtLeastEightyLabelledQueriesAndNoneIsThereTwice() {
        assertThat(queries.stream().collect(Collectors.groupingBy(LabelledQuery::domain, Collectors.counting())))
                .hasSize(QueryDomain.values().length)
                .allSatisfy((domain, count) -> assertThat(count).isGreaterThanOrEqualTo(80));
        assertThat(queries).extracting(LabelledQuery::text).doesNotHaveDuplicates();
    }

    /** With a tolerance, since the last digits of embeddings depend on the instructions that a processor has. */
    @Test
    void trainingAgainGivesTheShippedClassifier() {
        DomainClassifier shipped = DomainClassifier.shipped();
        DomainClassifier trained = DomainClassifier.train(queries, embedder.model(), vectors, shipped.lambda());
        for (int i = 0; i < vectors.length; i++) {
            Map<QueryDomain, Double> expected = trained.probabilities(queries.get(i).text(), vectors[i]);
            shipped.probabilities(queries.get(i).text(), vectors[i])
                    .forEach((domain, p) -> assertThat(p).isCloseTo(expected.getOrDefault(domain, 0.0), within(0.05)));
        }
        for (QueryDomain domain : QueryDomain.values()) {
            assertThat(shipped.centre(domain)).usingComparatorWithPrecision(1e-3f).containsExactly(trained.centre(domain));
        }
    }

    @Test
    void nineOfTenQueriesThatItHasNotSeenGetTheirDomain() {
        double lambda = DomainClassifier.shipped().lambda();
        assertThat(TrainDomainClassifier.crossValidate(queries, embedder.model(), vectors, lambda).accuracy()).isGreaterThan(0.9);
    }

    @Test
    void theQuestionsOfMtBenchGetTheirDomain() throws IOException {
        List<MtBench> questions = MtBench.read(RealData.require("mt_bench/question.jsonl"));
        assertThat(questions).hasSize(70);
        assertThat(DomainAccuracyBenchmark.accuracy(DomainAccuracyBenchmark.tell(questions, embedder))).isGreaterThanOrEqualTo(0.8);
    }

    /** The test set must stay unseen: no labelled query may be a question of it in other words. */
    @Test
    void noLabelledQueryIsNearAQuestionOfABenchmark() throws IOException {
        List<String> others = new ArrayList<>(
                MtBench.read(RealData.require("mt_bench/question.jsonl")).stream().map(MtBench::text).toList());
        Path answers = RealData.require("alpaca_eval/claude-2/model_outputs.json");
        for (JsonNode row : new ObjectMapper().readTree(answers.toFile())) {
            others.add(row.required("instruction").asText());
        }
        float[][] theirs = embedder.embed(others);
        for (int i = 0; i < vectors.length; i++) {
            for (int j = 0; j < theirs.length; j++) {
                assertThat(Vectors.dot(vectors[i], theirs[j]))
                        .as("%s – %s", queries.get(i).text(), others.get(j))
                        .isLessThan(0.75);
            }
        }
    }

    @Test
    void namesOfDomainsAreKnownInTheirUsualVariants() {
        assertThat(List.of("Coding", "math", "Maths", "MATHEMATICS", "Role-Play", "role_playing", "Reasoning", "writing", "General Knowledge"))
                .allSatisfy(name -> assertThat(QueryDomain.named(name)).isPresent());
        assertThat(QueryDomain.named("cooking")).isEmpty();
    }

    @Test
    void probabilitiesSumToOne() {
        Map<QueryDomain, Double> p = DomainClassifier.shipped().probabilities("Bake a cake.", embedder.embed("Bake a cake."));
        assertThat(p.values().stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(1, within(1e-9));
        assertThat(Collections.min(p.values())).isPositive();
    }
}
