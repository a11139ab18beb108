package dev.assay.app.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/**
 * Dots with intervals, one per row, over a scale that is labelled below: the middle of the leaderboard and of the
 * strengths. The rows have equal heights; a bound outside the scale is clipped.
 */
final class IntervalPlot {

    /** A dot and its interval. */
    record Mark(double mean, double low, double high, Verdict verdict) {}

    /** Points that must lie between a dot and a cap: else the two become one blob. */
    private static final double CLEAR = 1;

    private final Scale scale;
    private final boolean caps;

    IntervalPlot(Scale scale, boolean caps) {
        this.scale = scale;
        this.caps = caps;
    }

    /** Labelled values for a width: each label has about its own width of free room. */
    static int ticks(double width, double em) {
        return (int) Math.max(2, Math.min(7, width / (3.4 * em)));
    }

    void draw(Page page, Rectangle2D area, List<Mark> marks, double reference) {
        XYPlot plot = Plots.empty(page, area, scale, marks.size());
        Measures measures = page.theme().measures();
        plot.setDomainGridlinesVisible(true);
        plot.setDomainGridlinePaint(page.palette().line());
        plot.setDomainGridlineStroke(new BasicStroke((float) measures.grid()));
        double radius = radius(page, area, marks);
        plot.setDataset(dataset(marks));
        plot.setRenderer(renderer(page, radius, hasCaps(marks, area, radius + measures.outline() / 2) ? measures.cap() : 0));
        if (Double.isFinite(reference)) {
            plot.addDomainMarker(dashed(page, reference), Layer.BACKGROUND);
        }
        Plots.draw(plot, page, area);
    }

    /** The labels of the scale; middle is the height of their centre. */
    void drawTicks(Page page, Rectangle2D area, double middle, boolean signed) {
        TextStyle style = page.ruler().text();
        for (double tick : scale.ticks()) {
            String label = signed ? Numerals.signed(tick, scale.decimals()) : Numerals.plain(tick, scale.decimals());
            page.textAt(label, x(area, tick), middle, Page.Align.CENTRE, style);
        }
    }

    double x(Rectangle2D area, double value) {
        return area.getMinX() + scale.share(value) * area.getWidth();
    }

    /** Whether all caps stand clear of dots of this radius. */
    boolean hasCaps(List<Mark> marks, Rectangle2D area, double dot) {
        return caps && shortest(marks) / 2 * length(area) >= dot + CLEAR;
    }

    private static double shortest(List<Mark> marks) {
        return marks.stream().mapToDouble(mark -> mark.high() - mark.low()).min().orElse(1);
    }

    /** Of one unit of the score, in points. */
    private double length(Rectangle2D area) {
        return area.getWidth() / (scale.high() - scale.low());
    }

    private static ValueMarker dashed(Page page, double value) {
        double dash = 4 * page.theme().measures().grid();
        ValueMarker marker = new ValueMarker(value);
        marker.setPaint(page.palette().subtle());
        marker.setStroke(
                new BasicStroke(
                        (float) page.theme().measures().grid(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10,
                        new float[] {(float) dash, (float) dash}, 0));
        marker.setAlpha(1);
        return marker;
    }

    private XYIntervalSeriesCollection dataset(List<Mark> marks) {
        XYIntervalSeriesCollection dataset = new XYIntervalSeriesCollection();
        for (Verdict verdict : Verdict.values()) {
            XYIntervalSeries series = new XYIntervalSeries(verdict);
            for (int row = 0; row < marks.size(); row++) {
                Mark mark = marks.get(row);
                if (mark.verdict() == verdict) {
                    double low = Math.clamp(mark.low(), scale.low(), Math.max(scale.low(), mark.mean()));
                    double high = Math.clamp(mark.high(), Math.min(scale.high(), mark.mean()), scale.high());
                    series.add(mark.mean(), low, high, row, row, row);
                }
            }
            dataset.addSeries(series);
        }
        return dataset;
    }

    /** Dots shrink, though not below a readable size, before they hide the shortest interval. */
    private double radius(Page page, Rectangle2D area, List<Mark> marks) {
        double usual = page.theme().measures().dot();
        return Math.clamp(0.7 * shortest(marks) * length(area) / 2, 0.6 * usual, usual) - page.theme().measures().outline() / 2;
    }

    private XYErrorRenderer renderer(Page page, double radius, double cap) {
        Measures measures = page.theme().measures();
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawYError(false);
        renderer.setCapLength(cap);
        renderer.setErrorStroke(new BasicStroke((float) measures.interval(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        renderer.setDefaultShape(new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius));
        renderer.setAutoPopulateSeriesShape(false);
        renderer.setUseFillPaint(true);
        renderer.setUseOutlinePaint(true);
        renderer.setDrawOutlines(true);
        int series = -1;
        for (Verdict verdict : Verdict.values()) {
            series++;
            Color color = page.palette().mark(verdict);
            renderer.setSeriesPaint(series, color);
            renderer.setSeriesOutlinePaint(series, color);
            renderer.setSeriesOutlineStroke(series, new BasicStroke((float) measures.outline()));
            // Hollow means not distinguishable: colour is never the only carrier.
            renderer.setSeriesFillPaint(series, verdict == Verdict.INDISTINGUISHABLE ? page.palette().ground() : color);
        }
        return renderer;
    }
}
