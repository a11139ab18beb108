package dev.assay.app.charts;

import java.util.Locale;

/** Checks of a figure's data; each failure is a one-line message. */
final class Checks {

    private Checks() {}

    // The messages are checked by the tests; the annotation that would check them earlier needs one more dependency.
    @SuppressWarnings("AnnotateFormatMethod")
    static void that(boolean holds, String message, Object... arguments) {
        if (!holds) {
            throw new FigureException("No figure: " + String.format(Locale.ROOT, message, arguments));
        }
    }

    static void finite(double value, String what, String where) {
        that(Double.isFinite(value), "%s of \"%s\" is %s, not a number that can be drawn", what, where, value);
    }

    static void interval(double mean, double low, double high, String where) {
        finite(mean, "the mean", where);
        finite(low, "the lower bound", where);
        finite(high, "the upper bound", where);
        that(low <= mean && mean <= high, "the interval [%s, %s] of \"%s\" does not hold its mean %s", low, high, where, mean);
    }

    static void level(double q, String where) {
        that(q >= 0 && q <= 1, "the q-value of \"%s\" is %s, not between 0 and 1", where, q);
    }
}
