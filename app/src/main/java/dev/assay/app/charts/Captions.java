package dev.assay.app.charts;

import java.util.Optional;

/** Captions that say how a figure is to be read. */
final class Captions {

    private Captions() {}

    static String leaderboard(LeaderboardData data) {
        String intervals = "Dots: mean %s; lines: %s.".formatted(data.axis().label(), data.axis().interval());
        String ranks = " Ranks are given with their interval.";
        Optional<String> verdicts =
                data.reference()
                        .map(
                                reference ->
                                        " Dashed line: %s. Filled dots differ from it (blue better, orange worse; q \u2264 0.05), hollow dots do not."
                                                .formatted(reference.name()));
        String failures = data.hasFailures() ? " Failed judgments are counted and not part of the mean." : "";
        return intervals + verdicts.orElse("") + ranks + failures;
    }

    static String heatMap(HeatMapData data) {
        String missing = data.anyMissing() ? " A dash: no score." : "";
        return ("Difference from %s, %s. Grey numbers: not distinguishable from zero (paired test, Benjamini\u2013Hochberg, "
                + "q > %s); framed cells: not tested. \u00b1: median half-width of the %s of a column.%s")
                .formatted(data.reference(), data.axis().label(), HeatMapData.SIGNIFICANCE, data.axis().interval(), missing);
    }
}
