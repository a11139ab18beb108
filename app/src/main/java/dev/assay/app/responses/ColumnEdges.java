package dev.assay.app.responses;

/** Where columns begin and end: all of one width, on whole pixels. The answers and the grid below ask the same function, so they line up. */
final class ColumnEdges {

    /** Least width of a column, in em. */
    static final double LEAST = 21.5;

    private ColumnEdges() {}

    /** Width that so many columns need at least, for a size of text in pixels. */
    static double needed(int columns, double em) {
        return columns * Math.rint(LEAST * em);
    }

    /** One more edge than there are columns. */
    static double[] of(double width, int columns) {
        double[] edges = new double[columns + 1];
        for (int i = 0; i <= columns; i++) {
            edges[i] = columns == 0 ? 0 : Math.rint(width * i / columns);
        }
        return edges;
    }
}
