package dev.assay.app.charts;

import dev.assay.app.charts.Page.Align;
import dev.assay.app.charts.RadarData.Estimate;
import dev.assay.app.charts.RadarData.Series;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Area;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

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

    /** A number of a ring, in its middle between two spokes. */
    private record RingLabel(String text, Point2D at, Rectangle2D bounds) {

        boolean isCrossed(List<Line2D> lines) {
            return lines.stream().anyMatch(bounds::intersectsLine);
        }
    }

    /** The labels of the rings, between the two spokes where they cross the fewest lines: means and intervals stand on the spokes. */
    void drawRingLabels(Page page, List<Series> series) {
        List<Line2D> lines = series.stream().flatMap(one -> lines(one).stream()).toList();
        IntStream.range(0, spokes)
                .mapToObj(gap -> ringLabels(page.ruler(), gap))
                .min(Comparator.comparingLong(labels -> labels.stream().filter(label -> label.isCrossed(lines)).count() - 2L * labels.size()))
                .orElseThrow()
                .forEach(label -> page.haloed(label.text(), label.at().getX(), label.at().getY(), Align.CENTRE, page.ruler().muted()));
    }

    private List<RingLabel> ringLabels(Ruler ruler, int gap) {
        double size = ruler.muted().size();
        List<RingLabel> labels = new ArrayList<>();
        for (double tick : scale.ticks()) {
            Point2D one = at(gap, tick, 0);
            Point2D other = at((gap + 1) % spokes, tick, 0);
            Point2D middle = new Point2D.Double((one.getX() + other.getX()) / 2, (one.getY() + other.getY()) / 2);
            String text = Numerals.plain(tick, scale.decimals());
            double width = ruler.width(text) + 0.4 * size;
            Rectangle2D bounds = new Rectangle2D.Double(middle.getX() - width / 2, middle.getY() - size / 2, width, size);
            if (middle.distance(centre) >= 0.6 * size && labels.stream().noneMatch(label -> label.bounds().intersects(bounds))) {
                labels.add(new RingLabel(text, middle, bounds));
            }
        }
        return labels;
    }

    /** From spoke to spoke, where there are means. */
    private List<Line2D> lines(Series series) {
        List<Line2D> lines = new ArrayList<>();
        for (int i = 0; i < spokes; i++) {
            Optional<Estimate> from = series.estimates().get(i);
            Optional<Estimate> to = series.estimates().get((i + 1) % spokes);
            if (from.isPresent() && to.isPresent()) {
                lines.add(new Line2D.Double(at(i, from.get().mean(), 0), at((i + 1) % spokes, to.get().mean(), 0)));
            }
        }
        return lines;
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
