package dev.assay.judges.pc2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Splits text into words. Negations count as words that carry meaning.
 *
 * <p>A word is a run of letters and digits with apostrophes inside it; a number keeps its decimal point and loses its thousands commas.
 * Scripts written without spaces give overlapping pairs of characters, which stand in for words.
 */
final class Words {

    private static final Set<String> STOP_WORDS = Set.of(
            """
            a an the and or but if then so than that this these those of in on at by for with from to into onto as is are was were be been
            being am do does did done doing have has had having will would can could should may might must shall it its i you he
            she we they me him her us them my your his our their mine yours who whom which what when where why how there here all any some
            each every both either neither few more most other such only own same too very just also about above below up down out off over
            under again further once during before after between through while because until against i'm i've i'd i'll you're you've you'll it's that's there's let's
            we're we've they're"""
                    .strip()
                    .split("\\s+"));

    private Words() {}

    /** The words of a text in lower case. */
    static List<String> of(String text) {
        List<String> words = new ArrayList<>(text.length() / 6 + 1);
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            if (unspaced(point)) {
                at = addPairs(text, at, words);
            } else if (Character.isLetterOrDigit(point)) {
                int end = endOfWord(text, at);
                words.add(normalised(text.substring(at, end)));
                at = end;
            } else {
                at += Character.charCount(point);
            }
        }
        return words;
    }

    static boolean isStopWord(String word) {
        return STOP_WORDS.contains(word);
    }

    static boolean isNumber(String word) {
        return Character.isDigit(word.charAt(0)) && Character.isDigit(word.charAt(word.length() - 1)) && word.chars().noneMatch(Character::isLetter);
    }

    /** The word without the commonest English endings; a number without zeros after its decimal point. */
    static String stem(String word) {
        int length = word.length();
        if (isNumber(word)) {
            return word.indexOf('.') < 0 ? word : word.replaceAll("\\.?0+$", "");
        }
        String stem = word;
        if (stem.endsWith("'s")) {
            stem = stem.substring(0, length - 2);
        }
        stem = withoutEnding(stem);
        return stem.length() > 4 && stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
    }

    private static String withoutEnding(String word) {
        int length = word.length();
        if (length >= 5 && word.endsWith("ies")) {
            return word.substring(0, length - 3) + "y";
        }
        if (length >= 6 && word.endsWith("sses")) {
            return word.substring(0, length - 2);
        }
        if (length >= 6 && word.endsWith("ing")) {
            return withoutDoubling(word.substring(0, length - 3));
        }
        if (length >= 5 && word.endsWith("ed")) {
            return withoutDoubling(word.substring(0, length - 2));
        }
        if (length >= 5 && (word.endsWith("ly") || word.endsWith("es"))) {
            return word.substring(0, length - 2);
        }
        boolean plural = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is");
        return length >= 4 && plural ? word.substring(0, length - 1) : word;
    }

    private static String withoutDoubling(String stem) {
        int length = stem.length();
        boolean doubled = length > 3 && stem.charAt(length - 1) == stem.charAt(length - 2);
        return doubled && "lsz".indexOf(stem.charAt(length - 1)) < 0 ? stem.substring(0, length - 1) : stem;
    }

    private static int endOfWord(String text, int start) {
        int at = start;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            if ((Character.isLetterOrDigit(point) && !unspaced(point)) || isMark(point)) {
                at += Character.charCount(point);
            } else if (joins(text, at)) {
                at++;
            } else {
                break;
            }
        }
        return at;
    }

    /** Accents and vowel signs that are characters of their own. */
    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** An apostrophe between letters, a point or comma between digits. */
    private static boolean joins(String text, int at) {
        if (at == 0 || at + 1 >= text.length()) {
            return false;
        }
        char before = text.charAt(at - 1);
        char after = text.charAt(at + 1);
        return switch (text.charAt(at)) {
            case '\'', '’' -> Character.isLetter(before) && Character.isLetter(after);
            case '.', ',' -> Character.isDigit(before) && Character.isDigit(after);
            default -> false;
        };
    }

    private static String normalised(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace('’', '\'');
        return isNumber(lower) ? lower.replace(",", "") : lower;
    }

    private static int addPairs(String text, int start, List<String> words) {
        int at = start;
        int previous = -1;
        int count = 0;
        while (at < text.length() && unspaced(text.codePointAt(at))) {
            int point = text.codePointAt(at);
            if (previous >= 0) {
                words.add(Character.toString(previous) + Character.toString(point));
            }
            previous = point;
            count++;
            at += Character.charCount(point);
        }
        if (count == 1) {
            words.add(Character.toString(previous));
        }
        return at;
    }

    private static boolean unspaced(int point) {
        if (point < 0x0e00) {
            return false;
        }
        return switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> Character.isLetterOrDigit(point);
            default -> false;
        };
    }
}
