package dev.assay.app.charts;

import java.util.OptionalDouble;

/**
 * How a figure is laid on a page.
 *
 * @param widthMm width in millimetres, 20 to 1000
 * @param heightMm height in millimetres, 10 to 2000; empty: as the content needs
 * @param theme colours and sizes
 * @param dpi resolution of PNG, 36 to 2400; the other formats have none
 */
public record PageSetup(double widthMm, OptionalDouble heightMm, Theme theme, int dpi) {

    /** Checks the ranges. */
    public PageSetup {
        Checks.that(widthMm >= 20 && widthMm <= 1000, "a width is 20 to 1000 mm, not %s", widthMm);
        double height = heightMm.orElse(10);
        Checks.that(height >= 10 && height <= 2000, "a height is 10 to 2000 mm, not %s", height);
        Checks.that(dpi >= 36 && dpi <= 2400, "a resolution is 36 to 2400 dpi, not %d", dpi);
    }

    /** One column of a paper: 85 mm, 300 dpi, as high as the content. */
    public static PageSetup column() {
        return new PageSetup(85, OptionalDouble.empty(), Theme.PAPER, 300);
    }

    /** The full width of a paper's page: 174 mm, 300 dpi, as high as the content. */
    public static PageSetup wide() {
        return new PageSetup(174, OptionalDouble.empty(), Theme.PAPER, 300);
    }

    /** The same in another theme. */
    public PageSetup in(Theme other) {
        return new PageSetup(widthMm, heightMm, other, dpi);
    }
}
