package dev.assay.app.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** How one of up to six series looks: colour, shape and line differ, so that colour is never the only carrier. */
record SeriesMark(Color color, int place) {

    private static final float[][] DASHES = {{}, {5, 2}, {1.5f, 1.5f}, {6, 2, 1, 2}, {3, 1.5f}, {8, 2}};

    BasicStroke line(Measures measures) {
        float width = (float) (1.2 * measures.interval());
        float[] dash = DASHES[place % DASHES.length].clone();
        if (dash.length == 0) {
            return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
        }
        for (int i = 0; i < dash.length; i++) {
            dash[i] *= width;
        }
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
    }

    void draw(Page page, double x, double y) {
        double r = 0.8 * page.theme().measures().dot();
        Shape shape = shape(x, y, r);
        boolean hollow = place >= 3;
        page.fill(shape, hollow ? page.palette().ground() : color);
        page.stroke(shape, color, new BasicStroke((float) page.theme().measures().outline()));
    }

    private Shape shape(double x, double y, double r) {
        return switch (place % 3) {
            case 0 -> new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
            case 1 -> new Rectangle2D.Double(x - 0.9 * r, y - 0.9 * r, 1.8 * r, 1.8 * r);
            default -> triangle(x, y, 1.2 * r);
        };
    }

    private static Shape triangle(double x, double y, double r) {
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(x, y - r);
        triangle.lineTo(x + 0.87 * r, y + 0.6 * r);
        triangle.lineTo(x - 0.87 * r, y + 0.6 * r);
        triangle.closePath();
        return triangle;
    }
}
