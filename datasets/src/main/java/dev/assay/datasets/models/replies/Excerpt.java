package dev.assay.datasets.models.replies;

/** The beginning of a text, for a line that a person reads. */
final class Excerpt {

    private static final int LENGTH = 80;

    private Excerpt() {}

    static String of(String text, int from) {
        return cut(text.substring(from, Math.min(text.length(), from + 2 * LENGTH)), LENGTH).replaceAll("\\s+", " ");
    }

    /** Never between the halves of a character. */
    static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end) + "…";
    }
}
