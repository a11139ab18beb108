package dev.assay.app.charts;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/** Plots of JFreeChart that fill exactly the rectangle they are given; all text around them is set by {@link Page}. */
final class Plots {

    private Plots() {}

    /** Rows from the top, 0 to rows − 1, over a scale; without data, renderer, grid and frame. */
    static XYPlot empty(Page page, Rectangle2D area, Scale scale, int rows) {
        // Wider by a dot on both sides, so that no dot and no outermost grid line is cut in half.
        double more = overhang(page) * (scale.high() - scale.low()) / area.getWidth();
        NumberAxis across = axis(page, scale.low() - more, scale.high() + more);
        across.setTickUnit(new NumberTickUnit(scale.step()), false, true);
        NumberAxis down = axis(page, -0.5, rows - 0.5);
        down.setInverted(true);
        XYPlot plot = new XYPlot(null, across, down, null);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setFixedDomainAxisSpace(new AxisSpace());
        plot.setFixedRangeAxisSpace(new AxisSpace());
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setRangeZeroBaselineVisible(false);
        return plot;
    }

    /** The part of an area that a plot fills to the point: JFreeChart rounds what it draws on to whole points. */
    static Rectangle2D snapped(Page page, Rectangle2D area) {
        double more = overhang(page);
        double left = Math.ceil(area.getMinX() - more) + more;
        double right = Math.floor(area.getMaxX() + more) - more;
        double top = Math.ceil(area.getMinY());
        return new Rectangle2D.Double(left, top, right - left, Math.floor(area.getMaxY()) - top);
    }

    /** Draws a plot on an area that was {@linkplain #snapped snapped}. */
    static void draw(XYPlot plot, Page page, Rectangle2D area) {
        Graphics2D graphics = page.graphics();
        Shape clip = graphics.getClip();
        double more = overhang(page);
        // Whole points but for rounding errors, which JFreeChart would turn into the next whole point.
        double left = Math.rint(area.getMinX() - more);
        double width = Math.rint(area.getMaxX() + more) - left;
        Rectangle2D wider = new Rectangle2D.Double(left, area.getY(), width, area.getHeight());
        plot.draw(graphics, wider, null, null, null);
        graphics.setClip(clip);
    }

    private static double overhang(Page page) {
        return page.theme().measures().dot() + page.theme().measures().outline();
    }

    private static NumberAxis axis(Page page, double low, double high) {
        NumberAxis axis = new NumberAxis();
        axis.setAutoRangeIncludesZero(false);
        axis.setRange(low, high);
        axis.setVisible(false);
        axis.setTickLabelFont(page.ruler().font(page.ruler().text()));
        return axis;
    }
}
