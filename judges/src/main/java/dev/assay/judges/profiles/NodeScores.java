package dev.assay.judges.profiles;

import dev.assay.judges.profiles.SubjectScore.Mean;
import dev.assay.judges.statistics.Estimate;
import dev.assay.judges.statistics.Interval;
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
        List<Column> present = IntStream.range(0, scores.subjects().size())
                .mapToObj(subject -> Column.of(scores, scored, subject))
                .filter(column -> column.n() > 0)
                .toList();
        List<Mean> means = means(present, scored.length, draws);
        List<Part> parts = new ArrayList<>();
        int next = 0;
        for (int subject = 0; subject < scores.subjects().size(); subject++) {
            int failures = failures(scores, queries, subject);
            if (next < present.size() && present.get(next).subject() == subject) {
                parts.add(new Part(present.get(next).n(), failures, Optional.of(means.get(next))));
                next++;
            } else {
                parts.add(new Part(0, failures, Optional.empty()));
            }
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

    /**
     * Intervals rest on as many queries as the mean does: resampled up to the threshold, by formula from there on. Where all subjects
     * have scores on all queries, the resamples of ranks and intervals are the same.
     */
    private static List<Mean> means(List<Column> columns, int n, Draws draws) {
        double[] values = columns.stream().mapToDouble(Column::mean).toArray();
        int[] ranks = Ranks.competition(values);
        if (n < 2) {
            return IntStream.range(0, columns.size())
                    .mapToObj(i -> new Mean(values[i], Optional.empty(), ranks[i], Optional.empty()))
                    .toList();
        }
        Uncertainty joint = n < draws.formulaFrom() ? resampled(columns, n, ranks, draws) : byFormula(columns, n, ranks, draws);
        return IntStream.range(0, columns.size())
                .mapToObj(i -> {
                    Column column = columns.get(i);
                    // One score says nothing of the spread.
                    return column.n() < 2
                            ? new Mean(values[i], Optional.empty(), ranks[i], Optional.empty())
                            : new Mean(
                                    values[i],
                                    Optional.of(around(values[i], joint.intervals().get(i))),
                                    ranks[i],
                                    Optional.of(joint.ranks()[i]));
                })
                .toList();
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Uncertainty(List<Interval> intervals, RankInterval[] ranks) {}

    private static Uncertainty resampled(List<Column> columns, int n, int[] ranks, Draws draws) {
        double[][] values = columns.stream().map(column -> column.filled(n)).toArray(double[][]::new);
        QueryBootstrap bootstrap = QueryBootstrap.of(values, draws.resamples(n));
        List<Interval> joint = bootstrap.intervals(Profiler.LEVEL);
        List<Interval> intervals = IntStream.range(0, columns.size())
                .mapToObj(i -> columns.get(i).n() == n ? joint.get(i) : own(columns.get(i), draws))
                .toList();
        return new Uncertainty(intervals, bootstrap.rankIntervals(ranks, Profiler.LEVEL));
    }

    private static Uncertainty byFormula(List<Column> columns, int n, int[] ranks, Draws draws) {
        double[] means = columns.stream().mapToDouble(Column::mean).toArray();
        RankInterval[] rankIntervals = draws.normalLimit().rankIntervals(means, covariance(columns, n), ranks, Profiler.LEVEL);
        return new Uncertainty(columns.stream().map(column -> own(column, draws)).toList(), rankIntervals);
    }

    private static Interval own(Column column, Draws draws) {
        if (column.n() < 2) {
            return new Interval(column.mean(), column.mean());
        }
        return column.n() < draws.formulaFrom()
                ? QueryBootstrap.of(new double[][] {column.there()}, draws.resamples(column.n())).intervals(Profiler.LEVEL).getFirst()
                : Estimate.mean(column.moments()).interval(Profiler.LEVEL);
    }

    /** An interval that leaves out its own mean, as BCa can with a handful of very skewed scores, is widened up to it. */
    private static Interval around(double mean, Interval interval) {
        return new Interval(Math.min(interval.low(), mean), Math.max(interval.high(), mean));
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
}
