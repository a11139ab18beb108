package dev.assay.app.controls;

import dev.assay.app.charts.Scale;
import dev.assay.judges.statistics.Interval;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.shape.StrokeLineCap;

/**
 * A dot with its interval, as it is drawn in a row.
 *
 * @param value where the dot is
 * @param interval 95 %; empty if there is none
 * @param reference drawn as a dashed line across the row; empty if there is none
 * @param standing gives colour, and a filled or hollow dot
 * @param thin of too few queries to be tested: the line is dashed
 */
public record IntervalMark(double value, Optional<Interval> interval, OptionalDouble reference, Standing standing, boolean thin) {

    private static final double LINE = 1.75;

    /** Where it is drawn, in pixels: a row's part from {@code x} of this width, between {@code top} and {@code bottom}. */
    public record Area(double x, double width, double top, double bottom) {

        /** Room for half a dot at both ends. */
        private static final double INSET = 5;

        /** A whole node: numbers and marks that share a scale stand in line. */
        static Area within(Region node) {
            return new Area(INSET, Math.max(1, node.getWidth() - 2 * INSET), 0, node.getHeight());
        }

        double middle() {
            return (top + bottom) / 2;
        }

        /** Values outside of the scale stand at its ends. */
        double at(Scale scale, double value) {
            return x + width * Math.clamp(scale.share(value), 0, 1);
        }
    }

    /**
     * Draws nothing beyond the area but half a dot. Without a clip: a canvas draws all that is clipped into a picture of its own size, one for each
     * clip, unless its edges lie between pixels at every scale of the screen.
     *
     * @param radius of the dot at text of 100 %
     */
    public void draw(GraphicsContext g, Inks inks, Scale scale, Area area, double radius) {
        reference.ifPresent(value -> drawReference(g, inks, area, crisp(area.at(scale, value))));
        double y = area.middle();
        g.setLineCap(StrokeLineCap.BUTT);
        g.setStroke(inks.mark(standing));
        g.setLineWidth(LINE);
        interval.ifPresent(range -> {
            if (thin) {
                g.setLineDashes(3, 2);
            }
            g.strokeLine(area.at(scale, range.low()), y, area.at(scale, range.high()), y);
            g.setLineDashes();
        });
        drawDot(g, inks, scale, area, radius * inks.scale());
    }

    private void drawDot(GraphicsContext g, Inks inks, Scale scale, Area area, double radius) {
        if (scale.share(value) < 0 || scale.share(value) > 1) {
            return;
        }
        double x = area.at(scale, value);
        double y = area.middle();
        if (standing.isFilled()) {
            g.setFill(inks.mark(standing));
            g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        } else {
            g.setFill(inks.page());
            g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
            g.setLineWidth(1.5);
            g.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
        }
    }

    private static void drawReference(GraphicsContext g, Inks inks, Area area, double x) {
        g.setStroke(inks.subtle());
        g.setLineWidth(1);
        g.setLineDashes(2, 2);
        double inset = 0.2 * (area.bottom() - area.top());
        g.strokeLine(x, area.top() + inset, x, area.bottom() - inset);
        g.setLineDashes();
    }

    /** A line of one pixel is sharp in the middle of a pixel. */
    public static double crisp(double at) {
        return Math.floor(at) + 0.5;
    }
}
