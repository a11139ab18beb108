package dev.assay.app.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A text in pieces that together are the text. */
final class Pieces {

    private Pieces() {}

    /** Words and the spaces between them in turn. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int at = 1; at <= text.length(); at++) {
            if (at == text.length() || isSpace(text.charAt(at)) != isSpace(text.charAt(at - 1))) {
                words.add(text.substring(start, at));
                start = at;
            }
        }
        return words;
    }

    /** Letters with the marks that belong to them. */
    static List<String> letters(String text) {
        List<String> letters = new ArrayList<>();
        BreakIterator each = BreakIterator.getCharacterInstance(Locale.ROOT);
        each.setText(text);
        int start = each.first();
        for (int end = each.next(); end != BreakIterator.DONE; start = end, end = each.next()) {
            letters.add(text.substring(start, end));
        }
        return letters;
    }

    /** The text in lines of about so many characters, broken at spaces: for where the toolkit itself must not break lines. */
    static String lines(String text, int width) {
        StringBuilder lines = new StringBuilder(text.length() + 16);
        int length = 0;
        for (String word : words(text)) {
            if (length > 0 && length + word.length() > width && !word.isBlank()) {
                lines.append('\n');
                length = 0;
            }
            lines.append(word);
            length = word.indexOf('\n') >= 0 ? 0 : length + word.length();
        }
        return lines.toString();
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n';
    }
}
