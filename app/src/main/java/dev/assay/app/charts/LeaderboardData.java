package dev.assay.app.charts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The means of the subjects with their intervals.
 *
 * @param axis what the score is
 * @param reference what the verdicts compare with, if anything
 * @param rows the subjects from top to bottom, the best first
 */
public record LeaderboardData(ScoreAxis axis, Optional<Reference> reference, List<Row> rows) {

    /**
     * What the subjects are compared with.
     *
     * @param name such as {@code mean of ten subjects}
     * @param value its score
     */
    public record Reference(String name, double value) {

        /** Checks the value. */
        public Reference {
            Checks.finite(value, "the score", name);
        }
    }

    /**
     * A subject.
     *
     * @param name its name
     * @param mean mean score over its queries
     * @param low lower bound of the mean's interval
     * @param high upper bound
     * @param rank rank by the mean, from 1
     * @param rankLow best rank of the rank's interval
     * @param rankHigh worst rank
     * @param n number of queries behind the mean
     * @param failures queries whose judgment failed and that are not in the mean
     * @param verdict against the reference
     */
    public record Row(
            String name,
            double mean,
            double low,
            double high,
            int rank,
            int rankLow,
            int rankHigh,
            int n,
            int failures,
            Verdict verdict) {

        /** Checks that the numbers can be drawn. */
        public Row {
            Checks.interval(mean, low, high, name);
            Checks.that(rankLow >= 1 && rankLow <= rank && rank <= rankHigh, "rank %d [%d, %d] of \"%s\"", rank, rankLow, rankHigh, name);
            Checks.that(n >= 1, "\"%s\" has %d queries", name, n);
            Checks.that(failures >= 0, "\"%s\" has %d failures", name, failures);
        }
    }

    /** Copies the rows. */
    public LeaderboardData {
        rows = List.copyOf(rows);
        Checks.that(!rows.isEmpty(), "there is no subject with a score; judge some answers first");
    }

    List<String> names() {
        return rows.stream().map(Row::name).toList();
    }

    boolean sameN() {
        return rows.stream().mapToInt(Row::n).distinct().count() == 1;
    }

    boolean hasFailures() {
        return rows.stream().anyMatch(row -> row.failures() > 0);
    }

    Table table() {
        List<String> columns =
                List.of(
                        "subject", "mean", "low", "high", "confidence", "rank", "rank_low", "rank_high", "n", "failures", "verdict",
                        "reference", "reference_value");
        List<List<@Nullable Object>> cells = rows.stream().map(this::cells).toList();
        return new Table("leaderboard", columns, cells);
    }

    private List<@Nullable Object> cells(Row row) {
        return Table.row(
                row.name(),
                row.mean(),
                row.low(),
                row.high(),
                axis.confidence(),
                row.rank(),
                row.rankLow(),
                row.rankHigh(),
                row.n(),
                row.failures(),
                row.verdict().name().toLowerCase(Locale.ROOT),
                reference.map(Reference::name).orElse(null),
                reference.map(Reference::value).orElse(null));
    }
}
