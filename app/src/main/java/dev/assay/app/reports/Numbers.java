package dev.assay.app.reports;

import dev.assay.app.charts.Numerals;
import dev.assay.judges.profiles.ProfileRow;

/**
 * The numbers of a profile as tables show them, written as in the figures beside them.
 *
 * @param decimals of a score
 */
public record Numbers(int decimals) {

    private static final String NOTHING = "–";

    /** The mean, a dash if there is none. */
    public String mean(ProfileRow row) {
        return row.mean().map(this::score).orElse(NOTHING);
    }

    /** The interval of the mean, a dash if there is none. */
    public String interval(ProfileRow row) {
        return row.low().flatMap(low -> row.high().map(high -> interval(low, high))).orElse(NOTHING);
    }

    /** The difference to the other subjects with its sign, a dash if it was not tested. */
    public String difference(ProfileRow row) {
        return row.difference().map(this::signed).orElse(NOTHING);
    }

    String score(double value) {
        return Numerals.plain(value, decimals);
    }

    String signed(double value) {
        return Numerals.signed(value, decimals);
    }

    String interval(double low, double high) {
        return Numerals.interval(low, high, decimals);
    }

    /** The q-value of the difference, or why there is none: {@code .019}, {@code < .001}, {@code n < 5}. */
    public static String q(ProfileRow row) {
        return row.q().map(Numerals::q).orElse(row.notTested().orElse(NOTHING));
    }

    /** The number of queries behind the mean, with the failures beside it: {@code 12 (1 failed)}. */
    static String n(ProfileRow row) {
        return row.failures() == 0 ? Integer.toString(row.n()) : row.n() + " (" + row.failures() + " failed)";
    }

    /** A rank with its interval: {@code 9 [8–10]}, {@code 4} if the interval is that rank alone, a dash if there is none. */
    public static String rank(ProfileRow row) {
        if (row.rank().isEmpty()) {
            return NOTHING;
        }
        String rank = row.rank().get().toString();
        String interval = row.rankLow().flatMap(low -> row.rankHigh().map(high -> Numerals.range(low, high))).orElse(rank);
        return interval.equals(rank) ? rank : rank + " [" + interval + "]";
    }
}
