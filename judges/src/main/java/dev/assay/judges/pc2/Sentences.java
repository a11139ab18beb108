package dev.assay.judges.pc2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits text into sentences: at line ends, and after . ! ? where a space follows (after their CJK forms always). */
final class Sentences {

    private Sentences() {}

    /** The sentences, without surrounding space; none is blank. */
    static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (endsAfter(text, i)) {
                add(text, start, i + 1, sentences);
                start = i + 1;
            }
        }
        add(text, start, text.length(), sentences);
        return sentences;
    }

    private static boolean endsAfter(String text, int at) {
        return switch (text.charAt(at)) {
            case '\n', '\r', '。', '！', '？' -> true;
            case '.', '!', '?' ->
                at + 1 < text.length() && Character.isWhitespace(text.charAt(at + 1)) && !isListMarker(text, at);
            default -> false;
        };
    }

    /** "1." at the start of a line numbers a list item and ends no sentence. */
    private static boolean isListMarker(String text, int dot) {
        int at = dot - 1;
        while (at >= 0 && Character.isDigit(text.charAt(at))) {
            at--;
        }
        if (at == dot - 1) {
            return false;
        }
        while (at >= 0 && text.charAt(at) == ' ') {
            at--;
        }
        return at < 0 || text.charAt(at) == '\n' || text.charAt(at) == '\r';
    }

    private static void add(String text, int start, int end, List<String> sentences) {
        String sentence = text.substring(start, end).strip();
        if (!sentence.isEmpty()) {
            sentences.add(sentence);
        }
    }

    /** The sentence for comparison: lower case, without list marker and punctuation around it. */
    static String key(String sentence) {
        int start = 0;
        while (start < sentence.length() && !Character.isLetter(sentence.codePointAt(start))) {
            start += Character.charCount(sentence.codePointAt(start));
        }
        int end = sentence.length();
        while (end > start && !Character.isLetterOrDigit(sentence.charAt(end - 1))) {
            end--;
        }
        return sentence.substring(start, end).toLowerCase(Locale.ROOT);
    }
}
