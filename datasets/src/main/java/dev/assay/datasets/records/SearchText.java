package dev.assay.datasets.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a person typed into a search field, as conditions that a query has to meet. Nothing in it is a command: quotes, brackets, stars and words
 * such as AND are what they look like.
 *
 * <p>Every word must begin some word of the query: {@code pyth} finds Python, {@code fur} finds für. Words with signs in them ({@code foo_bar},
 * {@code C++}) must stand there with these signs, and scripts without spaces between words are looked for as they are, anywhere in the text: the
 * index knows only runs of letters, and in Chinese a run is a sentence.
 *
 * @param match an expression of FTS5 that finds candidates; empty where the index cannot help
 * @param literals texts that must stand in the query, ASCII letters in any case
 */
record SearchText(Optional<String> match, List<String> literals) {

    /** Longer input is cut: SQLite limits patterns and expressions, and nobody searches by so many words. */
    private static final int MOST_CHARACTERS = 1_000;

    private static final int MOST_WORDS = 40;

    /** Marks at the ends of a word that belong to the sentence, not to the word. */
    private static final String SENTENCE_MARKS = "\"'`“”„‘’‚«»‹›()[]{}<>,;:!?¿¡…，。、；：！？「」『』（）《》";

    private static final String MARKS_AT_THE_END = SENTENCE_MARKS + ".*";

    SearchText {
        literals = List.copyOf(literals);
    }

    static SearchText of(String typed) {
        String text = typed.length() <= MOST_CHARACTERS ? typed : typed.substring(0, MOST_CHARACTERS);
        List<String> indexed = new ArrayList<>();
        List<String> literals = new ArrayList<>();
        for (String word : text.strip().split("[\\s\\p{Z}\\p{Cc}]+", MOST_WORDS + 1)) {
            if (!word.isEmpty() && indexed.size() + literals.size() < MOST_WORDS) {
                add(word, indexed, literals);
            }
        }
        Optional<String> match = indexed.isEmpty() ? Optional.empty() : Optional.of(String.join(" AND ", indexed));
        return new SearchText(match, literals);
    }

    boolean isEmpty() {
        return match.isEmpty() && literals.isEmpty();
    }

    private static void add(String word, List<String> indexed, List<String> literals) {
        String plain = trimmed(word);
        if (plain.codePoints().noneMatch(Character::isLetterOrDigit)) {
            literals.add(word);
        } else if (plain.codePoints().anyMatch(UnspacedScripts::contains)) {
            literals.add(plain);
        } else {
            indexed.add('"' + plain.replace("\"", "\"\"") + "\"*");
            if (plain.codePoints().anyMatch(SearchText::isSign)) {
                literals.add(plain);
            }
        }
    }

    /** The index takes hyphens and apostrophes for spaces, which is right for them: people type them in many ways. */
    private static boolean isSign(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK, Character.DASH_PUNCTUATION,
                    Character.FORMAT, Character.SURROGATE, Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> false;
            default -> !Character.isLetterOrDigit(character) && character != '\'' && character != '"';
        };
    }

    private static String trimmed(String word) {
        int from = 0;
        int to = word.length();
        while (from < to && SENTENCE_MARKS.indexOf(word.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && MARKS_AT_THE_END.indexOf(word.charAt(to - 1)) >= 0) {
            to--;
        }
        return word.substring(from, to);
    }
}
