package dev.assay.judges.profiles;

import static dev.assay.judges.profiles.Trees.at;
import static dev.assay.judges.profiles.Trees.meanAt;
import static dev.assay.judges.profiles.Trees.profile;
import static dev.assay.judges.profiles.Trees.tag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.datasets.AssayException;
import dev.assay.judges.statistics.Interval;
import dev.assay.taxonomy.tree.NodePath;
import dev.assay.taxonomy.tree.Taxonomy;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreTreeTest {

    private static final Taxonomy EMPTY = new Taxonomy(List.of());

    private final Taxonomy tree = Trees.taxonomy("/coding/Language/Java", "/coding/Language/Python", "/writing/Topic/Sports");

    /** q2 stands under both children: the parent's mean is (10 + 20 + 60)/3 = 30, the mean of its children would be 27.5. */
    @Test
    void aQueryUnderTwoChildrenCountsOnceInTheirParent() {
        Profile profile = profile(
                ScoreMatrix.builder().score("q1", "m", 10).score("q2", "m", 20).score("q3", "m", 60),
                tree,
                List.of(
                        tag("q1", "/coding/Language/Java"),
                        tag("q2", "/coding/Language/Java"),
                        tag("q2", "/coding/Language/Python"),
                        tag("q3", "/coding/Language/Python")));
        assertThat(meanAt(profile, "/coding/Language/Java", "m")).isEqualTo(15);
        assertThat(meanAt(profile, "/coding/Language/Python", "m")).isEqualTo(40);
        assertThat(meanAt(profile, "/coding/Language", "m")).isEqualTo(30);
        assertThat(at(profile, "/coding/Language", "m").n()).isEqualTo(3);
        assertThat(at(profile, "/coding", "m").n()).isEqualTo(3);
    }

    @Test
    void nodesOfOneNameInOneDomainAreKeptApart() {
        Taxonomy twice = Trees.taxonomy("/writing/Genre/Sports", "/writing/Topic/Sports");
        Profile profile = profile(
                ScoreMatrix.builder().score("q1", "m", 1).score("q2", "m", 3),
                twice,
                List.of(tag("q1", "/writing/Genre/Sports"), tag("q2", "/writing/Topic/Sports")));
        assertThat(meanAt(profile, "/writing/Genre/Sports", "m")).isEqualTo(1);
        assertThat(meanAt(profile, "/writing/Topic/Sports", "m")).isEqualTo(3);
        assertThat(meanAt(profile, "/writing", "m")).isEqualTo(2);
    }

    @Test
    void aQueryWithoutATagCountsOnlyAtTheRoot() {
        Profile profile = profile(
                ScoreMatrix.builder().score("q1", "m", 1).score("q2", "m", 5), tree, List.of(tag("q1", "/coding")));
        assertThat(profile.root().n()).isEqualTo(2);
        assertThat(meanAt(profile, "/", "m")).isEqualTo(3);
        assertThat(meanAt(profile, "/coding", "m")).isEqualTo(1);
        assertThat(profile.node(NodePath.of("writing")).subjects()).isEmpty();
    }

    /** q1: (2 + 4)/2 = 3; with q2: (3 + 9)/2 = 6. Counting replicates as queries would give 5. */
    @Test
    void replicatesAreAveragedWithinTheirQueryFirst() {
        Profile profile = profile(
                ScoreMatrix.builder().score("q1", "m", 2).score("q1", "m", 4).score("q2", "m", 9), EMPTY, List.of());
        assertThat(meanAt(profile, "/", "m")).isEqualTo(6);
        assertThat(at(profile, "/", "m").n()).isEqualTo(2);
    }

    @Test
    void aFailureIsNeverAScoreAndIsCountedBesideTheMean() {
        Profile profile = profile(
                ScoreMatrix.builder()
                        .score("q1", "m", 40)
                        .failure("q2", "m")
                        .score("q3", "m", 60)
                        .failure("q3", "m")
                        .failure("q1", "broken"),
                EMPTY,
                List.of());
        assertThat(meanAt(profile, "/", "m")).isEqualTo(50);
        assertThat(at(profile, "/", "m").n()).isEqualTo(2);
        assertThat(at(profile, "/", "m").failures()).isEqualTo(2);
        assertThat(at(profile, "/", "broken").mean()).isEmpty();
        assertThat(at(profile, "/", "broken").failures()).isEqualTo(1);
        assertThat(meanAt(profile, "/", "m")).as("with rank").isEqualTo(50);
        assertThat(at(profile, "/", "m").mean().orElseThrow().rank()).isEqualTo(1);
        assertThat(profile.root().n()).as("queries with a score").isEqualTo(2);
    }

    @Test
    void oneQueryHasAMeanAndARankButNoInterval() {
        Profile profile = profile(ScoreMatrix.builder().score("q", "a", 1).score("q", "b", 2), EMPTY, List.of());
        SubjectScore.Mean mean = at(profile, "/", "a").mean().orElseThrow();
        assertThat(mean.rank()).isEqualTo(2);
        assertThat(mean.interval()).isEmpty();
        assertThat(mean.rankInterval()).isEmpty();
    }

    @Test
    void equalScoresHaveAnIntervalWithoutWidthOnBothSidesOfTheThreshold() {
        for (int n : new int[] {3, 250}) {
            ScoreMatrix.Builder scores = ScoreMatrix.builder();
            for (int query = 0; query < n; query++) {
                scores.score("q" + query, "m", 0.1);
            }
            SubjectScore.Mean mean = at(profile(scores, EMPTY, List.of()), "/", "m").mean().orElseThrow();
            assertThat(mean.interval()).as("n " + n).contains(new Interval(0.1, 0.1));
        }
    }

    @Test
    void tiesShareTheBestRank() {
        Profile profile = profile(
                ScoreMatrix.builder().score("q", "a", 2).score("q", "b", 7).score("q", "c", 7), EMPTY, List.of());
        assertThat(profile.rows().map(row -> row.rank().orElseThrow())).containsExactly(3, 1, 1);
    }

    @Test
    void aSubjectThatWasNotAskedAnythingOfANodeIsAbsentThere() {
        Profile profile = profile(
                ScoreMatrix.builder().score("q1", "a", 1).score("q1", "b", 2).score("q2", "a", 3),
                tree,
                List.of(tag("q2", "/coding")));
        assertThat(profile.node(NodePath.of("coding")).subject("b")).isEmpty();
        assertThat(at(profile, "/coding", "a").mean().orElseThrow().rank()).isEqualTo(1);
        assertThat(profile.root().sameQueries()).isFalse();
    }

    @Test
    void tagsOfUnknownQueriesAndNodesCountForNothing() {
        Profile profile = profile(
                ScoreMatrix.builder().score("q1", "m", 1), tree, List.of(tag("gone", "/coding"), tag("q1", "/no/such")));
        assertThat(profile.rows().map(ProfileRow::path)).containsExactly("/");
    }

    @Test
    void anUnknownNodeOrSubjectIsAnsweredWithTheNearestNames() {
        Profile profile = profile(
                ScoreMatrix.builder().score("q1", "claude-2", 1).score("q1", "gemma-7b-it", 1), tree, List.of());
        assertThatThrownBy(() -> profile.node(NodePath.parse("/coding/Language/Jva")))
                .isInstanceOf(AssayException.class)
                .hasMessageContaining("no node /coding/Language/Jva")
                .hasMessageContaining("/coding/Language/Java");
        assertThatThrownBy(() -> profile.of("Claude2"))
                .isInstanceOf(AssayException.class)
                .hasMessageContaining("no subject Claude2 in this run: the nearest of 2 are claude-2, gemma-7b-it");
    }

    @Test
    void aPartOfAProfileKeepsTheRanksAmongAll() {
        Profile profile = profile(
                ScoreMatrix.builder().score("q1", "a", 1).score("q1", "b", 2),
                Trees.taxonomy("/coding/Language/Java", "/codingx"),
                List.of(tag("q1", "/coding/Language/Java"), tag("q1", "/codingx")));
        assertThat(profile.of("a").below(NodePath.of("coding")).rows())
                .extracting(ProfileRow::path, ProfileRow::subject, row -> row.rank().orElseThrow())
                .containsExactly(
                        tuple("/coding", "a", 2),
                        tuple("/coding/Language", "a", 2),
                        tuple("/coding/Language/Java", "a", 2));
    }
}
