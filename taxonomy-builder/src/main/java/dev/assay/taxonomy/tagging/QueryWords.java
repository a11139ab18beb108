package dev.assay.taxonomy.tagging;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a query, which tell what it asks to be <em>done</em> where its embedding mostly tells what it is <em>about</em>:
 * words and single characters in lower case, digits as "0", and the first pairs of neighbours, the beginning included.
 */
final class QueryWords {

    private static final Pattern WORD = Pattern.compile("[a-z]+|[^\\sa-z]");
    private static final int PAIRS = 5;

    private QueryWords() {}

    /** The distinct words and pairs, in the order in which they first occur. */
    static Set<String> of(String text) {
        List<String> words = new ArrayList<>();
        WORD.matcher(text.toLowerCase(Locale.ROOT)).results().forEach(match -> {
            String word = match.group();
            words.add(Character.isDigit(word.codePointAt(0)) ? "0" : word);
        });
        Set<String> found = new LinkedHashSet<>(words);
        String before = "^";
        for (String word : words.subList(0, Math.min(PAIRS, words.size()))) {
            found.add(before + " " + word);
            before = word;
        }
        return found;
    }
}
