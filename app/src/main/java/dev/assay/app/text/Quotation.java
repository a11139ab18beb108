package dev.assay.app.text;

import dev.assay.app.text.WordBounds.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What someone quotes, and where it stands. A quote counts as found where its words stand in the same order with nothing but punctuation and
 * space between them: judges drop the marks of Markdown and the breaks of lines, and cut long quotes off with an ellipsis.
 */
public final class Quotation {

    /** Places of one quote that are looked for: a single common word may stand everywhere. */
    private static final int MOST_PLACES = 50;

    /** Quotes that are looked for in one reason. */
    private static final int MOST_QUOTES = 20;

    private static final int LONGEST = 2_000;

    /**
     * A range of a text.
     *
     * @param start offset of its first character
     * @param end offset behind its last
     */
    public record Range(int start, int end) {}

    private Quotation() {}

    /** What stands in quotation marks in a reason, in order, each once. */
    public static List<String> quotes(String reason) {
        List<String> quotes = new ArrayList<>();
        for (int at = 0; at < reason.length() && quotes.size() < MOST_QUOTES; at++) {
            int end = closing(reason, at);
            if (end >= 0) {
                String quote = reason.substring(at + 1, end).strip();
                if (!quote.isEmpty() && !quotes.contains(quote)) {
                    quotes.add(quote);
                }
                at = end;
            }
        }
        return quotes;
    }

    /** Everywhere the quote stands in the text, in order. */
    public static List<Range> find(String text, String quote) {
        return find(text, WordBounds.of(text), quote);
    }

    /** The marks of all quotes in a document. */
    public static List<Mark> marks(Document document, List<String> quotes, Mark.Kind kind) {
        List<Word> words = WordBounds.of(document.text());
        List<Mark> marks = new ArrayList<>();
        for (String quote : quotes) {
            find(document.text(), words, quote).forEach(range -> marks.add(new Mark(range.start(), range.end(), kind)));
        }
        return marks;
    }

    private static List<Range> find(String text, List<Word> words, String quote) {
        List<Word> wanted = WordBounds.of(quote);
        if (wanted.isEmpty()) {
            return findExactly(text, quote);
        }
        boolean cutOff = quote.endsWith("…") || quote.endsWith("...");
        List<Range> found = new ArrayList<>();
        for (int at = 0; at + wanted.size() <= words.size() && found.size() < MOST_PLACES; at++) {
            if (standsAt(words, at, wanted, cutOff)) {
                found.add(new Range(words.get(at).start(), words.get(at + wanted.size() - 1).end()));
                at += wanted.size() - 1;
            }
        }
        return found;
    }

    private static boolean standsAt(List<Word> words, int at, List<Word> wanted, boolean cutOff) {
        for (int i = 0; i < wanted.size(); i++) {
            String word = words.get(at + i).text();
            String other = wanted.get(i).text();
            boolean mayBeCut = cutOff && i == wanted.size() - 1;
            if (mayBeCut ? !word.toLowerCase(Locale.ROOT).startsWith(other.toLowerCase(Locale.ROOT)) : !word.equalsIgnoreCase(other)) {
                return false;
            }
        }
        return true;
    }

    /** A quote of signs alone, such as ":". */
    private static List<Range> findExactly(String text, String quote) {
        List<Range> found = new ArrayList<>();
        int at = quote.isBlank() ? -1 : text.indexOf(quote);
        while (at >= 0 && found.size() < MOST_PLACES) {
            found.add(new Range(at, at + quote.length()));
            at = text.indexOf(quote, at + quote.length());
        }
        return found;
    }

    /** Where the quote that opens here ends; −1 if none opens here. */
    private static int closing(String reason, int at) {
        char close = switch (reason.charAt(at)) {
            case '"' -> '"';
            case '“', '„' -> '”';
            case '«' -> '»';
            case '「' -> '」';
            default -> 0;
        };
        int end = close == 0 ? -1 : reason.indexOf(close, at + 1);
        return end - at > LONGEST ? -1 : end;
    }
}
