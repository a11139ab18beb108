package dev.assay.app.reports;

import dev.assay.app.charts.Figure;
import dev.assay.app.charts.FigureException;
import dev.assay.app.charts.FigureExporter;
import dev.assay.app.charts.FigureFormat;
import dev.assay.app.charts.Lettering;
import dev.assay.app.charts.PageSetup;
import dev.assay.app.figures.StudyFigures;
import dev.assay.datasets.jobs.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The figures of a report, drawn in every format. One that a profile has nothing for (a radar of two domains, strengths of a subject
 * without a tested node) is no reason to have no report: it is left out, and the reason stands in its place.
 */
final class ReportFigures {

    private static final int MOST_IN_DETAIL = 30;

    private final Path folder;
    private final FigureExporter exporter = new FigureExporter(Lettering.bundled());
    private final Map<String, Figure> drawn = new LinkedHashMap<>();
    private final Map<String, String> missing = new LinkedHashMap<>();
    private final List<Path> files = new ArrayList<>();

    private ReportFigures(Path folder) {
        this.folder = folder;
    }

    static ReportFigures draw(StudyFigures all, ReportFolder out, Progress progress) {
        Map<String, Supplier<Figure>> wanted = new LinkedHashMap<>();
        for (String name : List.of("overview", "leaderboard", "heat-map", "radar")) {
            wanted.put(name, () -> all.named(name, Optional.empty()));
        }
        all.ranked().stream()
                .limit(MOST_IN_DETAIL)
                .forEach(subject -> wanted.put(strengthsOf(subject), () -> all.named("strengths", Optional.of(subject))));
        ReportFigures figures = new ReportFigures(out.folder("figures"));
        int done = 0;
        for (Map.Entry<String, Supplier<Figure>> figure : wanted.entrySet()) {
            progress.update("drawing figures", done++, wanted.size());
            figures.draw(figure.getKey(), figure.getValue(), out);
        }
        return figures;
    }

    /** Name of the figure of a subject's strengths. */
    static String strengthsOf(String subject) {
        return "strengths-" + FileNames.of(subject);
    }

    private void draw(String name, Supplier<Figure> wanted, ReportFolder out) {
        try {
            Figure figure = wanted.get();
            for (FigureFormat format : FigureFormat.values()) {
                Path file = folder.resolve(name + "." + format.extension());
                FigureExporter.Export export = exporter.export(figure, format, PageSetup.wide(), file);
                out.note(export.figure());
                export.tables().forEach(out::note);
                files.add(export.figure());
            }
            drawn.put(name, figure);
        } catch (FigureException e) {
            missing.put(name, e.getMessage());
        }
    }

    /** Whether the report has a place for this figure, drawn or not. */
    boolean has(String name) {
        return drawn.containsKey(name) || missing.containsKey(name);
    }

    /** The figure, if it could be drawn. */
    Optional<Figure> figure(String name) {
        return Optional.ofNullable(drawn.get(name));
    }

    /** Why a figure is not there. */
    String reason(String name) {
        return missing.getOrDefault(name, "");
    }

    /** The figure as an image for the page. */
    Path svg(String name) {
        return folder.resolve(name + ".svg");
    }

    /** All that was drawn, without the CSV files beside the figures. */
    List<Path> files() {
        return List.copyOf(files);
    }
}
