package dev.assay.app.charts;

import java.awt.Color;
import java.util.List;

/** A figure: data, and how to draw it on a page of a given width. Immutable; all lengths are points of 1/72 inch. */
public interface Figure {

    /** What the file is called unless the caller names it: lower case, digits and hyphens. */
    String name();

    /** What the figure shows and how to read it, in sentences for the caption of a paper. */
    String caption();

    /** The numbers behind the figure, one table per panel. */
    List<Table> tables();

    /** The colours that mean something in it, in groups: within a group, each has to be told from the others. */
    List<List<Color>> meanings(Palette palette);

    /**
     * The height at which everything has its usual size.
     *
     * @throws FigureException if the width is too small for the data, with the width that is enough
     */
    double height(double width, Theme theme, Lettering lettering);

    /**
     * Draws the figure over the whole page, ground included.
     *
     * @throws FigureException if the page is too small for the data
     */
    void draw(Page page);
}
