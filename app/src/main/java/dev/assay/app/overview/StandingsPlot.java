package dev.assay.app.overview;

import dev.assay.app.charts.LeaderboardData;
import dev.assay.app.charts.Numerals;
import dev.assay.app.charts.Scale;
import java.util.List;

/**
 * Where things stand in a row of the leaderboard: rank, name, plot and number, the same in all rows, the header and the axis.
 *
 * @param scale of the plot, shared by all rows
 * @param decimals of a printed score
 * @param shortest length of the shortest interval
 */
record StandingsPlot(Scale scale, int decimals, double shortest) {

    /** In ems. */
    static final double RANK = 4;

    private static final double EDGE = 1.25;
    private static final double NUMBER = 8.5;
    private static final double GAP = 1;
    private static final double NAME_SHARE = 0.3;
    private static final double SHORTEST_NAME = 8;
    private static final double LONGEST_NAME = 22;
    private static final int TICKS = 6;
    private static final double SMALLEST_DOT = 2.75;
    private static final double LARGEST_DOT = 4.5;
    private static final double CLEAR = 2;

    static StandingsPlot of(LeaderboardData data) {
        double reference = data.reference().map(LeaderboardData.Reference::value).orElse(data.rows().getFirst().mean());
        double low = data.rows().stream().mapToDouble(LeaderboardData.Row::low).min().orElse(reference);
        double high = data.rows().stream().mapToDouble(LeaderboardData.Row::high).max().orElse(reference);
        double shortest = data.rows().stream().mapToDouble(row -> row.high() - row.low()).min().orElse(0);
        return new StandingsPlot(Scale.over(Math.min(low, reference), Math.max(high, reference), TICKS), data.axis().decimals(), shortest);
    }

    static double edge(double em) {
        return EDGE * em;
    }

    static double nameLeft(double em) {
        return (EDGE + RANK) * em;
    }

    static double nameWidth(double width, double em) {
        return Math.clamp(NAME_SHARE * width, SHORTEST_NAME * em, LONGEST_NAME * em);
    }

    static double plotLeft(double width, double em) {
        return nameLeft(em) + nameWidth(width, em) + GAP * em;
    }

    static double plotRight(double width, double em) {
        return Math.max(plotLeft(width, em) + em, width - (EDGE + NUMBER + GAP) * em);
    }

    static double numberRight(double width, double em) {
        return width - EDGE * em;
    }

    double x(double value, double width, double em) {
        double left = plotLeft(width, em);
        return left + scale.share(value) * (plotRight(width, em) - left);
    }

    /** Dots shrink, though not below a readable size, before they hide the shortest interval; as in the figure. */
    double dot(double width, double em) {
        return Math.clamp(0.35 * shortest(width, em), SMALLEST_DOT, LARGEST_DOT);
    }

    /** Caps that nearly touched their dot would make one blob of it: then no interval has any. */
    boolean hasCaps(double width, double em) {
        return shortest(width, em) / 2 >= dot(width, em) + CLEAR;
    }

    private double shortest(double width, double em) {
        return x(scale.low() + shortest, width, em) - x(scale.low(), width, em);
    }

    List<Double> ticks() {
        return scale.ticks();
    }

    String tick(double value) {
        return Numerals.plain(value, scale.decimals());
    }

    String score(double value) {
        return Numerals.plain(value, decimals);
    }
}
