package dev.assay.app.gallery;

import dev.assay.app.charts.FigureFormat;
import dev.assay.app.workbench.Dialogs.FileKind;
import java.util.Optional;

/** What a figure can be taken away as. */
enum ExportKind {
    PDF("PDF", "pdf", "Text stays text, fonts are embedded; with the data as CSV beside it", Optional.of(FigureFormat.PDF)),
    SVG("SVG", "svg", "Text stays text, glyphs are embedded; with the data as CSV beside it", Optional.of(FigureFormat.SVG)),
    EPS("EPS", "eps", "Text as outlines; with the data as CSV beside it", Optional.of(FigureFormat.EPS)),
    PNG("PNG", "png", "Pixels at the chosen resolution; with the data as CSV beside it", Optional.of(FigureFormat.PNG)),
    CSV("CSV", "csv", "The numbers of the figure, unrounded; one file per panel", Optional.empty()),
    LATEX("LaTeX", "tex", "A figure environment with the caption, and the PDF and its data beside it", Optional.empty());

    private final String title;
    private final String extension;
    private final String explanation;
    private final Optional<FigureFormat> format;

    ExportKind(String title, String extension, String explanation, Optional<FigureFormat> format) {
        this.title = title;
        this.extension = extension;
        this.explanation = explanation;
        this.format = format;
    }

    String title() {
        return title;
    }

    String extension() {
        return extension;
    }

    String explanation() {
        return explanation;
    }

    /** Empty where the file is not the drawing itself. */
    Optional<FigureFormat> format() {
        return format;
    }

    FileKind fileKind() {
        return new FileKind(title, extension);
    }
}
