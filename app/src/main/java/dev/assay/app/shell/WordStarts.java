package dev.assay.app.shell;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Where words that were searched for begin words of a text, letter by letter. */
final class WordStarts {

    private WordStarts() {}

    /** Indices into the text, in order. */
    static List<Integer> of(String typed, String text) {
        TreeSet<Integer> found = new TreeSet<>();
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.length() != text.length()) {
            return List.of();
        }
        for (String word : typed.toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            for (int at = word.isEmpty() ? -1 : lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
                if (at == 0 || !Character.isLetterOrDigit(lower.charAt(at - 1))) {
                    for (int i = at; i < at + word.length(); i++) {
                        found.add(i);
                    }
                }
            }
        }
        return List.copyOf(found);
    }
}
