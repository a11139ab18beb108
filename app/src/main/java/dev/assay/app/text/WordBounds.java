package dev.assay.app.text;

import java.util.ArrayList;
import java.util.List;

/** The words of a text: runs of letters and digits; of scripts that put no space between words, each character. */
final class WordBounds {

    /**
     * A word.
     *
     * @param start offset of its first character
     * @param end offset behind its last
     */
    record Word(String text, int start, int end) {}

    private WordBounds() {}

    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        int start = -1;
        for (int at = 0; at < text.length(); ) {
            int code = text.codePointAt(at);
            int next = at + Character.charCount(code);
            boolean alone = Character.isIdeographic(code) || isKana(code);
            boolean part = isPart(code) && !alone;
            if (!part && start >= 0) {
                words.add(new Word(text.substring(start, at), start, at));
                start = -1;
            }
            if (alone) {
                words.add(new Word(text.substring(at, next), at, next));
            } else if (part && start < 0) {
                start = at;
            }
            at = next;
        }
        if (start >= 0) {
            words.add(new Word(text.substring(start), start, text.length()));
        }
        return words;
    }

    private static boolean isPart(int code) {
        return Character.isLetterOrDigit(code) || Character.getType(code) == Character.NON_SPACING_MARK;
    }

    private static boolean isKana(int code) {
        return code >= 0x3040 && code <= 0x30ff;
    }
}
