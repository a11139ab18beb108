package dev.assay.app.charts;

/** Captions that say how a figure is to be read. */
final class Captions {

    private Captions() {}

    static String leaderboard(LeaderboardData data) {
        String intervals = "Dots: mean %s; lines: %s.".formatted(data.axis().label(), data.axis().interval());
        String ranks = " Ranks are given with their interval.";
        String verdicts = data.reference()
                .map(reference -> " Dashed line: %s. Filled dots differ from it (blue better, orange worse; q \u2264 %s), hollow dots do not."
                        .formatted(reference.name(), Significance.LEVEL))
                .orElse("");
        String failures = data.hasFailures() ? " Failed judgments are counted and not part of the mean." : "";
        return intervals + verdicts + ranks + failures;
    }

    static String heatMap(HeatMapData data) {
        String missing = data.anyMissing() ? " A dash: too few queries or scores to compare." : "";
        return ("Difference from %s, %s. Grey numbers: not distinguishable from zero (paired test, Benjamini\u2013Hochberg, "
                + "q > %s); framed cells: not tested. \u00b1: median half-width of the %s of a column.%s")
                .formatted(data.reference(), data.axis().label(), Significance.LEVEL, data.axis().interval(), missing);
    }

    static String strengths(StrengthsData data) {
        String thin = data.allTested() ? "" : " Hatched: not tested, under %d queries or without a test.".formatted(Significance.FEWEST_QUERIES);
        return ("Nodes of the taxonomy where %s is compared with %s. Bars: difference, %s; lines: %s. Filled dots: "
                + "q \u2264 %s (Benjamini\u2013Hochberg), blue better, orange worse.%s")
                .formatted(data.subject(), data.reference(), data.axis().label(), data.axis().interval(), Significance.LEVEL, thin);
    }

    static String radar(RadarData data) {
        boolean isOne = data.series().size() <= RadarData.MOST_IN_ONE;
        return "Mean %s by domain; %s: %s. The centre is not zero.%s".formatted(
                data.axis().label(), isOne ? "whiskers" : "bands", data.axis().interval(),
                isOne ? "" : " The first star names the domains and the values of all.");
    }
}
