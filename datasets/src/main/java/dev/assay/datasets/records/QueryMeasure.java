package dev.assay.datasets.records;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What can be said of the first turn of a query by looking at its characters. Kept beside the text, so that lists filter by it without reading texts.
 *
 * @param words runs of letters and digits; in scripts written without spaces between words every character is one
 * @param letters how many characters are letters
 * @param alike the same for texts that differ only in case, width, white space and punctuation. 64 bits of a hash: among a million texts, two
 *     different ones share theirs with a probability of 3 in 100 million
 */
record QueryMeasure(int words, int letters, long alike) {

    /** FNV-1a, 64 bits. */
    private static final long OFFSET = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;

    static QueryMeasure of(String text) {
        int words = 0;
        int letters = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            boolean spaceless = UnspacedScripts.contains(character);
            boolean ofWord = Character.isLetterOrDigit(character);
            if (ofWord && (spaceless || !inWord)) {
                words++;
            }
            if (Character.isLetter(character)) {
                letters++;
            }
            inWord = ofWord ? !spaceless : inWord && isMark(character);
        }
        return new QueryMeasure(words, letters, alike(text));
    }

    /** Of the letters, digits and symbols alone. Symbols count: "1 + 2" and "1 - 2" are not alike, nor are two pieces of code. */
    private static long alike(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        long hash = OFFSET;
        boolean any = false;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (!Character.isWhitespace(c) && !isSentenceMark(c)) {
                hash = (hash ^ c) * PRIME;
                any = true;
            }
        }
        return any ? hash : text.hashCode();
    }

    private static boolean isSentenceMark(char c) {
        return ".,;:!?\"'“”„‘’«»…。，、；：！？「」".indexOf(c) >= 0;
    }

    private static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }
}
