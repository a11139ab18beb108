package dev.assay.app.charts;

/** The weights of the bundled text fonts. */
public enum Weight {
    /** 400. */
    REGULAR("Regular", 400),
    /** 500. */
    MEDIUM("Medium", 500),
    /** 600. */
    SEMIBOLD("SemiBold", 600);

    private final String style;
    private final int number;

    Weight(String style, int number) {
        this.style = style;
        this.number = number;
    }

    /** As font files are named. */
    String style() {
        return style;
    }

    /** The weight as CSS counts it. */
    int number() {
        return number;
    }
}
