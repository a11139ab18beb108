package dev.assay.judges.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueryBootstrapTest {

    private static final double LEVEL = 0.95;

    /** All 6⁶ resamples instead of some, the jackknife by leaving out, the definition instead of its closed form. */
    @Test
    void theIntervalAgreesWithBcaByBruteForce() {
        double[] scores = {310, 125, 480, 333, 290, 317};
        Interval expected = bruteForce(scores, 3.0);
        Interval sampled = QueryBootstrap.of(new double[][] {scores}, Resamples.draw(6, 200_000, 7)).bca(0, 3.0);
        assertThat(sampled.low()).isCloseTo(expected.low(), within(0.01 * expected.width()));
        assertThat(sampled.high()).isCloseTo(expected.high(), within(0.01 * expected.width()));
    }

    private static Interval bruteForce(double[] x, double z) {
        int n = x.length;
        double mean = Arrays.stream(x).average().orElseThrow();
        double[] means = IntStream.range(0, (int) Math.pow(n, n))
                .mapToDouble(code -> {
                    double sum = 0;
                    for (int i = 0, rest = code; i < n; i++, rest /= n) {
                        sum += x[rest % n];
                    }
                    return sum / n;
                })
                .sorted()
                .toArray();
        double below = Arrays.stream(means).map(m -> m < mean - 1e-9 ? 1 : m > mean + 1e-9 ? 0 : 0.5).average().orElseThrow();
        double bias = Normal.quantile(below);
        double[] leftOut = Arrays.stream(x).map(value -> (n * mean - value) / (n - 1)).toArray();
        double centre = Arrays.stream(leftOut).average().orElseThrow();
        double cubes = Arrays.stream(leftOut).map(m -> Math.pow(centre - m, 3)).sum();
        double squares = Arrays.stream(leftOut).map(m -> Math.pow(centre - m, 2)).sum();
        double acceleration = cubes / (6 * Math.pow(squares, 1.5));
        double low = Normal.cumulative(bias + (bias - z) / (1 - acceleration * (bias - z)));
        double high = Normal.cumulative(bias + (bias + z) / (1 - acceleration * (bias + z)));
        return new Interval(means[(int) (low * means.length)], means[(int) (high * means.length)]);
    }

    @Test
    void aSkewedSampleGetsALongerArmOnItsLongSide() {
        double[] scores = {0, 0, 1, 1, 2, 2, 3, 4, 6, 30};
        Interval interval = interval(scores, 1);
        double mean = Moments.of(scores).mean();
        assertThat(interval.high() - mean).isGreaterThan(1.5 * (mean - interval.low()));
    }

    @Test
    void equalScoresGiveAnIntervalWithoutWidth() {
        assertThat(interval(new double[] {0.1, 0.1, 0.1, 0.1}, 1)).isEqualTo(new Interval(0.1, 0.1));
    }

    @Test
    void aConstantSubjectStaysConstantBesideOthers() {
        double[][] scores = {{0.1, 0.1, 0.1, 0.1}, {1.0 / 3, 5, 2, 8}};
        assertThat(QueryBootstrap.of(scores, Resamples.draw(4, 2_000, 1)).intervals(LEVEL).getFirst()).isEqualTo(new Interval(0.1, 0.1));
    }

    @Test
    void anIntervalNeverLeavesTheRangeOfTheScores() {
        double[] scores = {100, 300};
        assertThat(interval(scores, 1)).isEqualTo(new Interval(100, 300));
    }

    @Test
    void oneSeedGivesOneIntervalAndAnotherSeedAlmostTheSame() {
        double[] scores = new SplittableRandom(5).doubles(30, 100, 500).toArray();
        Interval one = interval(scores, 1);
        Interval two = interval(scores, 2);
        assertThat(interval(scores, 1)).isEqualTo(one);
        assertThat(two).isNotEqualTo(one);
        assertThat(two.low()).isCloseTo(one.low(), within(0.1 * one.width()));
        assertThat(two.high()).isCloseTo(one.high(), within(0.1 * one.width()));
    }

    @Test
    void neighbouringSeedsAndSizesDoNotShareTheirDraws() {
        int[] first = IntStream.range(0, 20).toArray();
        assertThat(Resamples.draw(20, 100, 1).sums(first)).isNotEqualTo(Resamples.draw(20, 100, 2).sums(first));
        int[] one = new int[21];
        one[0] = 1;
        assertThat(Resamples.draw(21, 1_000, 1).sums(one)).isNotEqualTo(Resamples.draw(20, 1_000, 1).sums(Arrays.copyOf(one, 20)));
    }

    @Test
    void everyResampleDrawsAsManyQueriesAsThereAreAndNoneMoreOftenThanAnother() {
        Resamples resamples = Resamples.draw(7, 20_000, 3);
        int[] ones = new int[7];
        Arrays.fill(ones, 1);
        assertThat(resamples.sums(ones)).containsOnly(7);
        for (int query = 0; query < 7; query++) {
            int[] only = new int[7];
            only[query] = 1;
            assertThat(Arrays.stream(resamples.sums(only)).average().orElseThrow()).isCloseTo(1, within(0.03));
        }
    }

    @Test
    void orderStatisticsAreThoseOfASort() {
        SplittableRandom random = new SplittableRandom(11);
        for (int bound : new int[] {1, 3, 1_000, Integer.MAX_VALUE}) {
            int[] values = random.ints(500, 0, bound).toArray();
            OrderStatistics ordered = new OrderStatistics(values);
            int[] sorted = Arrays.stream(values).sorted().toArray();
            int[] found = IntStream.range(0, values.length).map(ordered::get).toArray();
            assertThat(found).isEqualTo(sorted);
        }
    }

    private static Interval interval(double[] scores, long seed) {
        return QueryBootstrap.of(new double[][] {scores}, Resamples.draw(scores.length, 2_000, seed))
                .intervals(LEVEL).getFirst();
    }
}
