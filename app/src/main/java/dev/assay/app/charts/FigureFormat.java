package dev.assay.app.charts;

import java.util.Locale;

/** The file formats of a figure. */
public enum FigureFormat {
    /** Text stays text; the glyphs that are used are embedded. */
    SVG,
    /** Text stays text; fonts are embedded as subsets. */
    PDF,
    /** All text is drawn as outlines. */
    EPS,
    /** Pixels, with the resolution written into the file. */
    PNG;

    /** The file name's extension, without a dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}
