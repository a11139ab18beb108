package dev.assay.app.text;

/**
 * Quotes and lists that are nested hundredfold in one line: no one writes them to be read, and reading them takes time by the square of their
 * depth. From a certain depth on, their marks are words.
 */
final class Nesting {

    private static final int DEEPEST = 24;

    private Nesting() {}

    /** The text, with the first mark that nests too deep escaped in each line. */
    static String limit(String text) {
        StringBuilder limited = new StringBuilder(text.length());
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            int next = end < 0 ? text.length() : end + 1;
            int cut = firstTooDeep(text, start, next);
            limited.append(text, start, cut);
            if (cut < next) {
                limited.append('\\');
                limited.append(text, cut, next);
            }
            start = next;
        }
        return limited.toString();
    }

    /** Offset of the mark, or the end. */
    private static int firstTooDeep(String text, int start, int end) {
        int marks = 0;
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t') {
                continue;
            }
            boolean bullet = (c == '-' || c == '*' || c == '+') && at + 1 < end && Character.isWhitespace(text.charAt(at + 1));
            int number = numberEnd(text, at, end);
            if (c != '>' && !bullet && number < 0) {
                return end;
            }
            if (++marks > DEEPEST) {
                return isRule(text, start, end) ? end : number < 0 ? at : number;
            }
            at = Math.max(at, number);
        }
        return end;
    }

    /** Offset of the dot of "12. ", or −1. */
    private static int numberEnd(String text, int start, int end) {
        int at = start;
        while (at < end && at - start < 10 && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        boolean isNumber = at > start && at + 1 < end && (text.charAt(at) == '.' || text.charAt(at) == ')') && Character.isWhitespace(text.charAt(at + 1));
        return isNumber ? at : -1;
    }

    private static boolean isRule(String text, int start, int end) {
        String line = text.substring(start, end).replace(" ", "").strip();
        return !line.isEmpty() && "-*".indexOf(line.charAt(0)) >= 0 && line.chars().allMatch(c -> c == line.charAt(0));
    }
}
