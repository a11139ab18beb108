package dev.assay.judges.profiles;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Scores of a run by query and subject, with the number of failed judgments beside them. Immutable.
 *
 * <p>A subject's score on a query is the mean over its replicates there, so that a query counts once however often it was answered.
 * Where no judgment gave a score there is none: never a zero. Subjects and queries are in alphabetical order, so that the matrix does not
 * depend on the order in which judgments came.
 */
public final class ScoreMatrix {

    private final List<String> queries;
    private final List<String> subjects;
    /** By query, then subject; NaN where there is no score. Never leaves this package. */
    private final double[] scores;
    /** Failed judgments, laid out like the scores. */
    private final int[] failures;

    private ScoreMatrix(List<String> queries, List<String> subjects, double[] scores, int[] failures) {
        this.queries = queries;
        this.subjects = subjects;
        this.scores = scores;
        this.failures = failures;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Ids of the queries that were judged, also those without any score, in alphabetical order. */
    public List<String> queries() {
        return queries;
    }

    /** Names of the subjects that were judged, in alphabetical order. */
    public List<String> subjects() {
        return subjects;
    }

    boolean has(int query, int subject) {
        return !Double.isNaN(score(query, subject));
    }

    /** NaN where there is none. */
    double score(int query, int subject) {
        return scores[query * subjects.size() + subject];
    }

    int failures(int query, int subject) {
        return failures[query * subjects.size() + subject];
    }

    boolean hasAny(int query) {
        for (int subject = 0; subject < subjects.size(); subject++) {
            if (has(query, subject)) {
                return true;
            }
        }
        return false;
    }

    /** Collects judgments one by one, some 20 bytes each. */
    public static final class Builder {

        private final Map<String, Integer> queryNumbers = new HashMap<>();
        private final Map<String, Integer> subjectNumbers = new HashMap<>();
        private int[] queryOf = new int[1024];
        private int[] subjectOf = new int[1024];
        /** NaN: a failure. */
        private double[] scoreOf = new double[1024];
        private int size;

        private Builder() {}

        /**
         * Adds a score; one of several if the subject answered the query more than once.
         *
         * @param score finite
         */
        public Builder score(String queryId, String subject, double score) {
            if (!Double.isFinite(score)) {
                throw new IllegalArgumentException("a score is a finite number, not " + score);
            }
            return add(queryId, subject, score);
        }

        /** Adds a failed judgment. */
        public Builder failure(String queryId, String subject) {
            return add(queryId, subject, Double.NaN);
        }

        private Builder add(String queryId, String subject, double score) {
            if (size == queryOf.length) {
                queryOf = Arrays.copyOf(queryOf, 2 * size);
                subjectOf = Arrays.copyOf(subjectOf, 2 * size);
                scoreOf = Arrays.copyOf(scoreOf, 2 * size);
            }
            queryOf[size] = number(queryNumbers, queryId);
            subjectOf[size] = number(subjectNumbers, subject);
            scoreOf[size] = score;
            size++;
            return this;
        }

        private static int number(Map<String, Integer> numbers, String name) {
            Integer known = numbers.putIfAbsent(name, numbers.size());
            return known == null ? numbers.size() - 1 : known;
        }

        public boolean isEmpty() {
            return size == 0;
        }

        public ScoreMatrix build() {
            List<String> queries = queryNumbers.keySet().stream().sorted().toList();
            List<String> subjects = subjectNumbers.keySet().stream().sorted().toList();
            int[] row = positions(queries, queryNumbers);
            int[] column = positions(subjects, subjectNumbers);
            double[] sums = new double[queries.size() * subjects.size()];
            int[] counts = new int[sums.length];
            int[] failures = new int[sums.length];
            for (int i = 0; i < size; i++) {
                int cell = row[queryOf[i]] * subjects.size() + column[subjectOf[i]];
                if (Double.isNaN(scoreOf[i])) {
                    failures[cell]++;
                } else {
                    sums[cell] += scoreOf[i];
                    counts[cell]++;
                }
            }
            for (int cell = 0; cell < sums.length; cell++) {
                sums[cell] = counts[cell] == 0 ? Double.NaN : sums[cell] / counts[cell];
            }
            return new ScoreMatrix(queries, subjects, sums, failures);
        }

        private static int[] positions(List<String> sorted, Map<String, Integer> numbers) {
            int[] positions = new int[sorted.size()];
            for (int position = 0; position < sorted.size(); position++) {
                positions[Objects.requireNonNull(numbers.get(sorted.get(position)))] = position;
            }
            return positions;
        }
    }
}
