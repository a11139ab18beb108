package dev.assay.judges.statistics;

import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;
import org.hipparchus.util.FastMath;

/**
 * Student's t distribution: two-sided p-values and critical values.
 *
 * <p>Tail probabilities come straight from the incomplete beta function, so that they do not cancel to 0 far out. Critical values are
 * found by Newton's method with the density as the derivative: from the left of a convex falling tail it converges without
 * safeguards, some ten times as fast as bisection. From 100 degrees of freedom on Fisher's expansion needs no correction at the usual levels.
 */
final class StudentT {

    /** From here on the expansion is right to 10⁻⁹ at the level 0.95. */
    private static final double EXPANSION_FROM = 100;

    private final double degreesOfFreedom;

    StudentT(double degreesOfFreedom) {
        if (!(degreesOfFreedom > 0)) {
            throw new IllegalArgumentException("t needs more than 0 degrees of freedom, not " + degreesOfFreedom);
        }
        this.degreesOfFreedom = degreesOfFreedom;
    }

    /** P(|T| ≥ |t|) = I_{ν/(ν+t²)}(ν/2, 1/2). */
    double twoSidedP(double t) {
        double x = degreesOfFreedom / (degreesOfFreedom + t * t);
        return Math.clamp(Beta.regularizedBeta(x, degreesOfFreedom / 2, 0.5), 0, 1);
    }

    /** The t > 0 with P(|T| ≥ t) = 1 − level. */
    double critical(double level) {
        double tail = 1 - level;
        if (degreesOfFreedom >= EXPANSION_FROM) {
            return expansion(Normal.quantile(1 - tail / 2));
        }
        double logConstant = Gamma.logGamma((degreesOfFreedom + 1) / 2)
                - Gamma.logGamma(degreesOfFreedom / 2)
                - 0.5 * FastMath.log(Math.PI * degreesOfFreedom);
        double z = Normal.quantile(1 - tail / 2);
        double t = degreesOfFreedom < 3 ? z : expansion(z);
        for (int step = 0; step < 100; step++) {
            double density = FastMath.exp(
                    logConstant - (degreesOfFreedom + 1) / 2 * FastMath.log1p(t * t / degreesOfFreedom));
            double change = (twoSidedP(t) - tail) / (2 * density);
            t += change;
            if (Math.abs(change) <= 1e-5 * t) { // the error left is of the order of its square
                break;
            }
        }
        return t;
    }

    /** Beginning of Fisher's expansion in 1/ν (Abramowitz and Stegun 26.7.5), which is of no use for very few degrees of freedom. */
    private double expansion(double z) {
        double z2 = z * z;
        double z3 = z2 * z;
        double z5 = z3 * z2;
        double z7 = z5 * z2;
        double z9 = z7 * z2;
        double v = degreesOfFreedom;
        return z
                + (z3 + z) / (4 * v)
                + (5 * z5 + 16 * z3 + 3 * z) / (96 * v * v)
                + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * v * v * v)
                + (79 * z9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * z) / (92160 * v * v * v * v);
    }
}
