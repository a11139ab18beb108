package dev.assay.app.charts;

import dev.assay.datasets.exporting.WholeFile;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes figures as files, with the CSV of their data beside them. The same figure and setup give the same bytes; a file
 * is there whole or not at all. Works without a display. Safe for use by many threads.
 */
public final class FigureExporter {

    private final Lettering lettering;

    /** Shares loaded fonts. */
    public FigureExporter(Lettering lettering) {
        this.lettering = lettering;
    }

    /**
     * What was written.
     *
     * @param figure the figure's file
     * @param tables its CSV files, one per panel
     * @param widthMm width of the figure
     * @param heightMm height of the figure
     */
    public record Export(Path figure, List<Path> tables, double widthMm, double heightMm) {
    }

    /**
     * Writes a figure and, beside it, its tables: {@code x.csv} for {@code x.pdf}, or {@code x-leaderboard.csv} and so on
     * if there are several.
     *
     * @throws dev.assay.datasets.AssayException if the data do not fit the size or a file cannot be written
     */
    public Export export(Figure figure, FigureFormat format, PageSetup setup, Path file) {
        Checks.that(figure.tables().stream().noneMatch(table -> place(table, figure, file).equals(file)),
                "%s is where the data of the figure go; choose another name", file);
        Sheet sheet = sheet(figure, setup);
        byte[] bytes = bytes(sheet, format, setup);
        WholeFile.write(file, out -> out.write(bytes));
        List<Path> tables = exportTables(figure, file);
        return new Export(file, tables, setup.widthMm(), Units.mm(sheet.height()));
    }

    /** The content of the file that {@link #export} would write. */
    public byte[] bytes(Figure figure, FigureFormat format, PageSetup setup) {
        return bytes(sheet(figure, setup), format, setup);
    }

    private static byte[] bytes(Sheet sheet, FigureFormat format, PageSetup setup) {
        return switch (format) {
            case SVG -> SvgFile.of(sheet);
            case PDF -> PdfFile.of(sheet);
            case EPS -> EpsFile.of(sheet);
            case PNG -> PngFile.of(sheet, setup.dpi());
        };
    }

    /**
     * The pixels that {@link #export} would write as PNG: what is shown before it is exported is what is exported.
     *
     * @throws FigureException if the data do not fit the size
     */
    public BufferedImage image(Figure figure, PageSetup setup) {
        return PngFile.image(sheet(figure, setup), setup.dpi());
    }

    /**
     * The height in millimetres: the setup's, or else what the content needs.
     *
     * @throws FigureException if the width is too small for the data
     */
    public double heightMm(Figure figure, PageSetup setup) {
        return Units.mm(sheet(figure, setup).height());
    }

    private Sheet sheet(Figure figure, PageSetup setup) {
        double width = Units.points(setup.widthMm());
        double height = setup.heightMm().isPresent()
                ? Units.points(setup.heightMm().getAsDouble())
                : figure.height(width, setup.theme(), lettering);
        return new Sheet(figure, width, height, setup.theme(), lettering);
    }

    /**
     * Writes the tables of a figure alone, where {@link #export} to {@code file} would put them.
     *
     * @throws dev.assay.datasets.AssayException if a file cannot be written
     */
    public List<Path> exportTables(Figure figure, Path drawn) {
        List<Path> written = new ArrayList<>();
        for (Table table : figure.tables()) {
            Path file = place(table, figure, drawn);
            byte[] csv = table.csv().getBytes(StandardCharsets.UTF_8);
            WholeFile.write(file, out -> out.write(csv));
            written.add(file);
        }
        return written;
    }

    private static Path place(Table table, Figure figure, Path file) {
        return file.resolveSibling(stem(file) + (figure.tables().size() > 1 ? "-" + table.name() : "") + ".csv");
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
