package dev.assay.app.charts;

import dev.assay.app.charts.Page.Align;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.Function;

/** Texts that several panels have around their plots: names of rows at the left, a title below the axis. */
final class PanelText {

    /** Share of the width that names may take of any panel; 30 of 85 mm. */
    static final double NAMES = 0.345;

    /** Names of this many millimetres are long enough. */
    private static final double LONG_NAME = 40;

    /** A plot of dots that is so wide can be read, per text size. */
    private static final double PLOT = 12;

    /** Between a name and the plot, per text size. */
    static final double GAP = 0.45;

    /** Height of a line of an axis title, per text size. */
    static final double TITLE_LINE = 1.3;

    private PanelText() {
    }

    /** The most that names may take beside a plot of dots and such columns, which are chosen for the room that is left of them. */
    static double mostNames(Ruler ruler, double width, Function<Double, List<NumberColumn>> columns) {
        double usual = NAMES * width;
        double free = width - GAP * ruler.em() - NumberColumn.width(columns.apply(width - usual - GAP * ruler.em()), ruler);
        return Math.max(usual, Math.min(Units.points(LONG_NAME), free - PLOT * ruler.em()));
    }

    /** Names at the left of equally high rows, shortened to a width. */
    static void drawNames(Page page, Rectangle2D plot, List<String> names, double width) {
        Ruler ruler = page.ruler();
        List<String> fitted = Names.fit(names, width, ruler::width);
        double row = plot.getHeight() / fitted.size();
        for (int i = 0; i < fitted.size(); i++) {
            double middle = plot.getMinY() + (i + 0.5) * row;
            page.textAt(fitted.get(i), plot.getMinX() - GAP * ruler.em(), middle, Align.RIGHT, ruler.text());
        }
    }

    /** Lines centred under a plot as far as the area allows, from a height downwards. */
    static void drawTitle(Page page, Rectangle2D plot, Rectangle2D area, double top, List<String> lines) {
        Ruler ruler = page.ruler();
        double middle = top + TITLE_LINE / 2 * ruler.em();
        for (String line : lines) {
            double x = within(plot.getCenterX(), ruler.width(line, ruler.title()), area.getMinX(), area.getMaxX());
            page.textAt(line, x, middle, Align.CENTRE, ruler.title());
            middle += TITLE_LINE * ruler.em();
        }
    }

    /** The centre nearest to x for a text of this width that stays between two borders. */
    static double within(double x, double width, double from, double to) {
        double half = width / 2;
        return Math.clamp(x, Math.min(from + half, to - half), to - half);
    }
}
