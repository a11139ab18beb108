package dev.assay.judges.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;

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

    /** Resamples that are drawn at a time: the counts of a block stay in the cache of the processor. */
    private static final int BLOCK = 400;

    private final int queries;
    private final FixedPoint grid;
    private final int[] observed;
    private final double[] acceleration;
    private final ResampledMeans resampled;

    private QueryBootstrap(int queries, FixedPoint grid, int[] observed, double[] acceleration, ResampledMeans resampled) {
        this.queries = queries;
        this.grid = grid;
        this.observed = observed;
        this.acceleration = acceleration;
        this.resampled = resampled;
    }

    /**
     * Resamples.
     *
     * @param scores by subject and query, finite; every subject has a score on each of the n ≥ 2 queries
     * @param resamples how many; 2,000 is usual
     * @param seed the same seed and number of queries draw the same resamples
     */
    public static QueryBootstrap of(double[][] scores, int resamples, long seed) {
        int queries = scores[0].length;
        if (queries < 2) {
            throw new IllegalArgumentException("resampling needs two queries, not " + queries);
        }
        FixedPoint grid = FixedPoint.over(scores, queries);
        int[][] onGrid = new int[scores.length][];
        int[] observed = new int[scores.length];
        double[] acceleration = new double[scores.length];
        for (int subject = 0; subject < scores.length; subject++) {
            onGrid[subject] = grid.of(scores[subject]);
            observed[subject] = Arrays.stream(onGrid[subject]).sum();
            acceleration[subject] = acceleration(scores[subject]);
        }
        return new QueryBootstrap(queries, grid, observed, acceleration, resample(onGrid, resamples, seed));
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

    private static ResampledMeans resample(int[][] scores, int resamples, long seed) {
        int queries = scores[0].length;
        int[][] sums = new int[scores.length][resamples];
        SplittableRandom random = generator(seed, queries);
        int[] counts = new int[queries * BLOCK];
        for (int from = 0; from < resamples; from += BLOCK) {
            int width = Math.min(BLOCK, resamples - from);
            draw(random, queries, width, counts);
            for (int subject = 0; subject < scores.length; subject++) {
                add(scores[subject], counts, sums[subject], from, width);
            }
        }
        return new ResampledMeans(sums);
    }

    /** Depends on the number of queries too, or all nodes would draw from one sequence. Mixed, as neighbouring seeds of this generator overlap. */
    private static SplittableRandom generator(long seed, int queries) {
        return new SplittableRandom(new SplittableRandom(seed).nextLong() ^ new SplittableRandom(~queries).nextLong());
    }

    /** How often each query is drawn in each resample of a block: {@code counts[query * BLOCK + resample]}. */
    private static void draw(SplittableRandom random, int queries, int width, int[] counts) {
        Arrays.fill(counts, 0);
        for (int resample = 0; resample < width; resample++) {
            int drawn = 0;
            while (drawn < queries) {
                long bits = random.nextLong();
                counts[index(bits & 0xffff_ffffL, queries) * BLOCK + resample]++;
                if (++drawn < queries) {
                    counts[index(bits >>> 32, queries) * BLOCK + resample]++;
                    drawn++;
                }
            }
        }
    }

    /** Below {@code queries}, from 32 random bits; a multiplication instead of a division (Lemire 2019), uneven by less than n/2³². */
    private static int index(long bits, int queries) {
        return (int) ((bits * queries) >>> 32);
    }

    private static void add(int[] scores, int[] counts, int[] sums, int from, int width) {
        for (int query = 0; query < scores.length; query++) {
            int score = scores[query];
            int row = query * BLOCK;
            for (int resample = 0; resample < width; resample++) {
                sums[from + resample] += score * counts[row + resample];
            }
        }
    }

    /**
     * Interval of a subject's mean, of no width where all its scores are the same.
     *
     * @param scored how many of its scores are its own, at least 2: all, unless missing ones were filled in with its mean
     */
    public Interval interval(int subject, int scored, double level) {
        int[] sorted = resampled.of(subject).clone();
        Arrays.sort(sorted);
        double bias = bias(sorted, observed[subject]);
        double z = Math.sqrt(scored / (scored - 1.0)) * new StudentT(scored - 1).critical(level);
        double low = quantile(sorted, adjusted(bias, acceleration[subject], -z));
        double high = quantile(sorted, adjusted(bias, acceleration[subject], z));
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

    private static double bias(int[] sorted, int observed) {
        int below = 0;
        int equal = 0;
        for (int sum : sorted) {
            if (sum < observed) {
                below++;
            } else if (sum == observed) {
                equal++;
            }
        }
        double share = (below + equal / 2.0) / sorted.length;
        return Normal.quantile(Math.clamp(share, 0.5 / sorted.length, 1 - 0.5 / sorted.length));
    }

    /** The level at which BCa reads the distribution: Φ(z₀ + (z₀ + z)/(1 − a(z₀ + z))). */
    private static double adjusted(double bias, double acceleration, double z) {
        double shifted = bias + z;
        double denominator = 1 - acceleration * shifted;
        return denominator <= 0 ? (shifted < 0 ? 0 : 1) : Normal.cumulative(bias + shifted / denominator);
    }

    /** Between the two order statistics around α(B + 1). */
    private static double quantile(int[] sorted, double level) {
        double position = Math.clamp(level * (sorted.length + 1) - 1, 0, sorted.length - 1);
        int index = Math.min((int) position, sorted.length - 2);
        double fraction = position - index;
        return sorted[index] + fraction * (sorted[index + 1] - (double) sorted[index]);
    }
}
