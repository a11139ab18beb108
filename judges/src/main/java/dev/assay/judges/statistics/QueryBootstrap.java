package dev.assay.judges.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

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
    private final Moments[] samples;
    private final FixedPoint grid;
    private final int[] observed;
    private final double[] acceleration;
    private final ResampledMeans resampled;

    private QueryBootstrap(
            int queries,
            Moments[] samples,
            FixedPoint grid,
            int[] observed,
            double[] acceleration,
            ResampledMeans resampled) {
        this.queries = queries;
        this.samples = samples;
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
        Moments[] samples = new Moments[scores.length];
        int[][] sums = new int[scores.length][];
        int[] observed = new int[scores.length];
        double[] acceleration = new double[scores.length];
        for (int subject = 0; subject < scores.length; subject++) {
            int[] onGrid = grid.of(scores[subject]);
            observed[subject] = Arrays.stream(onGrid).sum();
            sums[subject] = resamples.sums(onGrid);
            samples[subject] = Moments.of(scores[subject]);
            acceleration[subject] = acceleration(scores[subject], samples[subject]);
        }
        return new QueryBootstrap(queries, samples, grid, observed, acceleration, new ResampledMeans(sums));
    }

    private static double acceleration(double[] scores, Moments sample) {
        double cubes = 0;
        for (double score : scores) {
            double deviation = score - sample.mean();
            cubes += deviation * deviation * deviation;
        }
        double squares = sample.sumOfSquares();
        return squares == 0 ? 0 : cubes / (6 * squares * Math.sqrt(squares));
    }

    /** Interval of each subject's mean, of no width where all its scores are the same. */
    public List<Interval> intervals(double level) {
        double z = Math.sqrt(queries / (queries - 1.0)) * new StudentT(queries - 1).critical(level);
        return IntStream.range(0, samples.length).mapToObj(subject -> bca(subject, z)).toList();
    }

    /** @param z how many standard errors a normal distribution would need on either side */
    Interval bca(int subject, double z) {
        if (samples[subject].sumOfSquares() == 0) {
            return new Interval(samples[subject].mean(), samples[subject].mean());
        }
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
