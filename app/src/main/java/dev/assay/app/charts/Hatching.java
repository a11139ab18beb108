package dev.assay.app.charts;

import java.awt.BasicStroke;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** An outlined, hatched bar: what was not tested. Lines instead of a pattern paint, which not every format keeps. */
final class Hatching {

    private Hatching() {
    }

    static void draw(Page page, Rectangle2D bar) {
        double step = 0.36 * page.ruler().em();
        Path2D lines = new Path2D.Double(bar);
        for (double x = bar.getMinX() - bar.getHeight() + step; x < bar.getMaxX(); x += step) {
            double from = Math.max(x, bar.getMinX());
            double to = Math.min(x + bar.getHeight(), bar.getMaxX());
            if (to > from) {
                lines.moveTo(from, bar.getMaxY() - (from - x));
                lines.lineTo(to, bar.getMaxY() - (to - x));
            }
        }
        page.stroke(lines, page.palette().neutral(), new BasicStroke((float) (0.7 * page.theme().measures().grid())));
    }
}
