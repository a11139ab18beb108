package dev.assay.app.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table for a paper, in LaTeX with the rules of the {@code booktabs} package. */
final class LatexTable {

    private final String columns;
    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * Begins a table.
     *
     * @param columns alignment of each column, as LaTeX has it ({@code lrr})
     * @param header one text for each column
     */
    LatexTable(String columns, List<String> header) {
        if (columns.length() != header.size()) {
            throw new IllegalArgumentException("a table has " + columns.length() + " columns but " + header.size() + " headings");
        }
        this.columns = columns;
        this.header = List.copyOf(header);
    }

    void add(List<String> cells) {
        if (cells.size() != header.size()) {
            throw new IllegalArgumentException("a row has " + cells.size() + " cells, the table " + header.size() + " columns");
        }
        rows.add(List.copyOf(cells));
    }

    @Override
    public String toString() {
        return rows.stream()
                .map(LatexTable::line)
                .collect(Collectors.joining(
                        "",
                        "% needs \\usepackage{booktabs}\n\\begin{tabular}{" + columns + "}\n\\toprule\n" + line(header) + "\\midrule\n",
                        "\\bottomrule\n\\end{tabular}\n"));
    }

    private static String line(List<String> cells) {
        return cells.stream().map(LatexTable::escape).collect(Collectors.joining(" & ", "", " \\\\\n"));
    }

    /** Text as text: what LaTeX would take for a command is written out; a true minus becomes a mathematical one. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> escaped.append("\\textbackslash{}");
                case '~' -> escaped.append("\\textasciitilde{}");
                case '^' -> escaped.append("\\textasciicircum{}");
                case '&', '%', '$', '#', '_', '{', '}' -> escaped.append('\\').appendCodePoint(c);
                case '<' -> escaped.append("\\textless{}");
                case '>' -> escaped.append("\\textgreater{}");
                case '[' -> escaped.append("{[}");
                case ']' -> escaped.append("{]}");
                case '\u00a0' -> escaped.append('~');
                case '−' -> escaped.append("$-$");
                case '±' -> escaped.append("$\\pm$");
                case '≤' -> escaped.append("$\\le$");
                case '≥' -> escaped.append("$\\ge$");
                case '–' -> escaped.append("--");
                case '\n', '\r', '\t' -> escaped.append(' ');
                default -> escaped.appendCodePoint(Character.isISOControl(c) ? 0xFFFD : c);
            }
        });
        return escaped.toString();
    }
}
