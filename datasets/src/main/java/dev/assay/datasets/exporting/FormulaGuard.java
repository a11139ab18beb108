package dev.assay.datasets.exporting;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from taking a text in a CSV file for a formula: a text that begins like one gets an apostrophe in front.
 *
 * <p>So does a text that begins with apostrophes and then like a formula, so that {@link #remove} undoes {@link #add} for every text.
 */
public final class FormulaGuard {

    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r]");
    private static final Pattern GUARDED = Pattern.compile("'+[=+\\-@\t\r]");

    private FormulaGuard() {}

    public static String add(String text) {
        return FORMULA.matcher(text).lookingAt() ? "'" + text : text;
    }

    public static String remove(String text) {
        return !text.isEmpty() && text.charAt(0) == '\'' && GUARDED.matcher(text).lookingAt() ? text.substring(1) : text;
    }
}
