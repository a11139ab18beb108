package dev.assay.judges.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RankIntervalsTest {

    private static final double LEVEL = 0.95;

    @Test
    void tiedValuesShareTheBestRank() {
        assertThat(Ranks.competition(3, 5, 3, 1)).containsExactly(2, 1, 2, 4);
    }

    @Test
    void theSameScoresInAnotherOrderTie() {
        assertThat(ranks(new double[][] {{0.1, 0.2, 0.3}, {0.3, 0.2, 0.1}, {0.2, 0.3, 0.1}})).containsOnly(1);
    }

    @Test
    void aSubjectThatAlwaysWinsIsCertainlyFirst() {
        double[][] scores = {{5, 6, 7, 8}, {1, 2, 3, 4}};
        assertThat(bootstrap(scores)).containsExactly(new RankInterval(1, 1), new RankInterval(2, 2));
    }

    @Test
    void subjectsThatCannotBeToldApartMayEachBeFirst() {
        double[][] scores = {{1, 9, 2, 8, 5}, {9, 1, 8, 2, 4}};
        assertThat(bootstrap(scores)).containsOnly(new RankInterval(1, 2));
    }

    @Test
    void subjectsWithTheSameScoresShareARankInEveryResample() {
        double[][] scores = {{1, 9, 2}, {1, 9, 2}, {0, 0, 0}};
        assertThat(bootstrap(scores)).containsExactly(new RankInterval(1, 1), new RankInterval(1, 1), new RankInterval(3, 3));
    }

    /** What is hard for one is hard for all: apart, the intervals overlap widely; on the same queries one is always ahead. */
    @Test
    void ranksComeFromTheJointDistribution() {
        double[][] scores = {{101, 201, 301, 401, 501}, {100, 200, 300, 400, 500}};
        assertThat(bootstrap(scores)).containsExactly(new RankInterval(1, 1), new RankInterval(2, 2));
    }

    @Test
    void theNormalLimitComesToWhatTheBootstrapComesTo() {
        double[][] scores = generated(6, 180);
        RankInterval[] resampled = bootstrap(scores);
        RankInterval[] limit = normalLimit(scores);
        for (int subject = 0; subject < scores.length; subject++) {
            assertThat(Math.abs(limit[subject].low() - resampled[subject].low())).isLessThanOrEqualTo(1);
            assertThat(Math.abs(limit[subject].high() - resampled[subject].high())).isLessThanOrEqualTo(1);
        }
        assertThat(Arrays.stream(limit).anyMatch(interval -> interval.low() < interval.high())).isTrue();
    }

    @Test
    void inTheNormalLimitSubjectsWithTheSameScoresShareARankAndAConstantStays() {
        double[] varied = generated(1, 300)[0];
        double[] constant = new double[300];
        assertThat(normalLimit(new double[][] {varied, varied.clone(), constant}))
                .containsExactly(new RankInterval(1, 1), new RankInterval(1, 1), new RankInterval(3, 3));
    }

    private static double[][] generated(int subjects, int queries) {
        SplittableRandom random = new SplittableRandom(17);
        double[][] scores = new double[subjects][queries];
        for (int query = 0; query < queries; query++) {
            double difficulty = 30 * random.nextGaussian();
            for (int subject = 0; subject < subjects; subject++) {
                scores[subject][query] = 300 + 4 * subject + difficulty + 50 * random.nextGaussian();
            }
        }
        return scores;
    }

    private static RankInterval[] bootstrap(double[][] scores) {
        return QueryBootstrap.of(scores, Resamples.draw(scores[0].length, 2_000, 1)).rankIntervals(ranks(scores), LEVEL);
    }

    private static RankInterval[] normalLimit(double[][] scores) {
        int n = scores[0].length;
        double[] means = Arrays.stream(scores).mapToDouble(row -> Moments.of(row).mean()).toArray();
        double[][] covariance = new double[scores.length][scores.length];
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores.length; j++) {
                for (int query = 0; query < n; query++) {
                    covariance[i][j] += (scores[i][query] - means[i]) * (scores[j][query] - means[j]) / n / (n - 1);
                }
            }
        }
        return NormalLimit.draw(scores.length, 2_000, 1).rankIntervals(means, covariance, ranks(scores), LEVEL);
    }

    private static int[] ranks(double[][] scores) {
        return Ranks.competition(Arrays.stream(scores).mapToDouble(row -> Moments.of(row).mean()).toArray());
    }
}
