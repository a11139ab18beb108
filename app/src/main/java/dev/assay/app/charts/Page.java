package dev.assay.app.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * What a figure draws on: a Graphics2D whose unit is a point, with a size, a theme and the fonts. Every text goes through
 * it, so that all formats mix fonts in the same way, and so that it is known where each text stands.
 */
public final class Page {

    /** Where a horizontal text starts, seen from its anchor. */
    enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    /** A text as drawn and the room it takes, in points. */
    record Label(String text, Rectangle2D bounds) {}

    private static final double ASCENT = 0.77;
    private static final double DESCENT = 0.2;
    /** Width of the frame around signs, per text size. */
    private static final double HALO = 0.35;

    private final Graphics2D graphics;
    private final double width;
    private final double height;
    private final Theme theme;
    private final Lettering lettering;
    private final List<Label> labels = new ArrayList<>();

    /** A page on a Graphics2D that is scaled so that its unit is 1/72 inch. */
    public Page(Graphics2D graphics, double width, double height, Theme theme, Lettering lettering) {
        this.graphics = graphics;
        this.width = width;
        this.height = height;
        this.theme = theme;
        this.lettering = lettering;
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    Graphics2D graphics() {
        return graphics;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    Theme theme() {
        return theme;
    }

    Palette palette() {
        return theme.palette();
    }

    Ruler ruler() {
        return new Ruler(theme, lettering);
    }

    /** Every text drawn so far. */
    List<Label> labels() {
        return List.copyOf(labels);
    }

    void ground() {
        fill(new Rectangle2D.Double(0, 0, width, height), palette().ground());
    }

    void fill(Shape shape, Color color) {
        graphics.setPaint(color);
        graphics.fill(shape);
    }

    void stroke(Shape shape, Color color, BasicStroke stroke) {
        graphics.setPaint(color);
        graphics.setStroke(stroke);
        graphics.draw(shape);
    }

    void line(double x1, double y1, double x2, double y2, Color color, BasicStroke stroke) {
        stroke(new Line2D.Double(x1, y1, x2, y2), color, stroke);
    }

    /** Draws a text whose anchor lies on its baseline. */
    void text(String text, double x, double baseline, Align align, TextStyle style) {
        List<Lettering.Run> runs = lettering.runs(text, style);
        double length = length(runs);
        double left = left(runs, x, align);
        double size = style.size();
        labels.add(new Label(text, new Rectangle2D.Double(left, baseline - ASCENT * size, length, (ASCENT + DESCENT) * size)));
        if (graphics instanceof AnchoredText anchored && runs.size() == 1) {
            graphics.setPaint(style.color());
            graphics.setFont(runs.getFirst().font());
            anchored.drawAnchored(runs.getFirst().text(), x, baseline, align);
        } else {
            drawRuns(runs, left, baseline, style);
        }
    }

    private static double left(List<Lettering.Run> runs, double x, Align align) {
        return switch (align) {
            case LEFT -> x;
            case CENTRE -> x - length(runs) / 2;
            case RIGHT -> x - length(runs);
        };
    }

    private static double length(List<Lettering.Run> runs) {
        return runs.stream().mapToDouble(Lettering.Run::width).sum();
    }

    /** Draws a text whose capitals are centred on a height. */
    void textAt(String text, double x, double middle, Align align, TextStyle style) {
        text(text, x, middle + style.capital() / 2, align, style);
    }

    /** The same over what is drawn: its signs are framed in the colour of the ground. */
    void haloed(String text, double x, double middle, Align align, TextStyle style) {
        BasicStroke frame = new BasicStroke((float) (HALO * style.size()), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        List<Lettering.Run> runs = lettering.runs(text, style);
        double left = left(runs, x, align);
        for (Lettering.Run run : runs) {
            Shape signs = run.font().createGlyphVector(Lettering.EXACT, run.text())
                    .getOutline((float) left, (float) (middle + style.capital() / 2));
            stroke(signs, palette().ground(), frame);
            left += run.width();
        }
        textAt(text, x, middle, align, style);
    }

    /** Draws a text that runs upwards from its anchor; its capitals are centred on x. */
    void textUp(String text, double x, double bottom, TextStyle style) {
        List<Lettering.Run> runs = lettering.runs(text, style);
        double length = length(runs);
        double size = style.size();
        double baseline = x + style.capital() / 2;
        labels.add(
                new Label(text, new Rectangle2D.Double(baseline - ASCENT * size, bottom - length, (ASCENT + DESCENT) * size, length)));
        AffineTransform before = graphics.getTransform();
        graphics.translate(baseline, bottom);
        graphics.rotate(-Math.PI / 2);
        drawRuns(runs, 0, 0, style);
        graphics.setTransform(before);
    }

    private void drawRuns(List<Lettering.Run> runs, double left, double baseline, TextStyle style) {
        double x = left;
        for (Lettering.Run run : runs) {
            graphics.setPaint(style.color());
            if (run.source() == Lettering.Source.MISSING && !(graphics instanceof AnchoredText)) {
                drawBoxes(run, x, baseline, style.size());
            } else {
                graphics.setFont(run.font());
                graphics.drawString(run.text(), (float) x, (float) baseline);
            }
            x += run.width();
        }
    }

    private void drawBoxes(Lettering.Run run, double x, double baseline, double size) {
        graphics.setStroke(new BasicStroke((float) (0.06 * size)));
        for (int i = 0; i < MissingGlyph.count(run.text()); i++) {
            graphics.draw(MissingGlyph.box(x + i * MissingGlyph.advance(size), baseline, size));
        }
    }
}
