package dev.assay.app.charts;

import java.awt.Graphics;
import org.apache.batik.svggen.DOMGroupManager;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Element;

/** Batik's generator, with text elements of our own: each says its font, and its length so that it fits in any font. */
final class SvgGraphics extends SVGGraphics2D implements AnchoredText {

    private final SvgText text;

    SvgGraphics(SVGGeneratorContext context, SvgText text) {
        super(context, false);
        this.text = text;
    }

    private SvgGraphics(SvgGraphics other) {
        super(other);
        this.text = other.text;
    }

    @Override
    public Graphics create() {
        return new SvgGraphics(this);
    }

    @Override
    public void drawString(String string, float x, float y) {
        drawAnchored(string, x, y, Page.Align.LEFT);
    }

    @Override
    public void drawAnchored(String string, double x, double baseline, Page.Align align) {
        if (string.isBlank()) {
            return;
        }
        Element element = text.element(getDOMFactory(), string, getFont());
        element.setAttribute("x", generatorCtx.doubleString(x));
        element.setAttribute("y", generatorCtx.doubleString(baseline));
        switch (align) {
            case LEFT -> { }
            case CENTRE -> element.setAttribute("text-anchor", "middle");
            case RIGHT -> element.setAttribute("text-anchor", "end");
        }
        domGroupManager.addElement(element, DOMGroupManager.FILL);
    }
}
