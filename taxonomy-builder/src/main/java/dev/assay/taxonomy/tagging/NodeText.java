package dev.assay.taxonomy.tagging;

import dev.assay.taxonomy.tree.Node;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A node in words, and whether a query names it. */
final class NodeText {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}+#]+");
    private static final Set<String> EMPTY_WORDS = Set.of("and", "of", "the", "in", "with", "for", "or", "to");
    private static final List<String> ENDINGS = List.of("ing", "ies", "es", "s", "ed", "e", "y");
    private static final int SHORTEST_STEM = 3;

    private NodeText() {}

    /** "coding Task Types Debugging". */
    static String path(Node node) {
        return String.join(" ", node.path().names());
    }

    /** "Debugging (Task Types)": the name, and the basis that says in which sense it is meant. */
    static String nameInBasis(Node node) {
        List<String> names = node.path().names();
        return names.size() < 3 ? node.name() : node.name() + " (" + names.get(1) + ")";
    }

    /**
     * The share of the words of a node's name that a query contains, but for their endings, from 0 to 1. Names of one or two letters
     * ("C", "Go", "R") are compared as they are written.
     */
    static double named(Node node, Set<String> queryWords) {
        Set<String> name = words(node.name());
        return name.isEmpty() ? 0 : name.stream().filter(queryWords::contains).count() / (double) name.size();
    }

    /** The words of a text without their endings. */
    static Set<String> words(String text) {
        return WORD.matcher(text)
                .results()
                .map(match -> match.group())
                .filter(word -> !EMPTY_WORDS.contains(word.toLowerCase(Locale.ROOT)))
                .map(NodeText::stem)
                .collect(Collectors.toSet());
    }

    private static String stem(String word) {
        if (word.length() < SHORTEST_STEM) {
            return word;
        }
        String lower = word.toLowerCase(Locale.ROOT);
        return ENDINGS.stream()
                .filter(ending -> lower.endsWith(ending) && lower.length() - ending.length() >= SHORTEST_STEM)
                .findFirst()
                .map(ending -> lower.substring(0, lower.length() - ending.length()))
                .orElse(lower);
    }
}
