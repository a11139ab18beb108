package dev.assay.app.gallery;

import dev.assay.app.charts.Colours;
import dev.assay.app.charts.PageSetup;
import dev.assay.app.charts.Theme;
import dev.assay.app.charts.Typeface;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How a figure is to look.
 *
 * @param widthMm 20 to 1000
 * @param heightMm 10 to 2000; empty: as the content needs
 * @param theme paper, light or dark, before colours, typeface and size of text are chosen
 * @param typeface of all text
 * @param text size of names and numbers in points
 * @param dpi resolution of PNG
 */
record Look(double widthMm, OptionalDouble heightMm, Theme theme, Colours colours, Typeface typeface, double text, int dpi) {

    static final double COLUMN_MM = 85;
    static final double PAGE_MM = 174;
    static final List<Theme> THEMES = List.of(Theme.LIGHT, Theme.DARK, Theme.PAPER);
    static final List<Double> TEXT_SIZES = List.of(6.0, 7.0, 8.0, 9.0, 10.0, 12.0);
    static final List<Integer> RESOLUTIONS = List.of(150, 300, 600, 1200);

    private static final double NARROWEST = 20;
    private static final double WIDEST = 1000;
    private static final double LOWEST = 10;
    private static final double HIGHEST = 2000;

    /** For one column of a paper. */
    static Look paper() {
        PageSetup usual = PageSetup.column();
        return new Look(
                usual.widthMm(), usual.heightMm(), usual.theme(), Colours.BLUE_AND_ORANGE, usual.theme().typeface(), usual.theme().textSize(), usual.dpi());
    }

    static boolean isWidth(double mm) {
        return mm >= NARROWEST && mm <= WIDEST;
    }

    static boolean isHeight(double mm) {
        return mm >= LOWEST && mm <= HIGHEST;
    }

    PageSetup setup() {
        return setup(dpi);
    }

    PageSetup setup(int otherDpi) {
        return new PageSetup(widthMm, heightMm, theme.in(colours).in(typeface).withText(text), otherDpi);
    }

    Look wide(double mm) {
        return new Look(mm, heightMm, theme, colours, typeface, text, dpi);
    }

    Look high(OptionalDouble mm) {
        return new Look(widthMm, mm, theme, colours, typeface, text, dpi);
    }

    /** In another theme, with that theme's usual size of text. */
    Look in(Theme other) {
        return new Look(widthMm, heightMm, other, colours, typeface, other.textSize(), dpi);
    }

    Look in(Colours other) {
        return new Look(widthMm, heightMm, theme, other, typeface, text, dpi);
    }

    Look in(Typeface other) {
        return new Look(widthMm, heightMm, theme, colours, other, text, dpi);
    }

    Look withText(double points) {
        return new Look(widthMm, heightMm, theme, colours, typeface, points, dpi);
    }

    Look at(int otherDpi) {
        return new Look(widthMm, heightMm, theme, colours, typeface, text, otherDpi);
    }
}
