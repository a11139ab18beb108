package dev.assay.app.charts;

import java.util.List;

/**
 * How figures look: {@link #PAPER} for print, {@link #LIGHT} and {@link #DARK} for screens.
 *
 * @param name as on the command line
 * @param palette colours
 * @param typeface of all text
 * @param measures sizes
 */
public record Theme(String name, Palette palette, Typeface typeface, Measures measures) {

    private static final Measures ON_PAPER = new Measures(7, 8, 10.1, 0.75, 0.5, 0.75, 3, 2.1, 0.75, 1.5);
    private static final Measures ON_SCREEN = new Measures(9, 10, 17, 0.75, 0.75, 1.3, 6, 3.4, 1.2, 9);

    /** White, 7 pt text, 8 pt titles: for a column of 85 mm or a page of 174 mm. */
    public static final Theme PAPER = new Theme("paper", Colours.BLUE_AND_ORANGE.onWhite(), Typeface.SANS, ON_PAPER);

    /** Light ground, for screens. */
    public static final Theme LIGHT = new Theme("light", Colours.BLUE_AND_ORANGE.onWhite(), Typeface.SANS, ON_SCREEN);

    /** Dark ground, for screens. */
    public static final Theme DARK = new Theme("dark", Colours.BLUE_AND_ORANGE.onDark(), Typeface.SANS, ON_SCREEN);

    /**
     * The theme of that name.
     *
     * @throws FigureException if there is none
     */
    public static Theme named(String name) {
        return List.of(PAPER, LIGHT, DARK).stream()
                .filter(theme -> theme.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new FigureException("No theme is called \"" + name + "\": use paper, light or dark."));
    }

    /** The same with another set of colours. */
    public Theme in(Colours colours) {
        return new Theme(name, name.equals(DARK.name) ? colours.onDark() : colours.onWhite(), typeface, measures);
    }

    /** The same in another typeface. */
    public Theme in(Typeface other) {
        return new Theme(name, palette, other, measures);
    }

    /**
     * The same with another size of text; rows and spacing grow with it, lines keep their width.
     *
     * @param points size of names and numbers, 5 to 14
     */
    public Theme withText(double points) {
        Checks.that(points >= 5 && points <= 14, "a text size is 5 to 14 pt, not %s", points);
        return new Theme(name, palette, typeface, measures.withText(points));
    }

    /** Size of names and numbers in points; nothing in the figure is written smaller. */
    public double textSize() {
        return measures.text();
    }

    /** Width of the thinnest line in points. */
    public double thinnestLine() {
        return Math.min(Math.min(measures.axis(), measures.grid()), Math.min(measures.interval(), measures.outline()));
    }
}
