package dev.assay.app.reports;

import dev.assay.app.charts.Figure;
import dev.assay.app.charts.FigureExporter;
import dev.assay.app.charts.FigureFormat;
import dev.assay.app.charts.Lettering;
import dev.assay.app.charts.PageSetup;
import dev.assay.app.figures.RunScale;
import dev.assay.app.figures.StudyFigures;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.study.Study;
import dev.assay.judges.profiles.Profile;
import dev.assay.judges.profiles.ProfileLoader.Source;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes what a study says into a folder: {@code report.html} (one file, no script, nothing from elsewhere), {@code figures/} in four
 * formats each with its data, {@code tables/} as CSV and LaTeX, and {@code manifest.json}, which tells how all of it was made.
 */
public final class Report {

    private static final int MOST_IN_DETAIL = 30;

    private final Study study;
    private final Source source;
    private final Profile profile;
    private final RunScale scale;
    private final FigureExporter exporter = new FigureExporter(Lettering.bundled());

    public Report(Study study, Source source, Profile profile) {
        this.study = study;
        this.source = source;
        this.profile = profile;
        this.scale = RunScale.of(source.run());
    }

    /**
     * What was written.
     *
     * @param page the report
     * @param manifest how it was made
     * @param figures the figures, without the CSV files beside them
     */
    public record Written(Path page, Path manifest, List<Path> figures) {}

    /** Writes the report; files of an older one are replaced. */
    public Written write(Path folder, Progress progress) {
        ReportFolder out = new ReportFolder(folder);
        Map<String, Figure> figures = figures();
        List<Path> drawn = draw(figures, out, progress);
        ProfileTables tables = new ProfileTables(profile, scale);
        out.folder("tables");
        out.write("tables/profile.csv", tables.csv());
        out.write("tables/leaderboard.tex", tables.leaderboardTex());
        out.write("tables/domains.tex", tables.domainsTex());
        StudySize size = study.read(StudySize::of);
        Path page = out.write("report.html", new ReportPage(study.file(), source, profile, scale, size, figures, folder).html());
        List<Run> runs = study.read(reading -> new RunTable(Clock.systemUTC()).all(reading));
        Path manifest = out.path().resolve("manifest.json");
        String text = Manifest.of(runs, profile.options().seed(), out.path(), out.files());
        return new Written(page, out.write(manifest.getFileName().toString(), text), drawn);
    }

    private Map<String, Figure> figures() {
        StudyFigures all = new StudyFigures(profile, scale);
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("overview", all.named("overview", Optional.empty()));
        figures.put("leaderboard", all.named("leaderboard", Optional.empty()));
        figures.put("heat-map", all.named("heat-map", Optional.empty()));
        figures.put("radar", all.named("radar", Optional.empty()));
        all.ranked().stream().limit(MOST_IN_DETAIL).forEach(subject ->
                figures.put("strengths-" + FileNames.of(subject), all.named("strengths", Optional.of(subject))));
        return figures;
    }

    private List<Path> draw(Map<String, Figure> figures, ReportFolder out, Progress progress) {
        Path folder = out.folder("figures");
        List<Path> drawn = new ArrayList<>();
        int total = figures.size() * FigureFormat.values().length;
        for (Map.Entry<String, Figure> figure : figures.entrySet()) {
            for (FigureFormat format : FigureFormat.values()) {
                progress.update("drawing figures", drawn.size(), total);
                Path file = folder.resolve(figure.getKey() + "." + format.extension());
                FigureExporter.Export export = exporter.export(figure.getValue(), format, PageSetup.wide(), file);
                out.note(export.figure());
                export.tables().forEach(out::note);
                drawn.add(export.figure());
            }
        }
        return drawn;
    }
}
