package dev.assay.judges.statistics;

/**
 * Scores as whole multiples of a power of two above the lowest score, so small that a sum of n of them is an {@code int}.
 *
 * @param origin the lowest score
 * @param exponent a score x becomes (x − origin)·2^exponent
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
        double largest = Integer.MAX_VALUE / n - 1;
        return new FixedPoint(min, min == max ? 0 : Math.getExponent(largest / (max - min)));
    }

    int[] of(double[] scores) {
        int[] onGrid = new int[scores.length];
        for (int i = 0; i < scores.length; i++) {
            onGrid[i] = (int) Math.rint(Math.scalb(scores[i] - origin, exponent));
        }
        return onGrid;
    }

    /** The score that is the mean of n values with this sum. */
    double mean(double sum, int n) {
        return origin + Math.scalb(sum / n, -exponent);
    }
}
