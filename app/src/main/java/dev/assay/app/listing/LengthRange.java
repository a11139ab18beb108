package dev.assay.app.listing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From how many to how many characters.
 *
 * @param longest {@link Integer#MAX_VALUE} without limit
 */
public record LengthRange(int shortest, int longest) {

    /** As people write it: thousands may have commas, the dash may be a long one. */
    private static final Pattern WRITTEN = Pattern.compile("\\s*([\\d,]{0,11})\\s*[-–]\\s*([\\d,]{0,11})\\s*");

    public static LengthRange any() {
        return new LengthRange(0, Integer.MAX_VALUE);
    }

    /** Reads "100-2000", "100-" and "-2000"; empty if it is none of these or no length lies between. */
    public static Optional<LengthRange> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long from = number(matcher.group(1), 0);
        long to = number(matcher.group(2), Integer.MAX_VALUE);
        return from <= to ? Optional.of(new LengthRange((int) from, (int) to)) : Optional.empty();
    }

    private static long number(String digits, long absent) {
        String plain = digits.replace(",", "");
        return plain.isEmpty() ? absent : Math.min(Long.parseLong(plain), Integer.MAX_VALUE);
    }

    public boolean isAny() {
        return shortest == 0 && longest == Integer.MAX_VALUE;
    }

    int[] ends() {
        return new int[] {shortest, longest};
    }

    @Override
    public String toString() {
        return (shortest == 0 ? "" : shortest) + "-" + (longest == Integer.MAX_VALUE ? "" : longest);
    }
}
