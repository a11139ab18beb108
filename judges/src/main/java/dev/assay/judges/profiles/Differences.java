package dev.assay.judges.profiles;

import dev.assay.judges.statistics.Moments;
import java.util.Arrays;

/**
 * Paired differences: on each query, a subject's score minus the mean of the other subjects that have a score there. What makes a query
 * hard for all cancels out.
 *
 * <p>Where others are missing on some queries, their {@linkplain SubjectEffects effects} are taken out before the mean and put back after
 * it, so that a difference does not grow because a strong subject happens to be absent. With complete scores this changes nothing.
 * A single subject has no others: its plain scores stand in.
 */
final class Differences {

    /** Part of the largest score below which two differences are the same but for rounding. */
    private static final double ROUNDING = 1e-12;

    private final ScoreMatrix scores;
    private final double[] effects;
    private final boolean adjusted;
    private final double tolerance;
    /** By query, then subject: score − mean over the others there of (score − effect); NaN where there is none. */
    private final double[] values;

    private Differences(ScoreMatrix scores, double[] effects) {
        this.scores = scores;
        this.effects = effects;
        this.adjusted = Arrays.stream(effects).anyMatch(effect -> effect != 0);
        this.values = new double[scores.queries().size() * scores.subjects().size()];
        double largest = 0;
        for (int query = 0; query < scores.queries().size(); query++) {
            largest = Math.max(largest, fill(query));
        }
        this.tolerance = ROUNDING * largest;
    }

    static Differences of(ScoreMatrix scores) {
        return new Differences(scores, SubjectEffects.of(scores));
    }

    private double fill(int query) {
        int subjects = scores.subjects().size();
        double sum = 0;
        double largest = 0;
        int present = 0;
        for (int subject = 0; subject < subjects; subject++) {
            if (scores.has(query, subject)) {
                sum += scores.score(query, subject) - effects[subject];
                largest = Math.max(largest, Math.abs(scores.score(query, subject)));
                present++;
            }
        }
        for (int subject = 0; subject < subjects; subject++) {
            values[query * subjects + subject] = difference(query, subject, sum, present);
        }
        return largest;
    }

    private double difference(int query, int subject, double sum, int present) {
        double own = scores.score(query, subject);
        if (scores.subjects().size() == 1) {
            return own;
        }
        int others = present - 1;
        return others < 1 ? Double.NaN : own - (sum - (own - effects[subject])) / others;
    }

    /** Differences below this are 0 but for rounding. */
    double tolerance() {
        return tolerance;
    }

    /** Of the differences over some queries, by subject, without the constant of {@link #others}. */
    Moments[] moments(int[] queries) {
        int subjects = scores.subjects().size();
        Moments[] moments = new Moments[subjects];
        double[] buffer = new double[queries.length];
        for (int subject = 0; subject < subjects; subject++) {
            int size = 0;
            for (int query : queries) {
                double value = values[query * subjects + subject];
                if (!Double.isNaN(value)) {
                    buffer[size++] = value;
                }
            }
            moments[subject] = settled(Moments.of(size == buffer.length ? buffer : Arrays.copyOf(buffer, size)), tolerance);
        }
        return moments;
    }

    /** Without the spread that is rounding alone. */
    static Moments settled(Moments moments, double tolerance) {
        return moments.sumOfSquares() <= moments.n() * tolerance * tolerance
                ? new Moments(moments.n(), moments.mean(), 0)
                : moments;
    }

    /** By subject, the mean effect of the others that share at least one of these queries with it: to be taken from the mean difference. */
    double[] others(int[] queries) {
        int subjects = scores.subjects().size();
        double[] means = new double[subjects];
        if (!adjusted) {
            return means;
        }
        for (int subject = 0; subject < subjects; subject++) {
            double sum = 0;
            int count = 0;
            for (int other = 0; other < subjects; other++) {
                if (other != subject && meet(queries, subject, other)) {
                    sum += effects[other];
                    count++;
                }
            }
            means[subject] = count == 0 ? 0 : sum / count;
        }
        return means;
    }

    private boolean meet(int[] queries, int subject, int other) {
        for (int query : queries) {
            if (scores.has(query, subject) && scores.has(query, other)) {
                return true;
            }
        }
        return false;
    }
}
