package dev.assay.app.charts;

/** What a figure's text is set in. */
public enum Typeface {
    /** As the window: clear at small sizes. */
    SANS("Assay Sans", "AssaySans", 0.727, "Inter, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif"),
    /** As most papers. */
    SERIF("Assay Serif", "AssaySerif", 0.67, "'Source Serif 4', 'Noto Serif', 'Times New Roman', Times, serif");

    private final String title;
    private final String file;
    private final double capital;
    private final String substitutes;

    Typeface(String title, String file, double capital, String substitutes) {
        this.title = title;
        this.file = file;
        this.capital = capital;
        this.substitutes = substitutes;
    }

    /** Name of the family. */
    public String title() {
        return title;
    }

    /** Name of the bundled file. */
    String file(Weight weight) {
        return file + "-" + weight.style() + ".ttf";
    }

    /** Height of a capital letter, and of a digit, per size. */
    double capital() {
        return capital;
    }

    /** The family and what may stand for it, as CSS lists them. */
    String cssFamilies() {
        return "'" + title + "', " + substitutes;
    }
}
