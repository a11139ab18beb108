package dev.assay.app.text;

import java.util.ArrayList;
import java.util.List;

/**
 * How much of a text is shown at first, and by how much more each time one asks. Pieces are cut where a line ends, and a code block that is
 * cut through goes on in the next piece as code.
 */
final class Excerpt {

    /** Characters of the first piece; a typical answer has 2,000. */
    static final int FIRST = 30_000;

    private static final String FENCE = "```";

    private Excerpt() {}

    /** The pieces of a text: together all of it. Each piece after the first is twice as long as the one before. */
    static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int size = FIRST;
        int at = 0;
        String open = "";
        while (at < text.length()) {
            int end = end(text, at, size);
            String piece = text.substring(at, end);
            String fence = openFence(piece, open);
            pieces.add(open.isEmpty() ? piece : open + "\n" + piece);
            open = fence;
            at = end;
            size *= 2;
        }
        return pieces;
    }

    private static int end(String text, int from, int size) {
        if (text.length() - from <= size + size / 4) {
            return text.length();
        }
        int limit = from + size;
        int paragraph = text.lastIndexOf("\n\n", limit);
        if (paragraph > from + size / 2) {
            return paragraph + 2;
        }
        int line = text.lastIndexOf('\n', limit);
        if (line > from + size / 2) {
            return line + 1;
        }
        int space = text.lastIndexOf(' ', limit);
        int end = space > from + size / 2 ? space + 1 : limit;
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }

    /** The line that opened the code block in which a piece ends; empty if it ends in none. */
    private static String openFence(String piece, String before) {
        String open = before;
        for (String line : (Iterable<String>) piece.lines()::iterator) {
            String stripped = line.strip();
            if (stripped.startsWith(FENCE)) {
                boolean closes = !open.isEmpty() && stripped.chars().allMatch(c -> c == '`');
                open = closes ? "" : open.isEmpty() ? stripped.substring(0, Math.min(stripped.length(), 40)) : open;
            }
        }
        return open;
    }
}
