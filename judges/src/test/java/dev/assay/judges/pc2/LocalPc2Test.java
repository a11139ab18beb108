package dev.assay.judges.pc2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.judges.Criterion;
import dev.assay.judges.Judgment.CriterionScore;
import dev.assay.judges.Judgment.Outcome;
import dev.assay.judges.Judgment.Scored;
import dev.assay.judges.pc2.CandidateScorer.Baseline;
import dev.assay.judges.pc2.CriteriaDeriver.Derived;
import dev.assay.judges.pc2.CriteriaDeriver.NotDerived;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPc2Test {

    private static final String QUERY = "How do plants make their food, and what do they give off meanwhile?";
    private static final String GOOD = "Plants make sugar by photosynthesis. Chlorophyll in the leaves catches sunlight, and with its energy carbon dioxide and"
            + " water become glucose. Meanwhile the plant gives off oxygen through small pores, the stomata.";
    private static final String OTHER = "By photosynthesis: leaves use sunlight, water and carbon dioxide to build glucose. Oxygen is given off as a by-product.";
    private static final String THIRD = "They use photosynthesis. Chlorophyll absorbs light, and glucose and oxygen come out of carbon dioxide and water.";
    private static final Scale SCALE = new Scale(5);

    private final LocalPc2 pc2 = new LocalPc2();

    @Test
    void weightsSumToHundredOverThreeToNineCriteria() {
        List<Criterion> criteria = criteria(QUERY, GOOD, OTHER, THIRD).criteria();

        assertThat(criteria).hasSizeBetween(3, 9);
        assertThat(criteria.stream().mapToInt(Criterion::weight).sum()).isEqualTo(100);
        assertThat(criteria).extracting(Criterion::name).doesNotHaveDuplicates();
    }

    @Test
    void aCopyOfTheBaselineScoresAsTheBaseline() {
        CriteriaSet criteria = criteria(QUERY, GOOD, OTHER, THIRD);
        Scored baseline = (Scored) pc2.scoreBaseline(QUERY, criteria, OTHER, SCALE);

        Scored copy = (Scored) pc2.score(QUERY, criteria, new Baseline(OTHER, baseline), OTHER, SCALE);

        assertThat(scores(copy)).isEqualTo(scores(baseline));
        assertThat(copy.score()).isEqualTo(baseline.score());
    }

    @Test
    void aCandidateIsScoredFromTheBaselinesOwnScores() {
        CriteriaSet criteria = criteria(QUERY, GOOD, OTHER, THIRD);
        List<CriterionScore> threes = criteria.criteria().stream().map(criterion -> new CriterionScore(3, "given")).toList();

        Scored copy = (Scored) pc2.score(QUERY, criteria, new Baseline(OTHER, new Scored(300, "", threes)), OTHER, SCALE);

        assertThat(scores(copy)).containsOnly(3.0);
    }

    @Test
    void theTotalIsTheWeightedSumOnTheScaleOfTheRun() {
        CriteriaSet criteria = criteria(QUERY, GOOD, OTHER, THIRD);

        for (int top : new int[] {3, 5}) {
            Scored scored = judged(criteria, QUERY, GOOD, THIRD, new Scale(top));
            double sum = IntStream.range(0, criteria.criteria().size())
                    .mapToDouble(i -> criteria.criteria().get(i).weight() * scored.criteria().get(i).score())
                    .sum();
            assertThat(scored.score()).isEqualTo(sum, within(1e-6)).isBetween(100.0, 100.0 * top);
        }
    }

    @Test
    void repetitionLowersTheRepetitionCriterion() {
        CriteriaSet criteria = criteria(QUERY, GOOD, OTHER, THIRD);
        String looped = GOOD + " Oxygen leaves the plant through its leaves.".repeat(6);

        assertThat(score(criteria, "No repetition", looped)).isLessThan(score(criteria, "No repetition", GOOD) - 1);
        assertThat(reason(criteria, "No repetition", looped)).contains("repeats 5 of", "Oxygen leaves the plant");
    }

    @Test
    void paddingLowersThePaddingCriterion() {
        CriteriaSet criteria = criteria(QUERY, GOOD, OTHER, THIRD);
        String padded = "What a great question! " + GOOD + " I hope this helps. Feel free to ask if you have any other questions.";

        assertThat(score(criteria, "No padding", padded)).isLessThan(score(criteria, "No padding", GOOD));
        assertThat(reason(criteria, "No padding", padded)).contains("set phrases", "great question");
    }

    @Test
    void sharedPointsThatAreMissingAreNamed() {
        CriteriaSet criteria = criteria(QUERY, GOOD, OTHER, THIRD);
        String thin = "Plants grow by photosynthesis in the soil of the garden.";

        assertThat(score(criteria, "Shared points", thin)).isLessThan(score(criteria, "Shared points", GOOD));
        assertThat(reason(criteria, "Shared points", thin)).contains("covers 1 of", "photosynthesis", "misses", "glucose");
    }

    @Test
    void anAnswerOutOfLineWithTheAgreedNumberLosesOnResults() {
        String query = "A jacket costs 80 euros and is reduced by a quarter. What does it cost now?";
        CriteriaSet criteria = criteria(query, "A quarter of 80 is 20, so it costs 60 euros.", "60 euros", "The price is now 60 euros.");

        Scored right = judged(criteria, query, "60 euros", "It is 60 euros now.", SCALE);
        Scored wrong = judged(criteria, query, "60 euros", "It is 55 euros now.", SCALE);

        int results = position(criteria, "Agreed results");
        assertThat(right.criteria().get(results).score()).isGreaterThan(wrong.criteria().get(results).score() + 1);
        assertThat(right.score()).isGreaterThan(wrong.score());
        assertThat(wrong.criteria().get(results).reason()).contains("\"60\"", "\"55\"");
    }

    @Test
    void anAuxiliaryAnswerDoesNotVoteForItself() {
        String query = "What is the tallest mountain on this planet?";
        CriteriaSet criteria = criteria(query, "Kilimanjaro towers above everything.", "Mount Everest, in Nepal.", "Everest, Nepal.");

        assertThat(judged(criteria, query, "Everest, Nepal.", "Kilimanjaro towers above everything.", SCALE)
                        .criteria()
                        .get(position(criteria, "Shared points"))
                        .score())
                .isEqualTo(1);
    }

    @Test
    void theFormAskedForIsLookedFor() {
        String query = "List five fruits.";
        CriteriaSet criteria = criteria(query, "1. Apple\n2. Pear\n3. Plum\n4. Fig\n5. Kiwi", "- Apple\n- Fig\n- Plum\n- Date\n- Lime", "Apple");

        assertThat(reason(criteria, "Form", query, "Apple")).contains("5 items asked for: given in part");
        assertThat(reason(criteria, "Form", query, "1. Fig\n2. Kiwi\n3. Plum\n4. Date\n5. Lime")).contains("5 items asked for: given");
    }

    @Test
    void everyScoreHasAReason() {
        CriteriaSet criteria = criteria(QUERY, GOOD, OTHER, THIRD);

        for (String answer : List.of(GOOD, "", "?", "No.", THIRD)) {
            assertThat(judged(criteria, QUERY, GOOD, answer, SCALE).criteria())
                    .hasSameSizeAs(criteria.criteria())
                    .allSatisfy(score -> assertThat(score.reason()).isNotBlank());
        }
    }

    @Test
    void anEmptyAnswerIsJudgedLowest() {
        CriteriaSet criteria = criteria(QUERY, GOOD, OTHER, "");

        Scored empty = judged(criteria, QUERY, GOOD, " \n ", SCALE);

        assertThat(empty.score()).isEqualTo(100);
        assertThat(empty.criteria().getFirst().reason()).contains("empty");
    }

    @Test
    void anEmptyBaselineIsAYardstickToo() {
        CriteriaSet criteria = criteria(QUERY, "", OTHER);

        assertThat(judged(criteria, QUERY, "", GOOD, SCALE).score())
                .isEqualTo(judged(criteria, QUERY, OTHER, GOOD, SCALE).score(), within(0.5));
    }

    @Test
    void oneAuxiliaryAnswerIsEnoughAndNoneIsAFailure() {
        assertThat(pc2.derive(QUERY, List.of(GOOD))).isInstanceOf(Derived.class);
        assertThat(pc2.derive(QUERY, List.of())).isInstanceOfSatisfying(NotDerived.class, none -> assertThat(none.failure()).contains("no auxiliary answer"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "植物通过光合作用制造养分。叶绿素吸收阳光，把二氧化碳和水变成葡萄糖，同时放出氧气。",
                "植物は光合成で養分を作ります。酸素を放出します。",
                "النباتات تصنع غذاءها بالتمثيل الضوئي وتطلق الأكسجين.",
                "🌱☀️💧➡️🍬",
                "null\u0000inside\u0000and\u0001controls",
                "lone \ud83d surrogate \udc00 halves \ud800",
                "ﷺ Ǆ ß İ ŉ",
                "|||", "```", "1.", "\u202eright to left override"
            })
    void textOfAnyKindIsJudgedAndQuotedSafely(String odd) {
        CriteriaSet criteria = criteria(odd, odd, GOOD, odd + " " + OTHER);
        Scored scored = judged(criteria, odd, GOOD, odd, SCALE);

        assertThat(scored.score()).isBetween(100.0, 500.0);
        assertThat(scored.criteria()).allSatisfy(score -> {
            assertThat(score.reason().chars()).noneMatch(Character::isISOControl);
            assertThat(score.reason().codePoints()).noneMatch(point -> Character.getType(point) == Character.SURROGATE);
        });
    }

    @Test
    void chineseAnswersAreComparedByPairsOfCharacters() {
        String query = "植物如何制造养分？";
        CriteriaSet criteria = criteria(query, "植物通过光合作用制造葡萄糖。", "光合作用把水变成葡萄糖和氧气。", "通过光合作用。");
        int points = position(criteria, "Shared points");

        assertThat(judged(criteria, query, "通过光合作用。", "靠光合作用得到葡萄糖。", SCALE).criteria().get(points).score())
                .isGreaterThan(judged(criteria, query, "通过光合作用。", "今天天气很好。", SCALE).criteria().get(points).score());
    }

    @Test
    void aMegabyteIsJudgedInSeconds() {
        String words = IntStream.range(0, 160_000).mapToObj(i -> "w" + i * 7919 % 5000).collect(Collectors.joining(" "));
        String oneWord = "x".repeat(1_000_000);
        String signs = "{ ".repeat(500_000);
        CriteriaSet criteria = criteria(QUERY, GOOD, OTHER, THIRD);

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (String huge : List.of(words, oneWord, signs)) {
                assertThat(judged(criteria, QUERY, GOOD, huge, SCALE).score()).isBetween(100.0, 500.0);
            }
            assertThat(pc2.derive(words, List.of(words, oneWord, signs))).isInstanceOf(Derived.class);
        });
    }

    @Test
    void theSameInputGivesTheSameCriteriaAndScores() {
        CriteriaSet first = criteria(QUERY, GOOD, OTHER, THIRD);
        CriteriaSet second = new CriteriaSet(((Derived) new LocalPc2().derive(QUERY, List.of(GOOD, OTHER, THIRD))).criteria().criteria());

        assertThat(second).isEqualTo(first);
        assertThat(judged(second, QUERY, GOOD, THIRD, SCALE)).isEqualTo(judged(first, QUERY, GOOD, THIRD, SCALE));
    }

    @Test
    void criteriaOfAnotherEngineAreRefused() {
        CriteriaSet foreign = new CriteriaSet(List.of(new Criterion("Warmth", "Is warm.", 100, "{}")));

        assertThatThrownBy(() -> pc2.scoreBaseline(QUERY, foreign, GOOD, SCALE)).hasMessageContaining("Warmth");
    }

    private CriteriaSet criteria(String query, String... auxiliaries) {
        return ((Derived) pc2.derive(query, List.of(auxiliaries))).criteria();
    }

    private Scored judged(CriteriaSet criteria, String query, String baseline, String candidate, Scale scale) {
        Scored yardstick = (Scored) pc2.scoreBaseline(query, criteria, baseline, scale);
        Outcome outcome = pc2.score(query, criteria, new Baseline(baseline, yardstick), candidate, scale);
        return (Scored) outcome;
    }

    private double score(CriteriaSet criteria, String name, String candidate) {
        return judged(criteria, QUERY, GOOD, candidate, SCALE).criteria().get(position(criteria, name)).score();
    }

    private String reason(CriteriaSet criteria, String name, String candidate) {
        return reason(criteria, name, QUERY, candidate);
    }

    private String reason(CriteriaSet criteria, String name, String query, String candidate) {
        return judged(criteria, query, GOOD, candidate, SCALE).criteria().get(position(criteria, name)).reason();
    }

    private static int position(CriteriaSet criteria, String name) {
        return criteria.criteria().stream().map(Criterion::name).toList().indexOf(name);
    }

    private static List<Double> scores(Scored scored) {
        return scored.criteria().stream().map(CriterionScore::score).toList();
    }
}
