package dev.assay.app.gallery;

import dev.assay.app.charts.Figure;
import dev.assay.app.charts.FigureExporter;
import dev.assay.app.charts.FigureFormat;
import dev.assay.app.charts.PageSetup;
import dev.assay.app.platform.OutputFile;
import dev.assay.app.reports.LatexFigure;
import dev.assay.datasets.exporting.WholeFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes a figure with what belongs beside it. Not on the JavaFX thread. */
final class FigureFiles {

    private final FigureExporter exporter;
    private final Path study;

    /** @param study never written over */
    FigureFiles(FigureExporter exporter, Path study) {
        this.exporter = exporter;
        this.study = study;
    }

    /**
     * Writes it.
     *
     * @return the files, the one that was asked for first
     * @throws dev.assay.datasets.AssayException if a file cannot be written, or it is a study
     */
    List<Path> write(Figure figure, ExportKind kind, PageSetup setup, String caption, Path file) {
        OutputFile.checked(file, study);
        return switch (kind) {
            case PDF, SVG, EPS, PNG -> drawing(figure, kind.format().orElseThrow(), setup, file);
            case CSV -> exporter.exportTables(figure, file);
            case LATEX -> latex(figure, setup, caption, file);
        };
    }

    private List<Path> drawing(Figure figure, FigureFormat format, PageSetup setup, Path file) {
        FigureExporter.Export export = exporter.export(figure, format, setup, file);
        List<Path> written = new ArrayList<>(List.of(export.figure()));
        written.addAll(export.tables());
        return written;
    }

    private List<Path> latex(Figure figure, PageSetup setup, String caption, Path file) {
        String name = String.valueOf(file.getFileName());
        String stem = name.endsWith(".tex") ? name.substring(0, name.length() - ".tex".length()) : name;
        Path pdf = OutputFile.checked(file.resolveSibling(stem + ".pdf"), study);
        List<Path> written = new ArrayList<>(List.of(file));
        written.addAll(drawing(figure, FigureFormat.PDF, setup, pdf));
        WholeFile.write(file, LatexFigure.of(stem + ".pdf", setup.widthMm(), caption, stem));
        return written;
    }
}
