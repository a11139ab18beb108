package dev.assay.app.charts;

/**
 * The sizes of a theme in points.
 *
 * @param text size of names and numbers; the unit of all spacing
 * @param title size of axis titles and panel letters
 * @param row height of a leaderboard row
 * @param axis width of the zero line and of axes
 * @param grid width of grid lines
 * @param interval width of an interval's line
 * @param cap height of an interval's end caps
 * @param dot radius of a dot, outline included
 * @param outline width of a dot's outline
 * @param margin free space around the figure
 */
public record Measures(
        double text,
        double title,
        double row,
        double axis,
        double grid,
        double interval,
        double cap,
        double dot,
        double outline,
        double margin) {

    Measures withText(double points) {
        double factor = points / text;
        return new Measures(points, title * factor, row * factor, axis, grid, interval, cap, dot, outline, margin);
    }
}
