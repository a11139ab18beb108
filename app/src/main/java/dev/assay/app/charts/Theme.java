package dev.assay.app.charts;

import java.awt.Color;
import java.util.List;

/**
 * How figures look: {@link #PAPER} for print, {@link #LIGHT} and {@link #DARK} for screens.
 *
 * @param name as on the command line
 * @param palette colours
 * @param measures sizes
 */
public record Theme(String name, Palette palette, Measures measures) {

    private static final Palette ON_WHITE =
            new Palette(
                    rgb(0xffffff),
                    rgb(0x24292f),
                    rgb(0x57606a),
                    rgb(0x6e7781),
                    rgb(0xe1e5ea),
                    rgb(0x0072b2),
                    rgb(0xd55e00),
                    rgb(0x7d8590),
                    rgb(0xd6eaf6),
                    rgb(0xfbe4d2),
                    rgb(0xeaeef2),
                    rgb(0xcbd3dc),
                    rgb(0xe0803a),
                    rgb(0xf4f5f7),
                    rgb(0x2b85bd),
                    rgb(0x656d76),
                    // The third is a darker orange than the usual #e69f00, whose contrast on white is only 2.2.
                    List.of(rgb(0x24292f), rgb(0x0072b2), rgb(0xb37700), rgb(0x009e73), rgb(0xc0609a), rgb(0x57606a)));

    private static final Palette ON_BLACK =
            new Palette(
                    rgb(0x0d1117),
                    rgb(0xc9d1d9),
                    rgb(0x8b949e),
                    rgb(0x848d97),
                    rgb(0x21262d),
                    rgb(0x56b4e9),
                    rgb(0xe69f00),
                    rgb(0x8b949e),
                    rgb(0x11304a),
                    rgb(0x3d2c0a),
                    rgb(0x21262d),
                    rgb(0x3c5069),
                    rgb(0xe0803a),
                    rgb(0x1b2027),
                    rgb(0x2b85bd),
                    rgb(0x8b949e),
                    List.of(rgb(0xc9d1d9), rgb(0x56b4e9), rgb(0xe69f00), rgb(0x00b584), rgb(0xd88fb6), rgb(0x8b949e)));

    private static final Measures ON_PAPER = new Measures(7, 8, 10.1, 0.75, 0.5, 0.75, 3, 2.1, 0.75, 1.5);
    private static final Measures ON_SCREEN = new Measures(9, 10, 17, 0.75, 0.75, 1.3, 6, 3.4, 1.2, 9);

    /** White, 7 pt text, 8 pt titles: for a column of 85 mm or a page of 174 mm. */
    public static final Theme PAPER = new Theme("paper", ON_WHITE, ON_PAPER);

    /** Light ground, for screens. */
    public static final Theme LIGHT = new Theme("light", ON_WHITE, ON_SCREEN);

    /** Dark ground, for screens. */
    public static final Theme DARK = new Theme("dark", ON_BLACK, ON_SCREEN);

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

    private static Color rgb(int value) {
        return new Color(value);
    }
}
