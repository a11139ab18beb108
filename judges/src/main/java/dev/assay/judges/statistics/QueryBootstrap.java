package dev.assay.judges.statistics;

import java.util.Arrays;

/**
 * The bootstrap of means by resampling queries: each resample draws n of the n queries with replacement, and takes the scores of
 * <em>all</em> subjects on the drawn queries. So a resample keeps together what belongs together, and gives intervals of means and,
 * jointly, of ranks.
 *
 * <p>Intervals are BCa (Efron, "Better bootstrap confidence intervals", JASA 82, 1987; Efron and Tibshirani 1993, ch. 14): bias
 * correction from the share of resampled means below the observed one (half of those equal to it), acceleration from the jackknife,
 * which for a mean is Σ(xᵢ − x̄)³ / (6·(Σ(xᵢ − x̄)²)^{3/2}). Because resampling n values understates their spread by √((n − 1)/n) and knows
 * nothing of the tails of t, the nominal level is expanded as by Hesterberg ("What teachers should know about the bootstrap", The
 * American Statistician 69, 2015, §3.3): in place of the normal z stands √(n/(n − 1))·t_{n−1}.
 *
 * <p>Scores are held as whole multiples of a power of two, fine enough that a sum of n just fits 31 bits: sums are exact, and the
 * rounding (2⁻²² of the range of the scores at n = 200) is far below the noise of 2,000 resamples.
 */
public final class QueryBootstrap {

    private final int queries;
    private final FixedPoint grid;
    private final int[] observed;
    private final double[] acceleration;
    private final ResampledMeans resampled;

    private QueryBootstrap(
            int queries, FixedPoint grid, int[] observed, double[] acceleration, ResampledMeans resampled) {
        this.queries = queries;
        this.grid = grid;
        this.observed = observed;
        this.acceleration = acceleration;
        this.resampled = resampled;
    }

    /**
     * Resamples.
     *
     * @param scores by subject and query, finite; every subject has a score on each of the n queries
     * @param resamples of n queries
     */
    public static QueryBootstrap of(double[][] scores, Resamples resamples) {
        int queries = resamples.queries();
        FixedPoint grid = FixedPoint.over(scores, queries);
        int[][] sums = new int[scores.length][];
        int[] observed = new int[scores.length];
        double[] acceleration = new double[scores.length];
        for (int subject = 0; subject < scores.length; subject++) {
            int[] onGrid = grid.of(scores[subject]);
            observed[subject] = Arrays.stream(onGrid).sum();
            sums[subject] = resamples.sums(onGrid);
            acceleration[subject] = acceleration(scores[subject]);
        }
        return new QueryBootstrap(queries, grid, observed, acceleration, new ResampledMeans(sums));
    }

    private static double acceleration(double[] scores) {
        double mean = Moments.of(scores).mean();
        double squares = 0;
        double cubes = 0;
        for (double score : scores) {
            double deviation = score - mean;
            squares += deviation * deviation;
            cubes += deviation * deviation * deviation;
        }
        return squares == 0 ? 0 : cubes / (6 * squares * Math.sqrt(squares));
    }

    /**
     * Interval of each subject's mean, of no width where all its scores are the same.
     *
     * @param scored how many of a subject's scores are its own, at least 2: all, unless missing ones were filled in with its mean
     */
    public Interval[] intervals(int[] scored, double level) {
        Interval[] intervals = new Interval[scored.length];
        double z = 0;
        for (int subject = 0; subject < scored.length; subject++) {
            if (subject == 0 || scored[subject] != scored[subject - 1]) {
                z = expanded(scored[subject], level);
            }
            intervals[subject] = interval(subject, z);
        }
        return intervals;
    }

    private static double expanded(int n, double level) {
        return Math.sqrt(n / (n - 1.0)) * new StudentT(n - 1).critical(level);
    }

    /** @param z how many standard errors a normal distribution would need on either side */
    Interval interval(int subject, double z) {
        int[] sums = resampled.of(subject);
        double bias = bias(sums, observed[subject]);
        OrderStatistics ordered = new OrderStatistics(sums);
        double low = quantile(ordered, adjusted(bias, acceleration[subject], -z));
        double high = quantile(ordered, adjusted(bias, acceleration[subject], z));
        return new Interval(grid.mean(low, queries), grid.mean(high, queries));
    }

    /**
     * Interval of each subject's rank among these subjects; see {@link RankInterval}.
     *
     * @param ranks by the observed means
     */
    public RankInterval[] rankIntervals(int[] ranks, double level) {
        return resampled.rankIntervals(ranks, level);
    }

    private static double bias(int[] sums, int observed) {
        int below = 0;
        int notAbove = 0;
        for (int sum : sums) {
            below += (sum - observed) >>> 31;
            notAbove += 1 - ((observed - sum) >>> 31);
        }
        double share = (below + notAbove) / (2.0 * sums.length);
        return Normal.quantile(Math.clamp(share, 0.5 / sums.length, 1 - 0.5 / sums.length));
    }

    /** The level at which BCa reads the distribution: Φ(z₀ + (z₀ + z)/(1 − a(z₀ + z))). */
    private static double adjusted(double bias, double acceleration, double z) {
        double shifted = bias + z;
        double denominator = 1 - acceleration * shifted;
        return denominator <= 0 ? (shifted < 0 ? 0 : 1) : Normal.cumulative(bias + shifted / denominator);
    }

    /** Between the two order statistics around α(B + 1). */
    private static double quantile(OrderStatistics ordered, double level) {
        double position = Math.clamp(level * (ordered.size() + 1) - 1, 0, ordered.size() - 1);
        int index = (int) position;
        double below = ordered.get(index);
        return position == index ? below : below + (position - index) * (ordered.get(index + 1) - below);
    }
}
