package dev.assay.app.text;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/** Which of the bundled fonts shows a character. JavaFX itself looks only in the system's fonts for what a font lacks, and a system may lack it too. */
enum Script {
    /** Whatever the text font has, and what only the system may have. */
    GENERAL,
    /** Chinese characters, kana, and their punctuation. */
    CJK,
    HANGUL,
    /** Pictures, alone or put together of several; only the system's fonts have them. JavaFX miscounts letters that stand in one run with them. */
    EMOJI,
    /** Letters that run from right to left; only the system's fonts have them. */
    FROM_RIGHT;

    private static final int ZERO_WIDTH_JOINER = 0x200d;

    /** A piece of a text in one script. */
    record Run(String text, Script script) {}

    static List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        int start = 0;
        Script current = GENERAL;
        for (int at = 0; at < text.length(); ) {
            int code = text.codePointAt(at);
            int next = at + Character.charCount(code);
            Script script = isNeutral(code, current) ? current : of(code);
            if (script != current) {
                if (start < at) {
                    runs.add(new Run(text.substring(start, at), current));
                }
                start = at;
                current = script;
            }
            at = next;
        }
        if (start < text.length()) {
            runs.add(new Run(text.substring(start), current));
        }
        return runs;
    }

    /** Whether a paragraph runs from right to left: so does its first letter that has a direction. */
    static boolean runsFromRight(String text) {
        for (int at = 0; at < text.length(); ) {
            int code = text.codePointAt(at);
            switch (Character.getDirectionality(code)) {
                case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> {
                    return true;
                }
                case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> {
                    return false;
                }
                default -> at += Character.charCount(code);
            }
        }
        return false;
    }

    static boolean isFromRight(int code) {
        return code >= 0x590 && switch (Character.getDirectionality(code)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> true;
            default -> false;
        };
    }

    /** Spaces go with the letters before them, so that words of one script stay together. */
    private static boolean isNeutral(int code, Script before) {
        return (code == ' ' && before != EMOJI) || Character.getType(code) == Character.NON_SPACING_MARK;
    }

    private static Script of(int code) {
        if (isFromRight(code)) {
            return FROM_RIGHT;
        }
        if (code < 0x1100) {
            return GENERAL;
        }
        if (Character.isEmoji(code) || Character.isEmojiModifier(code) || code == ZERO_WIDTH_JOINER) {
            return EMOJI;
        }
        boolean widePunctuation = (code >= 0x3000 && code <= 0x303f) || (code >= 0xff00 && code <= 0xffef);
        if (widePunctuation) {
            return CJK;
        }
        UnicodeScript script = UnicodeScript.of(code);
        return switch (script) {
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO -> CJK;
            case HANGUL -> HANGUL;
            default -> GENERAL;
        };
    }
}
