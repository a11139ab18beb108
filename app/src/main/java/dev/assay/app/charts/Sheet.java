package dev.assay.app.charts;

import java.awt.Graphics2D;

/** A figure with the size, theme and fonts in which it is to be written. Lengths in points. */
record Sheet(Figure figure, double width, double height, Theme theme, Lettering lettering) {

    /** Draws the figure; the unit of the graphics is a point. */
    void drawOn(Graphics2D graphics) {
        figure.draw(new Page(graphics, width, height, theme, lettering));
    }
}
