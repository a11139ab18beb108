package dev.assay.judges.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Ranks from the joint normal distribution to which the means of many queries tend: what {@link QueryBootstrap} comes to for large n, at
 * a cost that does not grow with n.
 */
public final class NormalLimit {

    /** Below this part of its variance, what is left of a subject's variance given the subjects before it is rounding noise. */
    private static final double NOISE = 1e-12;

    private final double[][] standard;

    private NormalLimit(double[][] standard) {
        this.standard = standard;
    }

    /**
     * Draws the standard normal numbers, to be used for any number of nodes, from any number of threads.
     *
     * @param subjects the largest number of subjects at a node
     */
    public static NormalLimit draw(int subjects, int resamples, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] standard = new double[subjects][resamples];
        for (double[] row : standard) {
            for (int r = 0; r < resamples; r++) {
                row[r] = random.nextGaussian();
            }
        }
        return new NormalLimit(standard);
    }

    /**
     * Interval of each subject's rank.
     *
     * @param means by subject
     * @param covariance of the means, symmetric and positive semidefinite; only its lower triangle is read
     * @param ranks by these means
     */
    public RankInterval[] rankIntervals(double[] means, double[][] covariance, int[] ranks, double level) {
        double[][] root = choleskyRoot(covariance);
        double[][] drawn = new double[means.length][];
        for (int subject = 0; subject < means.length; subject++) {
            drawn[subject] = combine(means[subject], root[subject], subject);
        }
        int[][] onGrid = new int[means.length][];
        FixedPoint grid = FixedPoint.over(drawn, 1);
        for (int subject = 0; subject < means.length; subject++) {
            onGrid[subject] = grid.of(drawn[subject]);
        }
        return new ResampledMeans(onGrid).rankIntervals(ranks, level);
    }

    private double[] combine(double mean, double[] row, int last) {
        double[] sum = new double[standard[0].length];
        Arrays.fill(sum, mean);
        for (int j = 0; j <= last; j++) {
            double factor = row[j];
            double[] z = standard[j];
            for (int r = 0; r < sum.length; r++) {
                sum[r] += factor * z[r];
            }
        }
        return sum;
    }

    /** Lower triangular L with LLᵀ = the covariance. A subject that does not vary, or only with those before it, gets no part of its own. */
    private static double[][] choleskyRoot(double[][] covariance) {
        int size = covariance.length;
        double[][] root = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                double sum = covariance[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= root[i][k] * root[j][k];
                }
                root[i][j] = root[j][j] == 0 ? 0 : sum / root[j][j];
            }
            double left = covariance[i][i];
            for (int k = 0; k < i; k++) {
                left -= root[i][k] * root[i][k];
            }
            root[i][i] = left <= NOISE * covariance[i][i] ? 0 : Math.sqrt(left);
        }
        return root;
    }
}
