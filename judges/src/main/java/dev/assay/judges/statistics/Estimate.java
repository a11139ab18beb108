package dev.assay.judges.statistics;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * An estimated mean or difference of means with its standard error, and what follows from them by Student's t.
 *
 * @param value on the scale of the scores
 * @param standardError 0 where the values show no spread at all
 * @param degreesOfFreedom of the standard error; more than 0, not always whole
 */
public record Estimate(double value, double standardError, double degreesOfFreedom) {

    public Estimate {
        if (!Double.isFinite(value) || !(standardError >= 0) || !Double.isFinite(standardError) || !(degreesOfFreedom > 0)) {
            throw new IllegalArgumentException(
                    "no estimate: " + value + " ± " + standardError + " on " + degreesOfFreedom + " degrees of freedom");
        }
    }

    /** Mean of at least two independent values: s/√n on n − 1 degrees of freedom. Of paired differences, this is the paired t-test. */
    public static Estimate mean(Moments sample) {
        return new Estimate(sample.mean(), Math.sqrt(sample.variance() / sample.n()), sample.n() - 1);
    }

    /**
     * Mean of scores that come in clusters, such as several verdicts on one query: √(Σ_c(Σ_{i∈c}(sᵢ − s̄))²)/n, times √(C/(C − 1)),
     * on C − 1 degrees of freedom for C clusters (Miller, "Adding error bars to evals", arXiv 2411.00640, §2.2). With one score in each
     * cluster this is {@link #mean}.
     *
     * @param clusters number of the cluster of each score, from 0; at least two clusters
     */
    public static Estimate clusteredMean(double[] scores, int[] clusters) {
        if (scores.length != clusters.length) {
            throw new IllegalArgumentException(scores.length + " scores, but clusters of " + clusters.length);
        }
        double mean = Moments.of(scores).mean();
        double[] deviations = new double[Arrays.stream(clusters).max().orElse(0) + 1];
        for (int i = 0; i < scores.length; i++) {
            deviations[clusters[i]] += scores[i] - mean;
        }
        long count = Arrays.stream(clusters).distinct().count();
        if (count < 2) {
            throw new IllegalArgumentException("a clustered standard error needs two clusters, not " + count);
        }
        double squares = Arrays.stream(deviations).map(d -> d * d).sum();
        double correction = (double) count / (count - 1);
        return new Estimate(mean, Math.sqrt(correction * squares) / scores.length, count - 1);
    }

    /**
     * Difference of the means of two independent samples that need not have the same variance: Welch, Biometrika 34 (1947), degrees of
     * freedom by Satterthwaite. Each sample has at least two values.
     */
    public static Estimate welch(Moments sample, Moments other) {
        double a = sample.variance() / sample.n();
        double b = other.variance() / other.n();
        double variance = a + b;
        double degreesOfFreedom = variance == 0
                ? sample.n() + other.n() - 2
                : variance * variance / (a * a / (sample.n() - 1) + b * b / (other.n() - 1));
        return new Estimate(sample.mean() - other.mean(), Math.sqrt(variance), degreesOfFreedom);
    }

    /** The two-sided interval of this level (0.95); of no width where the standard error is 0. */
    public Interval interval(double level) {
        double half = standardError == 0 ? 0 : new StudentT(degreesOfFreedom).critical(level) * standardError;
        return new Interval(value - half, value + half);
    }

    /**
     * Two-sided p-value of "the true value is 0". Without any spread, 1 where the value is 0, and else empty: such data cannot be tested
     * by their spread, and p = 0 would be a lie.
     */
    public OptionalDouble p() {
        if (standardError == 0) {
            return value == 0 ? OptionalDouble.of(1) : OptionalDouble.empty();
        }
        return OptionalDouble.of(new StudentT(degreesOfFreedom).twoSidedP(value / standardError));
    }
}
