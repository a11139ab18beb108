package dev.assay.app.reports;

import java.util.Locale;

/** Names of files made from names that anybody may have chosen. */
public final class FileNames {

    private static final int LONGEST = 60;

    private FileNames() {}

    /** Letters, digits, dot and hyphen, in lower case, as not every disk tells cases apart; a hash keeps apart what would become the same. */
    public static String of(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        if (plain.length() <= LONGEST && plain.equals(name)) {
            return plain;
        }
        String start = plain.substring(0, Math.min(plain.length(), LONGEST));
        return start + (start.isEmpty() ? "" : "-") + String.format(Locale.ROOT, "%08x", name.hashCode());
    }
}
