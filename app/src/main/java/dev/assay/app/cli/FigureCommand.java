package dev.assay.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.app.charts.Figure;
import dev.assay.app.charts.FigureException;
import dev.assay.app.charts.FigureExporter;
import dev.assay.app.charts.FigureFormat;
import dev.assay.app.charts.Lettering;
import dev.assay.app.charts.PageSetup;
import dev.assay.app.charts.Theme;
import dev.assay.app.charts.Typeface;
import dev.assay.app.figures.RunScale;
import dev.assay.app.figures.StudyCaption;
import dev.assay.app.figures.StudyFigures;
import dev.assay.datasets.study.Study;
import dev.assay.judges.profiles.Profile;
import dev.assay.judges.profiles.ProfileLoader.Source;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code assay figure}: one figure, as it goes into a paper, with the CSV of its data beside it. */
@Command(name = "figure", description = "Draw one figure, ready for a paper, with the CSV of its data beside it.")
final class FigureCommand implements Callable<Integer> {

    private static final double COLUMN_MM = 85;
    private static final double PAGE_MM = 174;

    @ParentCommand
    private Commands commands;

    @Mixin
    private ProfileOptionsMixin options;

    @Parameters(paramLabel = "NAME", completionCandidates = Names.class, description = "One of: ${COMPLETION-CANDIDATES}.")
    private String name;

    @Option(names = "--format", required = true, description = "One of: ${COMPLETION-CANDIDATES}.")
    private FigureFormat format;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to write it.")
    private Path out;

    @Option(names = "--subject", paramLabel = "S", description = "The subject of a figure of one subject.")
    private @Nullable String subject;

    @Option(names = "--width-mm", paramLabel = "W", description = "Width in millimetres (default: 85, a column; where that is too narrow 174, a page).")
    private @Nullable Double widthMm;

    @Option(names = "--height-mm", paramLabel = "H", description = "Height in millimetres (default: as the content needs).")
    private @Nullable Double heightMm;

    @Option(names = "--dpi", paramLabel = "N", defaultValue = "300", description = "Resolution of PNG (default: ${DEFAULT-VALUE}).")
    private int dpi;

    @Option(names = "--theme", defaultValue = "paper", description = "light, dark or paper (default: ${DEFAULT-VALUE}).")
    private String theme;

    @Option(names = "--font", defaultValue = "sans", description = "One of: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Typeface font;

    @Override
    public Integer call() {
        PageSetup setup = setup(widthMm == null ? COLUMN_MM : widthMm);
        Path file = commands.output(out);
        try (Study study = commands.openForReading()) {
            Source source = options.load(study);
            Profile profile = options.profile(source);
            Figure figure = new StudyFigures(profile, RunScale.of(source.run())).named(name, Optional.ofNullable(subject));
            FigureExporter.Export written = export(figure, setup, file);
            ObjectNode result = JsonNodeFactory.instance.objectNode()
                    .put("file", written.figure().toString())
                    .put("dataFile", written.tables().getFirst().toString());
            written.tables().forEach(table -> result.withArray("dataFiles").add(table.toString()));
            result.put("widthMm", written.widthMm()).put("heightMm", written.heightMm()).put("caption", StudyCaption.of(figure, source.run(), profile));
            commands.console().result(result, "%s (%.0f × %.0f mm)".formatted(written.figure(), written.widthMm(), written.heightMm()));
            return ExitCode.DONE;
        }
    }

    private PageSetup setup(double width) {
        OptionalDouble height = heightMm == null ? OptionalDouble.empty() : OptionalDouble.of(heightMm);
        return new PageSetup(width, height, Theme.named(theme).in(font), dpi);
    }

    private FigureExporter.Export export(Figure figure, PageSetup setup, Path file) {
        FigureExporter exporter = new FigureExporter(Lettering.bundled());
        try {
            return exporter.export(figure, format, setup, file);
        } catch (FigureException e) {
            if (widthMm != null) {
                throw e;
            }
            return exporter.export(figure, format, setup(PAGE_MM), file);
        }
    }

    /** Names of the figures, for help and completion. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return StudyFigures.NAMES.iterator();
        }
    }
}
