package dev.assay.datasets.importing;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.datasets.records.Preference;
import dev.assay.datasets.records.Query;
import dev.assay.datasets.records.Response;
import dev.assay.datasets.testing.RealData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DataSetImportTest extends ImportCase {

    @Test
    void pandaLmHasItsPairsLabelsAndMajorities() {
        ImportResult result = run(ImportFormat.PANDALM, RealData.require("pandalm/testset-v1.json"));

        assertThat(result.rejected()).isEmpty();
        assertThat(result.count(ItemKind.QUERIES)).isEqualTo(170);
        assertThat(result.count(ItemKind.PREFERENCES)).isEqualTo(3 * 999);
        assertThat(majorities()).containsExactlyInAnyOrderEntriesOf(Map.of(0.5, 105L, 0.0, 422L, 1.0, 472L));
    }

    @Test
    void pandaLmsBooleansAreAnswersInWords() {
        run(ImportFormat.PANDALM, RealData.require("pandalm/testset-v1.json"));
        assertThat(responses()).extracting(Response::text).contains("True", "True.");
        assertThat(responses()).extracting(Response::subject)
                .containsOnly("bloom-7b", "llama-7b", "opt-7b", "pythia-6.9b", "cerebras-gpt-6.7B");
    }

    @Test
    void everyPreferenceIsAboutAnswersThatTheStudyHas() {
        run(ImportFormat.PANDALM, RealData.require("pandalm/testset-v1.json"));
        Set<List<Object>> answers = new HashSet<>();
        responses().forEach(response -> answers.add(List.of(response.queryId(), response.subject(), response.replicate())));
        assertThat(responses()).as("different answers of one subject to one query").anyMatch(response -> response.replicate() > 0);
        assertThat(preferences()).allSatisfy(preference -> assertThat(answers)
                .contains(
                        List.of(preference.queryId(), preference.subjectA(), preference.replicateA()),
                        List.of(preference.queryId(), preference.subjectB(), preference.replicateB())));
    }

    @Test
    void verdictsOfJudgesAreJoinedToTheirPairsAndThoseThatAreNoneAreRejected() {
        Path testSet = RealData.require("pandalm/testset-v1.json");

        ImportResult result = run(
                ImportFormat.PANDALM,
                testSet.resolveSibling("gpt-3.5-turbo-testset-v1.json"),
                testSet.resolveSibling("pandalm-7b-testset-v1.json"),
                testSet);

        assertThat(result.rejectedTotal()).isEqualTo(25);
        assertThat(result.rejected().getFirst().reason()).isEqualTo("the judge gives no verdict but \"garbage\"");
        Map<String, Long> byAnnotator = preferences().stream().collect(groupingBy(Preference::annotator, counting()));
        assertThat(byAnnotator).containsAllEntriesOf(Map.of("pandalm-7b", 999L, "gpt-3.5-turbo", 974L, "annotator1", 999L));
        assertThat(run(ImportFormat.PANDALM, testSet).changedNothing()).isTrue();
    }

    @Test
    void verdictsWithoutTheirTestSetSayWhatIsMissing() throws IOException {
        Path file = file("judge.json", "[{\"idx\":0,\"pandalm_result\":2}]");
        assertThatThrownBy(() -> run(ImportFormat.PANDALM, file)).hasMessageContaining("put testset-v1.json");
    }

    @Test
    void mtBenchHasTwoTurnsAndReferencesWhateverTheOrderOfTheFiles() {
        ImportResult result = run(
                ImportFormat.MT_BENCH,
                RealData.require("mt_bench/reference_answer_gpt-4.jsonl"),
                RealData.require("mt_bench/question.jsonl"));

        assertThat(result.rejected()).isEmpty();
        assertThat(result.count(ItemKind.QUERIES)).isEqualTo(80);
        assertThat(queries()).allSatisfy(query -> assertThat(query.followUps()).hasSize(1));
        assertThat(queries()).extracting(Query::source)
                .containsOnly("writing", "roleplay", "reasoning", "math", "coding", "extraction", "stem", "humanities");
        assertThat(responses()).isNotEmpty().allSatisfy(response -> {
            assertThat(response.subject()).isEqualTo("gpt-4 (reference)");
            assertThat(response.followUps()).hasSize(1);
        });
    }

    @Test
    void answersToUnknownQuestionsAreRejected() throws IOException {
        ImportResult result = run(ImportFormat.MT_BENCH, file("a.jsonl", """
                {"question_id":81,"model_id":"m","choices":[{"index":0,"turns":["x","y"]}]}
                """));
        assertThat(result.rejected()).singleElement().satisfies(rejection -> assertThat(rejection.reason())
                .isEqualTo("there is no query '81' (nor one of that id in the collection 'mt-bench'): import the queries first"));
    }

    /** By how two of the three people, or all, voted. */
    private Map<Double, Long> majorities() {
        Map<List<Object>, Map<Double, Long>> votes = preferences().stream()
                .collect(groupingBy(
                        each -> List.of(each.queryId(), each.subjectA(), each.replicateA(), each.subjectB(), each.replicateB()),
                        groupingBy(Preference::value, counting())));
        Map<Double, Long> majorities = new TreeMap<>();
        votes.values().forEach(ofPair -> ofPair.forEach((value, count) -> {
            if (count >= 2) {
                majorities.merge(value, 1L, Long::sum);
            }
        }));
        return majorities;
    }
}
