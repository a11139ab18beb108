package dev.assay.app.charts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Headers of narrow columns: on one line if they fit, else broken at spaces, else with words abbreviated ("knowl."), else
 * upright.
 *
 * @param lines the lines of each header; one per header if they stand upright
 * @param upright whether the headers run upwards
 */
record Headers(List<List<String>> lines, boolean upright) {

    private static final int MOST_LINES = 3;
    private static final int FEWEST_LETTERS = 4;
    private static final double LONGEST = 13;

    static Headers of(List<String> labels, double room, Ruler ruler) {
        if (labels.stream().allMatch(label -> ruler.width(label) <= room)) {
            return new Headers(labels.stream().map(List::of).toList(), false);
        }
        List<List<String>> wrapped = labels.stream().map(label -> ruler.wrap(label, room, ruler.text())).toList();
        if (fit(wrapped, room, ruler)) {
            return new Headers(wrapped, false);
        }
        List<List<String>> abbreviated = labels.stream().map(label -> abbreviated(label, room, ruler)).toList();
        if (fit(abbreviated, room, ruler) && readable(labels, abbreviated)) {
            return new Headers(abbreviated, false);
        }
        List<String> upright = Names.fit(labels, LONGEST * ruler.em(), ruler::width);
        return new Headers(upright.stream().map(List::of).toList(), true);
    }

    /** Labels for a single line: abbreviated if that keeps them readable, else shortened in the middle. */
    static List<String> abbreviate(List<String> labels, double room, Ruler ruler) {
        List<List<String>> abbreviated = labels.stream().map(label -> List.of(shorter(label, room, ruler))).toList();
        return fit(abbreviated, room, ruler) && readable(labels, abbreviated)
                ? abbreviated.stream().map(List::getFirst).toList()
                : Names.fit(labels, room, ruler::width);
    }

    /** Height in points. */
    double height(Ruler ruler, double line) {
        if (upright) {
            return lines.stream().mapToDouble(label -> ruler.width(label.getFirst())).max().orElse(0) + 0.5 * ruler.em();
        }
        return line * lines.stream().mapToInt(List::size).max().orElse(1);
    }

    private static boolean fit(List<List<String>> headers, double room, Ruler ruler) {
        return headers.stream().allMatch(lines ->
                lines.size() <= MOST_LINES && lines.stream().allMatch(line -> ruler.width(line) <= room));
    }

    private static List<String> abbreviated(String label, double room, Ruler ruler) {
        List<String> words = new ArrayList<>();
        for (String word : label.split(" ", -1)) {
            words.add(shorter(word, room, ruler));
        }
        return ruler.wrap(String.join(" ", words), room, ruler.text());
    }

    /** The longest start that fits; rather one that ends before a vowel, as abbreviations do: math., reas. */
    private static String shorter(String word, double room, Ruler ruler) {
        String step = word.endsWith(PathLabels.STEP.strip()) ? PathLabels.STEP.strip() : "";
        String letters = word.substring(0, word.length() - step.length());
        if (ruler.width(word) <= room) {
            return word;
        }
        String longest = "";
        for (int kept = letters.length() - 1; kept > 0; kept--) {
            String shorter = letters.substring(0, kept) + "." + step;
            if (Character.isLowSurrogate(letters.charAt(kept)) || ruler.width(shorter) > room) {
                continue;
            }
            longest = longest.isEmpty() ? shorter : longest;
            if (kept >= FEWEST_LETTERS && vowel(letters.charAt(kept)) && !vowel(letters.charAt(kept - 1))) {
                return shorter;
            }
        }
        return longest.isEmpty() ? word : longest;
    }

    private static boolean vowel(char letter) {
        return "aeiouy".indexOf(Character.toLowerCase(letter)) >= 0;
    }

    /** Every shortened word keeps four letters, and no two headers become the same. */
    private static boolean readable(List<String> labels, List<List<String>> headers) {
        boolean longEnough = headers.stream().flatMap(List::stream).flatMap(line -> List.of(line.split(" ", -1)).stream())
                .allMatch(word -> !word.contains(".") || word.indexOf('.') >= FEWEST_LETTERS);
        return longEnough && new HashSet<>(headers).size() == new HashSet<>(labels).size();
    }
}
