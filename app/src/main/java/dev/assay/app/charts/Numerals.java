package dev.assay.app.charts;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers as figures and tables print them: true minus, no sign on a rounded zero, thousands with a comma. A figure and the table beside it
 * must not round the same number differently.
 */
public final class Numerals {

    private static final String MINUS = "\u2212";

    private Numerals() {}

    public static String plain(double value, int decimals) {
        BigDecimal rounded = round(value, decimals);
        return (rounded.signum() < 0 ? MINUS : "") + rounded.abs().toPlainString();
    }

    /** With its sign, also if it is above zero. */
    public static String signed(double value, int decimals) {
        return (round(value, decimals).signum() > 0 ? "+" : "") + plain(value, decimals);
    }

    /** Thousands with a comma. By hand: tables ask for thousands of them, and a format takes far longer than all else of a cell. */
    public static String count(long value) {
        StringBuilder digits = new StringBuilder(Long.toString(value));
        for (int at = digits.length() - 3; at > (value < 0 ? 1 : 0); at -= 3) {
            digits.insert(at, ',');
        }
        return digits.toString();
    }

    /** Without the leading zero, as journals print probabilities: .019, .81, < .001. */
    public static String q(double q) {
        if (q < 0.001) {
            return "<\u00a0.001";
        }
        String digits = round(q, q < 0.0995 ? 3 : 2).toPlainString();
        return digits.startsWith("0") ? digits.substring(1) : digits;
    }

    static String percent(double share) {
        return round(share * 100, 4).stripTrailingZeros().toPlainString() + "\u00a0%";
    }

    /** A rank, or from the best to the worst that it may be. */
    public static String range(int low, int high) {
        return low == high ? Integer.toString(low) : low + "\u2013" + high;
    }

    public static String interval(double low, double high, int decimals) {
        return "[" + plain(low, decimals) + ", " + plain(high, decimals) + "]";
    }

    private static BigDecimal round(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    }
}
