package dev.assay.datasets.records;

import java.lang.Character.UnicodeScript;

/** Scripts that are written without spaces between words, so that a run of letters is not a word. */
final class UnspacedScripts {

    private UnspacedScripts() {}

    static boolean contains(int character) {
        // Below are Latin, Greek, Cyrillic, Hebrew, Arabic and the scripts of India; this is asked for every character of every query.
        if (character < 0x0E00) {
            return false;
        }
        return switch (UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO, THAI, LAO, KHMER, MYANMAR, TIBETAN, JAVANESE, YI -> true;
            default -> false;
        };
    }
}
