package dev.assay.app.charts;

import java.awt.geom.Rectangle2D;

/** A part of a figure that fills a rectangle. Panels that stand below each other share the width of their names. */
interface Panel {

    /** The width that the names at the left would like, in points. */
    double namesWidth(Ruler ruler);

    /** More than this, in points, would take the room of everything else. */
    default double mostNames(Ruler ruler, double width) {
        return PanelText.NAMES * width;
    }

    /** The height at which everything has its usual size. */
    double height(Ruler ruler, double width, double names);

    /** Draws within an area whose left part, of width names, belongs to the names. */
    void draw(Page page, Rectangle2D area, double names);
}
