package dev.assay.app.charts;

import java.util.OptionalDouble;

/**
 * When a figure calls a difference one. The figures know nothing of how a profile is tested, so the profile's limits stand here once more;
 * a test holds the two together.
 */
public final class Significance {

    /** The q-value up to which a difference is called one. */
    public static final double LEVEL = 0.05;

    /** Nodes with fewer queries are not tested. */
    public static final int FEWEST_QUERIES = 5;

    private Significance() {}

    /** @param q of the difference; empty if it was not tested */
    static Verdict verdict(double difference, OptionalDouble q) {
        if (q.isEmpty() || q.getAsDouble() > LEVEL || difference == 0) {
            return Verdict.INDISTINGUISHABLE;
        }
        return difference > 0 ? Verdict.BETTER : Verdict.WORSE;
    }
}
