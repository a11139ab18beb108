package dev.assay.judges.profiles;

import dev.assay.judges.profiles.SubjectScore.Mean;
import dev.assay.judges.statistics.Estimate;
import dev.assay.judges.statistics.Interval;
import dev.assay.judges.statistics.Moments;
import dev.assay.judges.statistics.QueryBootstrap;
import dev.assay.judges.statistics.RankInterval;
import dev.assay.judges.statistics.Ranks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Means, ranks and their intervals over one set of queries.
 *
 * @param n queries on which at least one subject has a score
 * @param subjects by subject of the matrix
 */
record NodeScores(int n, List<Part> subjects) {

    /**
     * One subject.
     *
     * @param mean empty if {@code n} is 0
     */
    record Part(int n, int failures, Optional<Mean> mean) {}

    static NodeScores of(ScoreMatrix scores, int[] queries, Draws draws) {
        int[] scored = Arrays.stream(queries).filter(scores::hasAny).toArray();
        List<Column> present = new ArrayList<>();
        for (int subject = 0; subject < scores.subjects().size(); subject++) {
            Column column = Column.of(scores, scored, subject);
            if (column.moments().n() > 0) {
                present.add(column);
            }
        }
        int[] ranks = Ranks.competition(
                present.stream().mapToDouble(column -> column.moments().mean()).toArray());
        List<Uncertainty> uncertainty = scored.length < draws.formulaFrom()
                ? resampled(present, scored.length, ranks, draws)
                : byFormula(present, scored.length, ranks, draws);
        List<Part> parts = new ArrayList<>();
        int next = 0;
        for (int subject = 0; subject < scores.subjects().size(); subject++) {
            Optional<Mean> mean = Optional.empty();
            int n = 0;
            if (next < present.size() && present.get(next).subject() == subject) {
                n = present.get(next).moments().n();
                mean = Optional.of(uncertainty.get(next).around(present.get(next).moments().mean(), ranks[next]));
                next++;
            }
            parts.add(new Part(n, failures(scores, queries, subject), mean));
        }
        return new NodeScores(scored.length, List.copyOf(parts));
    }

    private static int failures(ScoreMatrix scores, int[] queries, int subject) {
        int failures = 0;
        for (int query : queries) {
            failures += scores.failures(query, subject);
        }
        return failures;
    }

    private static List<Uncertainty> resampled(List<Column> columns, int n, int[] ranks, Draws draws) {
        if (n < 2) {
            return columns.stream().map(any -> Uncertainty.UNKNOWN).toList();
        }
        double[][] values = columns.stream().map(column -> column.filled(n)).toArray(double[][]::new);
        QueryBootstrap bootstrap = QueryBootstrap.of(values, draws.resamples(n));
        // One score says nothing of the spread; it takes part in the resampling, as a constant, for the ranks of the others.
        int[] scored = columns.stream().mapToInt(column -> Math.max(2, column.moments().n())).toArray();
        Interval[] intervals = bootstrap.intervals(scored, Profiler.LEVEL);
        RankInterval[] rankIntervals = bootstrap.rankIntervals(ranks, Profiler.LEVEL);
        return IntStream.range(0, columns.size())
                .mapToObj(i -> columns.get(i).moments().n() < 2
                        ? Uncertainty.UNKNOWN
                        : new Uncertainty(Optional.of(intervals[i]), Optional.of(rankIntervals[i])))
                .toList();
    }

    private static List<Uncertainty> byFormula(List<Column> columns, int n, int[] ranks, Draws draws) {
        double[] means = columns.stream().mapToDouble(column -> column.moments().mean()).toArray();
        RankInterval[] rankIntervals = draws.normalLimit().rankIntervals(means, covariance(columns, n), ranks, Profiler.LEVEL);
        return IntStream.range(0, columns.size())
                .mapToObj(i -> {
                    Moments own = columns.get(i).moments();
                    return own.n() < 2
                            ? Uncertainty.UNKNOWN
                            : new Uncertainty(
                                    Optional.of(Estimate.mean(own).interval(Profiler.LEVEL)), Optional.of(rankIntervals[i]));
                })
                .toList();
    }

    /** Of the means, clustered by query as in {@link Estimate#clusteredMean}: only its lower triangle. */
    private static double[][] covariance(List<Column> columns, int n) {
        double[][] deviations = columns.stream().map(Column::influence).toArray(double[][]::new);
        double[][] covariance = new double[columns.size()][columns.size()];
        double correction = n / (n - 1.0);
        for (int i = 0; i < deviations.length; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i][j] = correction * product(deviations[i], deviations[j]);
            }
        }
        return covariance;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private record Uncertainty(Optional<Interval> interval, Optional<RankInterval> rankInterval) {

        static final Uncertainty UNKNOWN = new Uncertainty(Optional.empty(), Optional.empty());

        /** An interval that leaves out its own mean, as BCa can with a handful of very skewed scores, is widened up to it. */
        Mean around(double mean, int rank) {
            return new Mean(
                    mean,
                    interval.map(found -> new Interval(Math.min(found.low(), mean), Math.max(found.high(), mean))),
                    rank,
                    rankInterval);
        }
    }
}
