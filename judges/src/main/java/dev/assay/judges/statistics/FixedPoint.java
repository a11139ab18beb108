package dev.assay.judges.statistics;

/**
 * Scores as whole multiples of a power of two, counted from the lowest score, so fine that a sum of n of them just is an {@code int}.
 * Whole scores, halves, quarters … lie on the grid exactly.
 *
 * @param origin the lowest score, in multiples
 * @param exponent a score x becomes x·2^exponent, rounded, − origin
 */
record FixedPoint(double origin, int exponent) {

    /** The finest grid for sums of n of these scores. */
    static FixedPoint over(double[][] scores, int n) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double[] row : scores) {
            for (double score : row) {
                min = Math.min(min, score);
                max = Math.max(max, score);
            }
        }
        if (!Double.isFinite(max - min)) {
            throw new IllegalArgumentException("scores are finite, not " + min + " to " + max);
        }
        double largest = Integer.MAX_VALUE / n - 2;
        int exponent = min == max ? 0 : Math.clamp(Math.getExponent(largest / (max - min)), -900, 900);
        return new FixedPoint(Math.rint(Math.scalb(min, exponent)), exponent);
    }

    int[] of(double[] scores) {
        double scale = Math.scalb(1.0, exponent);
        int[] onGrid = new int[scores.length];
        for (int i = 0; i < scores.length; i++) {
            onGrid[i] = (int) (Math.rint(scores[i] * scale) - origin);
        }
        return onGrid;
    }

    /** The score that is the mean of n values with this sum. */
    double mean(double sum, int n) {
        return Math.scalb(origin + sum / n, -exponent);
    }
}
