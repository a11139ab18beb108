package dev.assay.judges.profiles;

import static dev.assay.judges.profiles.Trees.at;
import static dev.assay.judges.profiles.Trees.tag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.jobs.RunState;
import dev.assay.judges.profiles.Comparison.NotTested;
import dev.assay.judges.profiles.Comparison.Reason;
import dev.assay.judges.profiles.Comparison.Tested;
import dev.assay.judges.profiles.Comparison.Verdict;
import dev.assay.judges.profiles.ProfileLoader.Source;
import dev.assay.judges.statistics.BenjaminiHochberg;
import dev.assay.judges.statistics.Estimate;
import dev.assay.judges.statistics.Moments;
import dev.assay.taxonomy.tagging.Tag;
import dev.assay.taxonomy.tree.NodePath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BranchesTest {

    private static final NodePath JAVA = NodePath.parse("/coding/Language/Java");
    private static final NodePath PYTHON = NodePath.parse("/coding/Language/Python");
    private static final NodePath SPORTS = NodePath.parse("/writing/Topic/Sports");

    private final ScoreMatrix.Builder scores = ScoreMatrix.builder();
    private final List<Tag> tags = new ArrayList<>();

    /** 40 queries: the first 20 Java, 10 to 29 Python, the last 10 Sports; b is 2 worse than a, c is noise. */
    private Branches branches() {
        SplittableRandom random = new SplittableRandom(4);
        for (int query = 0; query < 40; query++) {
            String id = "q%02d".formatted(query);
            double hard = 10 * random.nextGaussian();
            scores.score(id, "a", hard + random.nextGaussian())
                    .score(id, "b", hard - 2 + random.nextGaussian())
                    .score(id, "c", hard + random.nextGaussian());
            if (query < 20) {
                tags.add(tag(id, JAVA.toString()));
            }
            if (query >= 10 && query < 30) {
                tags.add(tag(id, PYTHON.toString()));
            }
            if (query >= 30) {
                tags.add(tag(id, SPORTS.toString()));
            }
        }
        return of(source());
    }

    private Source source() {
        Run run = new Run(
                "r", "judge", "imported", RunState.DONE, JsonNodeFactory.instance.objectNode(), 1, "0", Instant.EPOCH, Optional.empty());
        return new Source(run, scores.build(), Trees.taxonomy(JAVA.toString(), PYTHON.toString(), SPORTS.toString()), tags);
    }

    private static Branches of(Source source) {
        return Branches.of(source, source.profile(ProfileOptions.seeded(1)));
    }

    @Test
    void aQueryOfTwoBranchesCountsOnceInTheirUnion() {
        assertThat(branches().queries(List.of(JAVA, PYTHON))).hasSize(30).doesNotHaveDuplicates().isSorted();
        assertThat(of(source()).union(List.of(JAVA, PYTHON)).n()).isEqualTo(30);
    }

    /** Java and Python together are all of /coding: same means, same intervals, same ranks, same p. */
    @Test
    void aUnionOfTheSameQueriesAsANodeSaysWhatTheNodeSays() {
        Branches branches = branches();
        Profile profile = source().profile(ProfileOptions.seeded(1));
        SetProfile union = branches.union(List.of(JAVA, PYTHON));
        for (String subject : List.of("a", "b", "c")) {
            SubjectScore node = at(profile, "/coding", subject);
            SubjectScore same = union.subject(subject).orElseThrow();
            assertThat(same.mean()).isEqualTo(node.mean());
            assertThat(same.n()).isEqualTo(node.n());
            Tested expected = (Tested) node.versusOthers();
            Tested test = (Tested) same.versusOthers();
            assertThat(test.difference()).isEqualTo(expected.difference());
            assertThat(test.p()).isEqualTo(expected.p());
        }
    }

    @Test
    void aUnionIsCorrectedTogetherWithTheTestedNodesOfItsSubject() {
        Branches branches = branches();
        Profile profile = source().profile(ProfileOptions.seeded(1));
        Tested union = (Tested) branches.union(List.of(JAVA, SPORTS)).subject("b").orElseThrow().versusOthers();
        double[] family = Stream.concat(
                        Stream.of(union.p()),
                        profile.nodes().stream().map(node -> ((Tested) node.subject("b").orElseThrow().versusOthers()).p()))
                .mapToDouble(Double::doubleValue)
                .toArray();
        assertThat(union.q()).isEqualTo(BenjaminiHochberg.qValues(family)[0]).isGreaterThanOrEqualTo(union.p());
        assertThat(union.verdict()).isEqualTo(Verdict.WORSE);
    }

    @Test
    void aUnionOfNothingHasNobodyInIt() {
        SetProfile union = branches().union(List.of());
        assertThat(union.n()).isZero();
        assertThat(union.subjects()).isEmpty();
    }

    @Test
    void anUnknownBranchIsAnsweredWithTheNearestNames() {
        Branches branches = branches();
        assertThatThrownBy(() -> branches.union(List.of(NodePath.parse("/coding/Language/Jva"))))
                .isInstanceOf(AssayException.class)
                .hasMessageContaining("/coding/Language/Java");
    }

    /** Differences of b to a on five queries: −2, −3, −1, −4, 0; the sixth has no score of a and counts for nothing. */
    @Test
    void againstOneSubjectOnlyQueriesThatBothHaveAreCompared() {
        double[] difference = {-2, -3, -1, -4, 0};
        for (int query = 0; query < 5; query++) {
            scores.score("q" + query, "a", 100 * query).score("q" + query, "b", 100 * query + difference[query]);
        }
        scores.failure("q5", "a").score("q5", "b", 1e6);
        Branches branches = of(source());
        Tested test = (Tested) Objects.requireNonNull(branches.against("a").getFirst().get("b"));
        Estimate expected = Estimate.mean(Moments.of(difference));
        assertThat(test.n()).isEqualTo(5);
        assertThat(test.difference()).isEqualTo(-2);
        assertThat(test.p()).isCloseTo(expected.p().orElseThrow(), within(1e-12));
        assertThat(branches.against("a").getFirst()).doesNotContainKey("a");
    }

    @Test
    void aConstantDistanceIsNotTestedRatherThanCertain() {
        for (int query = 0; query < 6; query++) {
            scores.score("q" + query, "a", query + 0.3).score("q" + query, "b", query + 0.1);
        }
        assertThat(of(source()).against("a").getFirst()).containsEntry("b", new NotTested(6, Reason.NO_SPREAD));
    }

    /** With two subjects, the others are the other one: both comparisons are the same test. */
    @Test
    void withTwoSubjectsTheReferenceIsTheOthers() {
        SplittableRandom random = new SplittableRandom(6);
        for (int query = 0; query < 12; query++) {
            scores.score("q" + query, "a", random.nextGaussian()).score("q" + query, "b", random.nextGaussian());
        }
        Source source = source();
        Tested others = (Tested) at(source.profile(ProfileOptions.seeded(1)), "/", "b").versusOthers();
        Tested chosen = (Tested) Objects.requireNonNull(of(source).against("a").getFirst().get("b"));
        assertThat(chosen.difference()).isCloseTo(others.difference(), within(1e-12));
        assertThat(chosen.p()).isCloseTo(others.p(), within(1e-9));
        assertThat(chosen.q()).isCloseTo(others.q(), within(1e-9));
    }
}
