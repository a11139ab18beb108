package dev.assay.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How well letters typed fit a name in which they occur in this order. Letters at the beginning of words and letters in a row count more,
 * so that "pw" finds "Profiles: show weaknesses only" before "Copy with names".
 *
 * @param score the higher the better; only comparable for the same letters
 * @param positions indices into the name of the letters that were found
 */
record FuzzyMatch(int score, List<Integer> positions) {

    private static final int WORD_START = 8;
    private static final int IN_A_ROW = 5;
    private static final int NAME_START = 6;
    /** Longer texts are not names; looking at all ways through them would take long. */
    private static final int LONGEST = 300;

    /** The best way to find the letters in the name; empty if they do not occur in it in this order. Spaces typed are ignored. */
    static Optional<FuzzyMatch> of(String typed, String name) {
        String letters = typed.toLowerCase(Locale.ROOT).replace(" ", "");
        String shortened = name.length() <= LONGEST ? name : name.substring(0, LONGEST);
        String text = shortened.toLowerCase(Locale.ROOT);
        if (letters.isEmpty()) {
            return Optional.of(new FuzzyMatch(0, List.of()));
        }
        if (letters.length() > text.length() || text.length() != shortened.length()) {
            return Optional.empty();
        }
        return best(letters, text, shortened);
    }

    /** best[i][j]: highest score with letter i at position j of the text; from[i][j]: where letter i − 1 then stands. */
    private static Optional<FuzzyMatch> best(String letters, String text, String name) {
        int[][] best = new int[letters.length()][text.length()];
        int[][] from = new int[letters.length()][text.length()];
        for (int i = 0; i < letters.length(); i++) {
            int before = -1;
            for (int j = 0; j < text.length(); j++) {
                best[i][j] = Integer.MIN_VALUE;
                if (text.charAt(j) == letters.charAt(i)) {
                    place(best, from, i, j, before, valueAt(name, j));
                }
                if (i > 0 && best[i - 1][j] > Integer.MIN_VALUE && (before < 0 || best[i - 1][j] >= best[i - 1][before])) {
                    before = j;
                }
            }
        }
        return trace(best[letters.length() - 1], from);
    }

    private static void place(int[][] best, int[][] from, int i, int j, int before, int value) {
        if (i == 0) {
            best[i][j] = value;
            return;
        }
        if (before >= 0) {
            best[i][j] = best[i - 1][before] + value - 1;
            from[i][j] = before;
        }
        if (j > 0 && best[i - 1][j - 1] > Integer.MIN_VALUE && best[i - 1][j - 1] + value + IN_A_ROW > best[i][j]) {
            best[i][j] = best[i - 1][j - 1] + value + IN_A_ROW;
            from[i][j] = j - 1;
        }
    }

    private static int valueAt(String name, int position) {
        if (position == 0) {
            return WORD_START + NAME_START;
        }
        return Character.isLetterOrDigit(name.charAt(position - 1)) ? 1 : WORD_START;
    }

    private static Optional<FuzzyMatch> trace(int[] last, int[][] from) {
        int end = 0;
        for (int j = 1; j < last.length; j++) {
            end = last[j] > last[end] ? j : end;
        }
        if (last[end] == Integer.MIN_VALUE) {
            return Optional.empty();
        }
        List<Integer> positions = new ArrayList<>();
        for (int i = from.length - 1, j = end; i >= 0; j = from[i][j], i--) {
            positions.addFirst(j);
        }
        return Optional.of(new FuzzyMatch(last[end], List.copyOf(positions)));
    }
}
