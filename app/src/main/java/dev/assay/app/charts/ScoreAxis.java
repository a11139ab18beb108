package dev.assay.app.charts;

/**
 * What the numbers of a figure are.
 *
 * @param label name and range of the score, such as {@code PC2 score, 1–5}
 * @param decimals decimals of a printed score, 0 to 6
 * @param confidence level of the intervals, such as 0.95
 */
public record ScoreAxis(String label, int decimals, double confidence) {

    /** Checks the ranges. */
    public ScoreAxis {
        Checks.that(!label.isBlank(), "the score axis has no label");
        Checks.that(decimals >= 0 && decimals <= 6, "a score has 0 to 6 decimals, not %d", decimals);
        Checks.that(confidence > 0 && confidence < 1, "the level of an interval lies between 0 and 1, not %s", confidence);
    }

    /** Such as {@code 95 % interval}. */
    String interval() {
        return Numerals.percent(confidence) + "\u00a0interval";
    }
}
