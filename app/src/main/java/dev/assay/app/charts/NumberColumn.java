package dev.assay.app.charts;

import dev.assay.app.charts.Page.Align;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** A column of right-aligned numbers beside a plot. */
record NumberColumn(String header, List<String> numbers, boolean quiet) {

    private static final double GAP = 1.1;

    static NumberColumn plain(String header, List<String> numbers) {
        return new NumberColumn(header, numbers, false);
    }

    static NumberColumn muted(String header, List<String> numbers) {
        return new NumberColumn(header, numbers, true);
    }

    /** The width of columns that stand beside each other, each with a gap at its left. */
    static double width(List<NumberColumn> columns, Ruler ruler) {
        return columns.stream().mapToDouble(column -> column.width(ruler) + GAP * ruler.em()).sum();
    }

    /** Draws the columns so that the last ends at right, their numbers beside the rows of the plot. */
    static void draw(List<NumberColumn> columns, Page page, double right, double header, Rectangle2D plot) {
        Ruler ruler = page.ruler();
        double end = right;
        for (NumberColumn column : columns.reversed()) {
            page.textAt(column.header, end, header, Align.RIGHT, ruler.muted());
            double row = plot.getHeight() / column.numbers.size();
            for (int i = 0; i < column.numbers.size(); i++) {
                TextStyle style = column.quiet ? ruler.muted() : ruler.text();
                page.textAt(column.numbers.get(i), end, plot.getMinY() + (i + 0.5) * row, Align.RIGHT, style);
            }
            end -= column.width(ruler) + GAP * ruler.em();
        }
    }

    private double width(Ruler ruler) {
        return Math.max(ruler.width(header), ruler.widest(numbers));
    }
}
