package dev.assay.app.charts;

import java.awt.Color;
import java.util.List;

/**
 * The sets of colours that figures come in. In each, blue means better and orange worse than the named reference. How well a set can be told
 * apart is computed by {@link Legibility}.
 */
public enum Colours {

    /** Of Okabe and Ito: blue and vermilion on white, sky blue and orange on a dark ground. */
    BLUE_AND_ORANGE("Blue and orange"),

    /** The same hues, so far apart in lightness that a copy without colours keeps them apart. */
    DARK_BLUE_AND_LIGHT_ORANGE("Apart in grey, too");

    private final String title;

    Colours(String title) {
        this.title = title;
    }

    /** In a few words, as a person chooses it. */
    public String title() {
        return title;
    }

    Palette onWhite() {
        return switch (this) {
            case BLUE_AND_ORANGE -> Palettes.ON_WHITE;
            case DARK_BLUE_AND_LIGHT_ORANGE -> Palettes.CONTRAST_ON_WHITE;
        };
    }

    Palette onDark() {
        return switch (this) {
            case BLUE_AND_ORANGE -> Palettes.ON_DARK;
            case DARK_BLUE_AND_LIGHT_ORANGE -> Palettes.CONTRAST_ON_DARK;
        };
    }

    private static final class Palettes {

        static final Palette ON_WHITE = new Palette(
                rgb(0xffffff), rgb(0x24292f), rgb(0x57606a), rgb(0x6e7781), rgb(0xe1e5ea),
                rgb(0x0072b2), rgb(0xd55e00), rgb(0x7d8590),
                rgb(0xd6eaf6), rgb(0xfbe4d2), rgb(0xeaeef2), rgb(0xcbd3dc),
                rgb(0xe0803a), rgb(0xf4f5f7), rgb(0x2b85bd), rgb(0x656d76),
                // The third is a darker orange than the usual #e69f00, whose contrast on white is only 2.2.
                List.of(rgb(0x24292f), rgb(0x0072b2), rgb(0xb37700), rgb(0x009e73), rgb(0xc0609a), rgb(0x57606a)));

        static final Palette ON_DARK = new Palette(
                rgb(0x0d1117), rgb(0xc9d1d9), rgb(0x8b949e), rgb(0x848d97), rgb(0x21262d),
                rgb(0x56b4e9), rgb(0xe69f00), rgb(0x8b949e),
                rgb(0x11304a), rgb(0x3d2c0a), rgb(0x21262d), rgb(0x3c5069),
                rgb(0xe0803a), rgb(0x1b2027), rgb(0x2b85bd), rgb(0x8b949e),
                List.of(rgb(0xc9d1d9), rgb(0x56b4e9), rgb(0xe69f00), rgb(0x00b584), rgb(0xd88fb6), rgb(0x8b949e)));

        static final Palette CONTRAST_ON_WHITE = ON_WHITE
                .withMarks(rgb(0x003b66), rgb(0xda6d00), rgb(0xcfe0ee), rgb(0xfde8d3))
                .withHeat(rgb(0xf2a65a), rgb(0xf4f5f7), rgb(0x0b4f86))
                .withSeries(List.of(rgb(0x14171b), rgb(0x0a6aa6), rgb(0xc27c10), rgb(0x084a3a), rgb(0xa84f86), rgb(0x6b737c)));

        static final Palette CONTRAST_ON_DARK = ON_DARK
                .withMarks(rgb(0xb3e0ff), rgb(0xc97a12), rgb(0x1b3a55), rgb(0x35250a))
                .withHeat(rgb(0xa35f14), rgb(0x1b2027), rgb(0xa3d6f8))
                .withSeries(List.of(rgb(0xf0f3f6), rgb(0x4a9fd4), rgb(0xb0730a), rgb(0x7fe0c3), rgb(0xb0669a), rgb(0x7a838d)));

        private static Color rgb(int value) {
            return new Color(value);
        }
    }
}
