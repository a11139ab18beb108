package dev.assay.judges.profiles;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What somebody may have meant who wrote a name that is not there. */
final class NearNames {

    private static final int SHOWN = 3;

    private NearNames() {}

    /** The nearest names, to be put at the end of a message. */
    static String hint(String wanted, Collection<String> known) {
        if (known.isEmpty()) {
            return ": there is none at all";
        }
        String lower = wanted.toLowerCase(Locale.ROOT);
        List<String> nearest = known.stream()
                .sorted(Comparator.comparingInt((String name) -> distance(lower, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN)
                .toList();
        return ": the nearest of " + known.size() + (nearest.size() == 1 ? " is " : " are ")
                + nearest.stream().collect(Collectors.joining(", "));
    }

    /** Edits from one to the other (Levenshtein), where a name that is a part of the other is nearer still. */
    private static int distance(String wanted, String name) {
        if (!wanted.isBlank() && name.contains(wanted)) {
            return 0;
        }
        int[] above = new int[name.length() + 1];
        for (int j = 0; j <= name.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= wanted.length(); i++) {
            int[] row = new int[name.length() + 1];
            row[0] = i;
            for (int j = 1; j <= name.length(); j++) {
                int change = above[j - 1] + (wanted.charAt(i - 1) == name.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[name.length()];
    }
}
