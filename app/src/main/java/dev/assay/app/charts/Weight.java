package dev.assay.app.charts;

/** The weights of the bundled text font. */
public enum Weight {
    /** 400. */
    REGULAR(400),
    /** 500. */
    MEDIUM(500),
    /** 600. */
    SEMIBOLD(600);

    private final int number;

    Weight(int number) {
        this.number = number;
    }

    /** The weight as CSS counts it. */
    int number() {
        return number;
    }
}
