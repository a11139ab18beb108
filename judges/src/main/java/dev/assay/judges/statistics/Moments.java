package dev.assay.judges.statistics;

/**
 * Size, mean and spread of a sample.
 *
 * @param n size, at least 0
 * @param mean 0 for an empty sample
 * @param sumOfSquares Σ(xᵢ − x̄)², the sum of squared deviations from the mean; exactly 0 where all values are the same
 */
public record Moments(int n, double mean, double sumOfSquares) {

    /** Below this part of the whole's spread, a difference of sums of squares is rounding noise. */
    private static final double NOISE = 1e-12;

    public Moments {
        if (n < 0 || !Double.isFinite(mean) || !(sumOfSquares >= 0) || !Double.isFinite(sumOfSquares)) {
            throw new IllegalArgumentException("no moments: n " + n + ", mean " + mean + ", sum of squares " + sumOfSquares);
        }
    }

    /** Moments of these values. The sum is compensated (Neumaier 1974): equal values in another order have an equal mean, and tie. */
    public static Moments of(double... values) {
        if (values.length == 0) {
            return new Moments(0, 0, 0);
        }
        double sum = 0;
        double lost = 0;
        double min = values[0];
        double max = values[0];
        for (double value : values) {
            double next = sum + value;
            lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
            sum = next;
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        if (min == max) {
            return new Moments(values.length, min, 0);
        }
        double mean = (sum + lost) / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new Moments(values.length, mean, squares);
    }

    /** Unbiased variance, Σ(xᵢ − x̄)²/(n − 1). Needs two values. */
    public double variance() {
        if (n < 2) {
            throw new IllegalStateException("a variance needs two values, not " + n);
        }
        return sumOfSquares / (n - 1);
    }

    /**
     * Moments of what remains of this sample without a part of it.
     *
     * <p>The pairwise update of Chan, Golub and LeVeque ("Algorithms for computing the sample variance", The American Statistician 37,
     * 1983) read backwards. Accurate where the means are small beside the spread; centre the values first.
     */
    public Moments without(Moments part) {
        int rest = n - part.n;
        if (rest < 0) {
            throw new IllegalArgumentException("a part of " + part.n + " values is larger than the whole of " + n);
        }
        if (rest == 0) {
            return new Moments(0, 0, 0);
        }
        double restMean = (n * mean - part.n * part.mean) / rest;
        double between = (part.mean - restMean) * (part.mean - restMean) * part.n * rest / n;
        double squares = sumOfSquares - part.sumOfSquares - between;
        return new Moments(rest, restMean, squares <= NOISE * sumOfSquares ? 0 : squares);
    }
}
