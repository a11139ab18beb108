package dev.assay.app.charts;

import dev.assay.app.charts.Page.Align;
import dev.assay.app.charts.RadarData.Estimate;
import dev.assay.app.charts.RadarData.Series;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The spokes and rings of one radar, and where values lie on them. The centre is the low end of the scale, not zero. */
record RadarStar(Point2D centre, double radius, int spokes, Scale scale) {

    /** A value's place on a spoke, moved aside by a distance in points. */
    Point2D at(int spoke, double value, double aside) {
        double angle = angle(spoke);
        double distance = radius * Math.clamp(scale.share(value), 0, 1);
        return new Point2D.Double(
                centre.getX() + distance * Math.cos(angle) - aside * Math.sin(angle),
                centre.getY() + distance * Math.sin(angle) + aside * Math.cos(angle));
    }

    void drawGrid(Page page) {
        BasicStroke stroke = new BasicStroke((float) page.theme().measures().grid());
        for (double tick : scale.ticks()) {
            page.stroke(ring(tick), page.palette().line(), stroke);
        }
        for (int i = 0; i < spokes; i++) {
            Point2D end = at(i, scale.high(), 0);
            page.line(centre.getX(), centre.getY(), end.getX(), end.getY(), page.palette().line(), stroke);
        }
    }

    /** The labels of the rings, at the left of the upper spoke and clear of what is drawn there. */
    void drawRingLabels(Page page) {
        TextStyle style = page.ruler().muted();
        double last = Double.NEGATIVE_INFINITY;
        for (double tick : scale.ticks()) {
            double distance = radius * scale.share(tick);
            if (distance - last >= 1.15 * style.size()) {
                String label = Numerals.plain(tick, scale.decimals());
                double right = centre.getX() - 0.45 * style.size();
                double width = page.ruler().width(label, style);
                double half = 0.5 * style.size();
                page.fill(
                        new Rectangle2D.Double(right - width, centre.getY() - distance - half, width, 2 * half),
                        page.palette().ground());
                page.textAt(label, right, centre.getY() - distance, Align.RIGHT, style);
                last = distance;
            }
        }
    }

    void drawSpokeLabels(Page page, List<String> labels) {
        Ruler ruler = page.ruler();
        for (int i = 0; i < spokes; i++) {
            double angle = angle(i);
            double x = centre.getX() + (radius + 0.7 * ruler.em()) * Math.cos(angle);
            double y = centre.getY() + (radius + 1.1 * ruler.em()) * Math.sin(angle);
            Align align = Math.abs(Math.cos(angle)) < 0.2 ? Align.CENTRE : Math.cos(angle) > 0 ? Align.LEFT : Align.RIGHT;
            page.textAt(labels.get(i), x, y, align, ruler.text());
        }
    }

    /** The room of the labels at both sides if the star stands in the middle of a width. */
    double labelRoom(double width, double em) {
        double widest = 0;
        for (int i = 0; i < spokes; i++) {
            widest = Math.max(widest, Math.abs(Math.cos(angle(i))));
        }
        return width / 2 - (radius + 0.7 * em) * widest - 0.3 * em;
    }

    /** The line through the means; broken where a domain has no score. */
    void drawLine(Page page, Series series, double aside, Color color, BasicStroke stroke) {
        Path2D path = new Path2D.Double();
        boolean complete = series.estimates().stream().allMatch(Optional::isPresent);
        boolean pen = false;
        for (int i = 0; i < spokes + (complete ? 0 : 1); i++) {
            Optional<Estimate> estimate = series.estimates().get(i % spokes);
            if (estimate.isPresent()) {
                Point2D point = at(i % spokes, estimate.get().mean(), aside);
                if (pen) {
                    path.lineTo(point.getX(), point.getY());
                } else {
                    path.moveTo(point.getX(), point.getY());
                }
            }
            pen = estimate.isPresent();
        }
        if (complete) {
            path.closePath();
        }
        page.stroke(path, color, stroke);
    }

    /** The room between the lower and the upper bounds, if no domain lacks a score. */
    void drawBand(Page page, Series series, Color color) {
        if (series.estimates().stream().allMatch(Optional::isPresent)) {
            Area band = new Area(bounds(series, Estimate::high));
            band.subtract(new Area(bounds(series, Estimate::low)));
            page.fill(band, color);
        }
    }

    private Path2D bounds(Series series, ToDoubleFunction<Estimate> bound) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < spokes; i++) {
            Point2D point = at(i, bound.applyAsDouble(series.estimates().get(i).orElseThrow()), 0);
            if (i == 0) {
                path.moveTo(point.getX(), point.getY());
            } else {
                path.lineTo(point.getX(), point.getY());
            }
        }
        path.closePath();
        return path;
    }

    private Path2D ring(double value) {
        Path2D ring = new Path2D.Double();
        for (int i = 0; i < spokes; i++) {
            Point2D point = at(i, value, 0);
            if (i == 0) {
                ring.moveTo(point.getX(), point.getY());
            } else {
                ring.lineTo(point.getX(), point.getY());
            }
        }
        ring.closePath();
        return ring;
    }

    private double angle(int spoke) {
        return -Math.PI / 2 + 2 * Math.PI * spoke / spokes;
    }
}
