package dev.assay.app.reports;

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
import java.util.List;

/**
 * Writes what a study says into a folder: {@code report.html} (one file, no script, nothing from elsewhere), {@code figures/} in four
 * formats each with its data, {@code tables/} as CSV and LaTeX, and {@code manifest.json}, which tells how all of it was made.
 */
public final class Report {

    private final Study study;
    private final Source source;
    private final Profile profile;
    private final RunScale scale;

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
        ReportFigures figures = ReportFigures.draw(new StudyFigures(profile, scale), out, progress);
        ProfileTables tables = new ProfileTables(profile, scale);
        out.folder("tables");
        out.write("tables/profile.csv", tables.csv());
        out.write("tables/leaderboard.tex", tables.leaderboardTex());
        out.write("tables/domains.tex", tables.domainsTex());
        StudySize size = study.read(StudySize::of);
        Path page = out.write("report.html", new ReportPage(study.file(), source, profile, scale, size, figures).html());
        List<Run> runs = study.read(reading -> new RunTable(Clock.systemUTC()).all(reading));
        Path manifest = out.path().resolve("manifest.json");
        String text = Manifest.of(runs, profile.options().seed(), out.path(), out.files());
        return new Written(page, out.write(manifest.getFileName().toString(), text), figures.files());
    }
}
