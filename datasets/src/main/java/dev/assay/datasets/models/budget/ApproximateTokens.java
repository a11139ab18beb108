package dev.assay.datasets.models.budget;

import java.lang.Character.UnicodeScript;

/**
 * About how many tokens a text has for a model whose encoding is not known, by its characters: 1 for each of Han, Kana and Hangul, 2 for an emoji, 1 in
 * 3 for other scripts than Latin, 1 in 4 for everything else. Encodings of today lie up to a third lower for Chinese, Japanese and Korean, and within
 * about a fifth for English; the ledger {@linkplain CallForecast corrects} it once it knows calls of the model.
 */
final class ApproximateTokens {

    private static final int TWELFTHS = 12;

    private ApproximateTokens() {}

    static int in(String text) {
        long twelfths = text.codePoints().mapToLong(ApproximateTokens::twelfths).sum();
        return (int) Math.min(Integer.MAX_VALUE, (twelfths + TWELFTHS - 1) / TWELFTHS);
    }

    private static int twelfths(int point) {
        if (point < 0x250) {
            return 3;
        }
        return switch (UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> 12;
            case LATIN -> 3;
            case COMMON, INHERITED -> Character.isSupplementaryCodePoint(point) ? 24 : 6;
            default -> 4;
        };
    }
}
