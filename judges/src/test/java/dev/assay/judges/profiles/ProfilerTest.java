package dev.assay.judges.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.taxonomy.tagging.Tag;
import dev.assay.taxonomy.tree.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Properties of whole profiles, on generated scores with gaps, failures and ties. */
class ProfilerTest {

    private static final int QUERIES = 400;
    private static final int NODES = 40;

    private final Taxonomy taxonomy = Trees.taxonomy(
            Stream.iterate(0, node -> node + 1).limit(NODES).map(ProfilerTest::path).toArray(String[]::new));

    @Test
    void theResultDoesNotDependOnTheNumberOfThreads() {
        Profile one = generated(1, 1);
        assertThat(generated(1, 2)).isEqualTo(one);
        assertThat(generated(1, 7)).isEqualTo(one);
    }

    @Test
    void anotherSeedMovesIntervalsALittleAndMeansNotAtAll() {
        List<ProfileRow> one = generated(1, 2).rows().toList();
        List<ProfileRow> two = generated(2, 2).rows().toList();
        assertThat(two).extracting(ProfileRow::mean).isEqualTo(one.stream().map(ProfileRow::mean).toList());
        assertThat(two).extracting(ProfileRow::q).isEqualTo(one.stream().map(ProfileRow::q).toList());
        int moved = 0;
        for (int i = 0; i < one.size(); i++) {
            if (one.get(i).n() >= 10) {
                double width = one.get(i).high().orElseThrow() - one.get(i).low().orElseThrow();
                double change = Math.abs(one.get(i).low().orElseThrow() - two.get(i).low().orElseThrow());
                assertThat(change).as(one.get(i).path()).isLessThanOrEqualTo(0.2 * width);
                moved += change > 0 ? 1 : 0;
            }
        }
        assertThat(moved).isGreaterThan(20);
    }

    @Test
    void theOrderInWhichJudgmentsAndTagsComeDoesNotMatter() {
        ScoreMatrix.Builder forward = ScoreMatrix.builder();
        ScoreMatrix.Builder backward = ScoreMatrix.builder();
        List<Tag> tags = new ArrayList<>();
        for (int query = 0; query < 20; query++) {
            forward.score("q" + query, "a", query % 7).score("q" + query, "b", query % 5);
            backward.score("q" + (19 - query), "b", (19 - query) % 5).score("q" + (19 - query), "a", (19 - query) % 7);
            tags.add(Trees.tag("q" + query, path(query % 3)));
        }
        assertThat(Trees.profile(backward, taxonomy, tags.reversed())).isEqualTo(Trees.profile(forward, taxonomy, tags));
    }

    @Test
    void everyNumberIsFiniteAndEveryIntervalHoldsItsOwnValue() {
        Profile profile = generated(1, 2);
        assertThat(profile.rows()).hasSizeGreaterThan(100).allSatisfy(row -> {
            Stream.of(row.mean(), row.low(), row.high(), row.difference(), row.differenceLow(), row.differenceHigh(), row.p(), row.q(),
                            row.restDifference(), row.restLow(), row.restHigh(), row.restP(), row.restQ())
                    .flatMap(Optional::stream)
                    .forEach(number -> assertThat(number).isFinite());
            assertThat(row.mean().isPresent()).isEqualTo(row.n() > 0);
            assertThat(row.low().isPresent()).isEqualTo(row.n() > 1);
            assertThat(row.difference().isPresent()).isNotEqualTo(row.notTested().isPresent());
            assertThat(row.restDifference().isPresent()).isNotEqualTo(row.restNotTested().isPresent());
            row.low().ifPresent(low -> {
                assertThat(row.mean().orElseThrow()).isBetween(low, row.high().orElseThrow());
                assertThat(low).as("within the range of the scores").isNotNegative();
                assertThat(row.high().orElseThrow()).as("within the range of the scores").isLessThanOrEqualTo(4);
                assertThat(row.rank().orElseThrow()).isBetween(row.rankLow().orElseThrow(), row.rankHigh().orElseThrow());
            });
        });
    }

    @Test
    void nodesWithTheSameQueriesHaveTheSameNumbers() {
        ScoreMatrix.Builder scores = ScoreMatrix.builder();
        List<Tag> tags = new ArrayList<>();
        for (int query = 0; query < 30; query++) {
            scores.score("q" + query, "a", query % 7).score("q" + query, "b", query % 5);
            if (query < 12) {
                tags.add(Trees.tag("q" + query, path(0)));
                tags.add(Trees.tag("q" + query, path(1)));
            }
        }
        Profile profile = Trees.profile(scores, taxonomy, tags);
        assertThat(Trees.at(profile, path(0), "a")).isEqualTo(Trees.at(profile, path(1), "a"));
    }

    @Test
    void withoutAnyScoreThereAreOnlyFailures() {
        Profile profile = Trees.profile(
                ScoreMatrix.builder().failure("q1", "a").failure("q2", "a").failure("q2", "b"), taxonomy, List.of());
        assertThat(profile.rows()).extracting(ProfileRow::failures).containsExactly(2, 1);
        assertThat(profile.rows()).extracting(ProfileRow::mean).containsOnly(Optional.empty());
    }

    /** Five subjects, one of them seldom asked, one that fails a lot; coarse scores with many ties; nodes from 0 to some 100 queries. */
    private Profile generated(long seed, int threads) {
        SplittableRandom random = new SplittableRandom(4);
        ScoreMatrix.Builder scores = ScoreMatrix.builder();
        List<Tag> tags = new ArrayList<>();
        for (int query = 0; query < QUERIES; query++) {
            String id = "q" + query;
            tags.add(Trees.tag(id, path((int) (NODES * random.nextDouble() * random.nextDouble()))));
            int hard = random.nextInt(3);
            scores.score(id, "a", hard + random.nextInt(3)).score(id, "b", hard + random.nextInt(3)).score(id, "c", 2);
            if (random.nextInt(12) == 0) {
                scores.score(id, "seldom", hard);
            }
            if (random.nextInt(3) == 0) {
                scores.failure(id, "shaky");
            } else {
                scores.score(id, "shaky", random.nextInt(4)).score(id, "shaky", random.nextInt(4));
            }
        }
        return Profiler.profile(scores.build(), taxonomy, tags, ProfileOptions.seeded(seed), threads);
    }

    private static String path(int node) {
        return "/domain " + node % 4 + "/node " + node;
    }
}
