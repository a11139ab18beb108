package dev.assay.judges.statistics;

/** Competition ranking ("1224"): rank 1 is the best, equal values share the best of their ranks. */
public final class Ranks {

    private Ranks() {}

    /**
     * Ranks of values of which more is better.
     *
     * @param values none of them NaN
     * @return for each value 1 plus the number of values above it
     */
    public static int[] competition(double... values) {
        int[] ranks = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            ranks[i] = 1;
            for (double other : values) {
                if (other > values[i]) {
                    ranks[i]++;
                }
            }
        }
        return ranks;
    }
}
