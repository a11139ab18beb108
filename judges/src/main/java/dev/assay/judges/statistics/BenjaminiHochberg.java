package dev.assay.judges.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Control of the false discovery rate over many tests: Benjamini and Hochberg, "Controlling the false discovery rate", Journal of
 * the Royal Statistical Society B 57 (1995), as adjusted p-values (q-values).
 */
public final class BenjaminiHochberg {

    private BenjaminiHochberg() {}

    /**
     * Calling every test with q ≤ 0.05 a discovery makes, on average, at most 5 % false ones among them.
     *
     * @param pValues of one family of tests, each from 0 to 1, in any order
     * @return q of each test, in the order of {@code pValues}: min over j ≥ i of p₍ⱼ₎·m/j, where p₍₁₎ ≤ … ≤ p₍ₘ₎
     */
    public static double[] qValues(double... pValues) {
        int m = pValues.length;
        int[] ascending = IntStream.range(0, m)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] q = new double[m];
        double smallestAbove = 1;
        for (int rank = m; rank >= 1; rank--) {
            int test = ascending[rank - 1];
            if (!(pValues[test] >= 0 && pValues[test] <= 1)) {
                throw new IllegalArgumentException("a p-value lies between 0 and 1, not at " + pValues[test]);
            }
            smallestAbove = Math.min(smallestAbove, pValues[test] * m / rank);
            q[test] = smallestAbove;
        }
        return q;
    }
}
