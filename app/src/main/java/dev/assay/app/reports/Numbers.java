package dev.assay.app.reports;

import dev.assay.judges.profiles.ProfileRow;
import java.util.Locale;

/**
 * How numbers are written for people: true minus, en dash for ranges, one count of decimals for a column.
 *
 * @param decimals of a score
 */
public record Numbers(int decimals) {

    private static final double SMALLEST_Q = 0.001;

    public String score(double value) {
        return minus(String.format(Locale.ROOT, "%." + decimals + "f", value));
    }

    /** With its sign, also if it is above zero. */
    public String signed(double value) {
        return minus(String.format(Locale.ROOT, "%+." + decimals + "f", value));
    }

    public String interval(double low, double high) {
        return "[" + score(low) + ", " + score(high) + "]";
    }

    /** A q-value: {@code .019}, {@code < .001}. */
    public static String q(double q) {
        if (q < SMALLEST_Q) {
            return "< .001";
        }
        return q >= 0.9995 ? "1.000" : String.format(Locale.ROOT, "%.3f", q).substring(1);
    }

    /** A rank with its interval: {@code 9 [8–10]}, {@code 4} if the interval is that rank alone, a dash if there is none. */
    public static String rank(ProfileRow row) {
        if (row.rank().isEmpty()) {
            return "–";
        }
        String rank = row.rank().get().toString();
        if (row.rankLow().isEmpty() || row.rankLow().equals(row.rankHigh())) {
            return rank;
        }
        return rank + " [" + row.rankLow().get() + "–" + row.rankHigh().orElseThrow() + "]";
    }

    private static String minus(String number) {
        return number.replace('-', '−');
    }
}
