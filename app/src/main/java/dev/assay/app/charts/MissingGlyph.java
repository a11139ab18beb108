package dev.assay.app.charts;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The crossed box that stands for a character that no font has. */
final class MissingGlyph {

    private MissingGlyph() {}

    /** Boxes for a text: one per character that is not a mark on the one before. */
    static int count(String text) {
        return (int) Math.max(1, text.codePoints().filter(MissingGlyph::takesRoom).count());
    }

    private static boolean takesRoom(int code) {
        int type = Character.getType(code);
        return type != Character.NON_SPACING_MARK && type != Character.ENCLOSING_MARK && type != Character.FORMAT;
    }

    static double advance(double size) {
        return 0.8 * size;
    }

    static Path2D box(double x, double baseline, double size) {
        Rectangle2D frame = new Rectangle2D.Double(x + 0.08 * size, baseline - 0.72 * size, 0.64 * size, 0.72 * size);
        Path2D box = new Path2D.Double(frame);
        box.moveTo(frame.getMinX(), frame.getMinY());
        box.lineTo(frame.getMaxX(), frame.getMaxY());
        box.moveTo(frame.getMinX(), frame.getMaxY());
        box.lineTo(frame.getMaxX(), frame.getMinY());
        return box;
    }
}
