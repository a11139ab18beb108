package dev.assay.app.reports;

import dev.assay.app.charts.Figure;
import dev.assay.app.charts.FigureException;
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
import java.util.function.Supplier;

/**
 * Writes what a study says into a folder: {@code report.html} (one file, no script, nothing from elsewhere), {@code figures/} in four
 * formats each with its data, {@code tables/} as CSV and LaTeX, and {@code manifest.json}, which tells how all of it was made.
 */
public final class Report {

    private static final List<String> ABOUT_ALL = List.of("overview", "leaderboard", "heat-map", "radar");
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
        List<Path> drawn = new ArrayList<>();
        DrawnFigures figures = draw(out, drawn, progress);
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

    private DrawnFigures draw(ReportFolder out, List<Path> files, Progress progress) {
        StudyFigures all = new StudyFigures(profile, scale);
        Map<String, String> ofSubjects = namesOf(all.ranked().stream().limit(MOST_IN_DETAIL).toList());
        Map<String, Supplier<Figure>> asked = new LinkedHashMap<>();
        ABOUT_ALL.forEach(name -> asked.put(name, () -> all.named(name, Optional.empty())));
        ofSubjects.forEach((subject, name) -> asked.put(name, () -> all.named("strengths", Optional.of(subject))));
        Map<String, Figure> drawn = new LinkedHashMap<>();
        Map<String, String> leftOut = new LinkedHashMap<>();
        Path folder = out.folder("figures");
        asked.forEach((name, figure) -> {
            progress.update("drawing figures", drawn.size() + leftOut.size(), asked.size());
            try {
                drawn.put(name, draw(figure.get(), folder.resolve(name), out, files));
            } catch (FigureException e) {
                leftOut.put(name, String.valueOf(e.getMessage()));
            }
        });
        return new DrawnFigures(drawn, leftOut, ofSubjects);
    }

    /** Two subjects may differ in nothing but capitals, which some file systems do not tell apart. */
    private static Map<String, String> namesOf(List<String> subjects) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String subject : subjects) {
            String name = "strengths-" + FileNames.of(subject);
            String free = name;
            for (int i = 2; names.containsValue(free); i++) {
                free = name + "-" + i;
            }
            names.put(subject, free);
        }
        return names;
    }

    private Figure draw(Figure figure, Path stem, ReportFolder out, List<Path> files) {
        for (FigureFormat format : FigureFormat.values()) {
            Path file = stem.resolveSibling(stem.getFileName() + "." + format.extension());
            FigureExporter.Export export = exporter.export(figure, format, PageSetup.wide(), file);
            out.note(export.figure());
            export.tables().forEach(out::note);
            files.add(export.figure());
        }
        return figure;
    }
}
