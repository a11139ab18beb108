package dev.assay.app.reports;

import java.util.Locale;

/** A figure for a paper, in LaTeX: takes in the PDF beside it at the width it was drawn for, so that its text keeps its size. */
public final class LatexFigure {

    private LatexFigure() {}

    /**
     * The source, to be taken in by {@code \input}.
     *
     * @param pdf name of the file of the figure
     * @param label what {@code \ref} calls it, after {@code fig:}
     */
    public static String of(String pdf, double widthMm, String caption, String label) {
        String environment = widthMm > 100 ? "figure*" : "figure";
        return String.format(
                Locale.ROOT,
                """
                %% needs \\usepackage{graphicx}
                \\begin{%s}
                  \\centering
                  \\includegraphics[width=%smm]{%s}
                  \\caption{%s}
                  \\label{fig:%s}
                \\end{%s}
                """,
                environment, plain(widthMm), pdf, LatexTable.escape(caption), label, environment);
    }

    private static String plain(double mm) {
        return mm == Math.rint(mm) ? Long.toString((long) mm) : String.format(Locale.ROOT, "%.1f", mm);
    }
}
