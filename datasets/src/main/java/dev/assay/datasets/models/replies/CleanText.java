package dev.assay.datasets.models.replies;

/**
 * The text as the ledger keeps it: NUL and halves of surrogate pairs become the replacement character, so that a reply reads the same before and
 * after it was stored.
 */
final class CleanText {

    static final char REPLACEMENT = '\uFFFD';

    private CleanText() {}

    static String of(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(point ->
                clean.appendCodePoint(point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) ? REPLACEMENT : point));
        return clean.toString();
    }
}
