package dev.assay.judges.profiles;

import static dev.assay.judges.profiles.Trees.at;
import static dev.assay.judges.profiles.Trees.profile;
import static dev.assay.judges.profiles.Trees.tag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.judges.profiles.Comparison.NotTested;
import dev.assay.judges.profiles.Comparison.Reason;
import dev.assay.judges.profiles.Comparison.Tested;
import dev.assay.judges.profiles.Comparison.Verdict;
import dev.assay.judges.statistics.BenjaminiHochberg;
import dev.assay.judges.statistics.Estimate;
import dev.assay.judges.statistics.Moments;
import dev.assay.taxonomy.tagging.Tag;
import dev.assay.taxonomy.tree.Taxonomy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Taxonomy EMPTY = new Taxonomy(List.of());

    /** Differences of a to the mean of b and c: 2, 3, 1, 4, 0; mean 2, s² = 2.5, t = 2/√0.5 on 4 degrees of freedom. */
    @Test
    void theDifferenceToTheOthersIsPairedByQuery() {
        ScoreMatrix.Builder scores = ScoreMatrix.builder();
        double[] difference = {2, 3, 1, 4, 0};
        for (int query = 0; query < 5; query++) {
            double hard = 100 * query;
            scores.score("q" + query, "a", hard + difference[query])
                    .score("q" + query, "b", hard - 7)
                    .score("q" + query, "c", hard + 7);
        }
        Tested test = tested(at(profile(scores, EMPTY, List.of()), "/", "a").versusOthers());
        Estimate expected = Estimate.mean(Moments.of(difference));
        assertThat(test.n()).isEqualTo(5);
        assertThat(test.difference()).isCloseTo(2, within(1e-12));
        assertThat(test.p()).isCloseTo(0.0474, within(5e-5)).isCloseTo(expected.p().orElseThrow(), within(1e-10));
        assertThat(test.interval().high()).isCloseTo(2 + 2.776445105 * Math.sqrt(0.5), within(1e-8));
        assertThat(test.q()).as("a single test needs no correction").isEqualTo(test.p());
        assertThat(test.verdict()).isEqualTo(Verdict.BETTER);
    }

    @Test
    void theRestOfTheTreeIsComparedByDifferencesThatAreFreeOfDifficulty() {
        double[] inside = {-9, -12, -10, -8, -11};
        double[] outside = {1, 3, 2, 0, 4, 2};
        ScoreMatrix.Builder scores = ScoreMatrix.builder();
        List<Tag> tags = new ArrayList<>();
        for (int query = 0; query < 11; query++) {
            boolean in = query < 5;
            double hard = in ? 400 : 100; // the node is easy for all: raw scores would hide the weakness
            scores.score("q" + query, "a", hard + (in ? inside[query] : outside[query - 5])).score("q" + query, "b", hard);
            if (in) {
                tags.add(tag("q" + query, "/math"));
            }
        }
        Profile profile = profile(scores, Trees.taxonomy("/math"), tags);
        Tested test = tested(at(profile, "/math", "a").versusRest());
        Estimate expected = Estimate.welch(Moments.of(inside), Moments.of(outside));
        assertThat(test.difference()).isCloseTo(-12, within(1e-12));
        assertThat(test.p()).isCloseTo(expected.p().orElseThrow(), within(1e-10));
        assertThat(test.verdict()).isEqualTo(Verdict.WORSE);
        assertThat(at(profile, "/", "a").versusRest()).isEqualTo(new NotTested(11, Reason.TOO_FEW_OUTSIDE));
    }

    @Test
    void aNodeWithFourQueriesIsNotTestedAndSaysSo() {
        ScoreMatrix.Builder scores = ScoreMatrix.builder();
        for (int query = 0; query < 4; query++) {
            scores.score("q" + query, "a", query).score("q" + query, "b", 10 - query);
        }
        SubjectScore score = at(profile(scores, EMPTY, List.of()), "/", "a");
        assertThat(score.versusOthers()).isEqualTo(new NotTested(4, Reason.TOO_FEW_QUERIES));
        assertThat(Reason.TOO_FEW_QUERIES.text()).isEqualTo("n < 5");
    }

    @Test
    void aSingleSubjectIsComparedWithTheRestOfItsTreeByItsScores() {
        ScoreMatrix.Builder scores = ScoreMatrix.builder();
        List<Tag> tags = new ArrayList<>();
        double[] values = {1, 2, 1, 2, 1, 8, 9, 8, 9, 8};
        for (int query = 0; query < 10; query++) {
            scores.score("q" + query, "only", values[query]);
            if (query < 5) {
                tags.add(tag("q" + query, "/math"));
            }
        }
        SubjectScore score = at(profile(scores, Trees.taxonomy("/math"), tags), "/math", "only");
        assertThat(score.versusOthers()).isEqualTo(new NotTested(5, Reason.NO_OTHERS));
        assertThat(tested(score.versusRest()).difference()).isCloseTo(-7, within(1e-12));
        assertThat(tested(score.versusRest()).verdict()).isEqualTo(Verdict.WORSE);
    }

    @Test
    void aDifferenceWithoutAnySpreadIsNotTestedRatherThanCertain() {
        ScoreMatrix.Builder scores = ScoreMatrix.builder();
        for (int query = 0; query < 6; query++) {
            scores.score("q" + query, "a", query + 0.3).score("q" + query, "b", query + 0.1).score("q" + query, "c", query + 0.2);
        }
        assertThat(at(profile(scores, EMPTY, List.of()), "/", "a").versusOthers()).isEqualTo(new NotTested(6, Reason.NO_SPREAD));
    }

    @Test
    void subjectsWithTheSameScoresDoNotDiffer() {
        ScoreMatrix.Builder scores = ScoreMatrix.builder();
        for (int query = 0; query < 6; query++) {
            for (String subject : List.of("a", "b", "c", "d")) {
                scores.score("q" + query, subject, 0.1 * query);
            }
        }
        Tested test = tested(at(profile(scores, EMPTY, List.of()), "/", "a").versusOthers());
        assertThat(test.p()).isEqualTo(1);
        assertThat(test.verdict()).isEqualTo(Verdict.INDISTINGUISHABLE);
    }

    @Test
    void qIsCorrectedOverAllTestedNodesOfTheSubject() {
        Profile profile = noise();
        for (String subject : profile.subjects()) {
            List<Tested> tests = profile.nodes().stream()
                    .flatMap(node -> node.subject(subject).stream())
                    .map(SubjectScore::versusOthers)
                    .filter(Tested.class::isInstance)
                    .map(Tested.class::cast)
                    .toList();
            double[] q = BenjaminiHochberg.qValues(tests.stream().mapToDouble(Tested::p).toArray());
            assertThat(tests).hasSizeGreaterThan(20).extracting(Tested::q).containsExactly(boxed(q));
        }
    }

    @Test
    void noiseIsHardlyEverAStrengthOrAWeakness() {
        long found = noise().rows().filter(row -> row.q().orElse(1.0) <= 0.05 || row.restQ().orElse(1.0) <= 0.05).count();
        assertThat(found).isLessThanOrEqualTo(2);
    }

    /** b is strong and was asked only half: on the other half c meets a alone, and must not look better for it. */
    @Test
    void aStrongSubjectThatIsAbsentDoesNotFlatterTheOthers() {
        ScoreMatrix.Builder scores = ScoreMatrix.builder();
        List<Tag> tags = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(3);
        for (int query = 0; query < 60; query++) {
            String id = "q%02d".formatted(query);
            scores.score(id, "a", 10 + random.nextGaussian()).score(id, "c", 20 + random.nextGaussian());
            if (query < 30) {
                scores.score(id, "b", 90 + random.nextGaussian());
                tags.add(tag(id, "/first"));
            } else {
                tags.add(tag(id, "/second"));
            }
        }
        Profile profile = profile(scores, Trees.taxonomy("/first", "/second"), tags);
        assertThat(tested(at(profile, "/second", "c").versusRest()).difference()).isCloseTo(0, within(1.5));
        assertThat(tested(at(profile, "/", "c").versusOthers()).difference()).isCloseTo(-30, within(1.0));
        assertThat(tested(at(profile, "/second", "c").versusOthers()).difference()).isCloseTo(10, within(1.0));
        assertThat(tested(at(profile, "/", "b").versusOthers()).n()).isEqualTo(30);
    }

    private static Profile noise() {
        SplittableRandom random = new SplittableRandom(8);
        ScoreMatrix.Builder scores = ScoreMatrix.builder();
        List<Tag> tags = new ArrayList<>();
        String[] paths = new String[30];
        for (int node = 0; node < paths.length; node++) {
            paths[node] = "/domain/" + node;
        }
        for (int query = 0; query < 300; query++) {
            String id = "q" + query;
            tags.add(tag(id, paths[query % paths.length]));
            for (String subject : List.of("a", "b", "c")) {
                scores.score(id, subject, 100 * random.nextGaussian());
            }
        }
        return profile(scores, Trees.taxonomy(paths), tags);
    }

    private static Double[] boxed(double[] values) {
        return Arrays.stream(values).boxed().toArray(Double[]::new);
    }

    private static Tested tested(Comparison comparison) {
        assertThat(comparison).isInstanceOf(Tested.class);
        return (Tested) comparison;
    }
}
