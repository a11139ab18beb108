package dev.assay.app.charts;

/**
 * A Graphics2D that hands text on to a program with fonts of its own, such as a browser: it may have glyphs where we have
 * none, and a text stays in line if it is told which end is fixed.
 */
interface AnchoredText {

    /** Draws a text of the current font and paint; x is its left end, middle or right end. */
    void drawAnchored(String text, double x, double baseline, Page.Align align);
}
