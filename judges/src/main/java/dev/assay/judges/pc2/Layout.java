package dev.assay.judges.pc2;

import java.util.regex.Pattern;

/**
 * How an answer is set out.
 *
 * @param items lines that begin with a bullet or a number
 * @param paragraphs blocks separated by blank lines
 * @param tableRows lines with at least two vertical bars, or two tabs
 * @param code whether it holds a code fence or several lines that look like code
 */
record Layout(int items, int paragraphs, int tableRows, boolean code) {

    private static final Pattern CODE_LINE =
            Pattern.compile("(?:def|class|function|import|from|return|public|private|const|let|var|for|while|if|select|#include|<[a-z!/][^>]*>)\\b.*|.*[;{}]\\s*|\\s*[\\w.\\[\\]]+\\s*=\\s*\\S.*");

    static Layout of(AnalysedText answer) {
        int items = 0;
        int paragraphs = 0;
        int rows = 0;
        int codeLines = 0;
        boolean blankBefore = true;
        for (String line : (Iterable<String>) answer.text().lines()::iterator) {
            String stripped = line.strip();
            if (stripped.isEmpty()) {
                blankBefore = true;
                continue;
            }
            paragraphs += blankBefore ? 1 : 0;
            blankBefore = false;
            items += isItem(stripped) ? 1 : 0;
            rows += stripped.chars().filter(c -> c == '|' || c == '\t').count() >= 2 ? 1 : 0;
            codeLines += stripped.length() < 400 && CODE_LINE.matcher(stripped).matches() ? 1 : 0;
        }
        return new Layout(items, paragraphs, rows, answer.text().contains("```") || codeLines >= 2);
    }

    private static boolean isItem(String line) {
        char first = line.charAt(0);
        if (first == '-' || first == '*' || first == '•' || first == '–' || first == '·') {
            return line.length() > 1 && line.charAt(1) == ' ';
        }
        int digits = 0;
        while (digits < line.length() && digits < 4 && Character.isDigit(line.charAt(digits))) {
            digits++;
        }
        return digits > 0 && digits + 1 < line.length() && ".):".indexOf(line.charAt(digits)) >= 0 && Character.isWhitespace(line.charAt(digits + 1));
    }

    /** From 0 for a plain block to 1 for a text with many paragraphs and items: min(1, (ln p + ½·ln(1 + items)) / 4). */
    double richness() {
        return Math.min(1, (Math.log(Math.max(1, paragraphs)) + 0.5 * Math.log1p(items)) / 4);
    }
}
