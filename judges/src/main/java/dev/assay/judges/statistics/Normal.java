package dev.assay.judges.statistics;

import org.hipparchus.special.Erf;

/** The standard normal distribution. */
final class Normal {

    private static final double SQRT_2 = Math.sqrt(2);

    private Normal() {}

    /** Φ(z); accurate also where it is tiny. */
    static double cumulative(double z) {
        return 0.5 * Erf.erfc(-z / SQRT_2);
    }

    /** Φ⁻¹(p), for 0 &lt; p &lt; 1. */
    static double quantile(double p) {
        return -SQRT_2 * Erf.erfcInv(2 * p);
    }
}
