package dev.assay.judges.profiles;

import dev.assay.judges.statistics.Interval;

/** Whether a subject does better or worse at a node than some yardstick: tested, or not, with the reason. */
public sealed interface Comparison {

    /** False discovery rate at which a difference is called one. */
    double DISCOVERY = 0.05;

    /**
     * Tested.
     *
     * @param n queries inside the node that were compared
     * @param difference above 0: better than the yardstick; on the scale of the run
     * @param interval of the difference, 95 %
     * @param p two-sided, of this test alone
     * @param q p corrected for all tests of this kind on this subject (Benjamini and Hochberg)
     */
    record Tested(int n, double difference, Interval interval, double p, double q) implements Comparison {

        public Verdict verdict() {
            if (q > DISCOVERY || difference == 0) {
                return Verdict.INDISTINGUISHABLE;
            }
            return difference > 0 ? Verdict.BETTER : Verdict.WORSE;
        }
    }

    /** Not tested. */
    record NotTested(int n, Reason reason) implements Comparison {}

    /** Queries inside the node that can be compared. */
    int n();

    /** What the test says. */
    enum Verdict {
        BETTER,
        WORSE,
        INDISTINGUISHABLE
    }

    /** Why there is no test. */
    enum Reason {
        TOO_FEW_QUERIES("n < " + Profiler.FEWEST_TESTED),
        TOO_FEW_OUTSIDE("n < " + Profiler.FEWEST_TESTED + " outside the node"),
        NO_OTHERS("no other subject"),
        THE_REFERENCE("the reference itself"),
        NO_SPREAD("the difference is the same on every query");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** In a few words, as it is shown. */
        public String text() {
            return text;
        }
    }
}
