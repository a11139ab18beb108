package dev.assay.judges.profiles;

import dev.assay.judges.statistics.Moments;
import java.util.Arrays;

/**
 * Scores of one subject over some queries.
 *
 * @param subject its number in the matrix
 * @param scores by query; NaN where there is none
 * @param moments of the scores that are there
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Column(int subject, double[] scores, Moments moments) {

    static Column of(ScoreMatrix matrix, int[] queries, int subject) {
        double[] scores = new double[queries.length];
        double[] there = new double[queries.length];
        int n = 0;
        for (int i = 0; i < queries.length; i++) {
            scores[i] = matrix.score(queries[i], subject);
            if (!Double.isNaN(scores[i])) {
                there[n++] = scores[i];
            }
        }
        return new Column(subject, scores, Moments.of(n == there.length ? scores : Arrays.copyOf(there, n)));
    }

    int n() {
        return moments.n();
    }

    double mean() {
        return moments.mean();
    }

    /** The scores that are there. */
    double[] there() {
        return n() == scores.length ? scores : Arrays.stream(scores).filter(score -> !Double.isNaN(score)).toArray();
    }

    /**
     * The scores with what is missing filled so that the bootstrap of all columns together, for ranks, gives this one the mean and the
     * spread that its own scores have: missing ones become the mean, and the others move away from it by n/own n (the mean of a subset of the
     * resampled queries is a ratio; this is its linear part).
     */
    double[] filled(int n) {
        if (moments.n() == n) {
            return scores;
        }
        double stretch = (double) n / moments.n();
        double[] filled = new double[n];
        for (int i = 0; i < n; i++) {
            filled[i] = Double.isNaN(scores[i]) ? moments.mean() : moments.mean() + stretch * (scores[i] - moments.mean());
        }
        return filled;
    }

    /** By how much each query moves the mean: (score − mean)/own n, 0 where there is no score. */
    double[] influence() {
        double[] influence = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            influence[i] = Double.isNaN(scores[i]) ? 0 : (scores[i] - moments.mean()) / moments.n();
        }
        return influence;
    }
}
