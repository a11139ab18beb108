package dev.assay.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.app.charts.Figure;
import dev.assay.app.charts.FigureExporter;
import dev.assay.app.charts.FigureFormat;
import dev.assay.app.charts.Lettering;
import dev.assay.app.charts.PageSetup;
import dev.assay.app.charts.Theme;
import dev.assay.app.figures.RunScale;
import dev.assay.app.figures.StudyFigures;
import dev.assay.datasets.study.Study;
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

    @Option(names = "--width-mm", paramLabel = "W", defaultValue = "85", description = "Width in millimetres (default: ${DEFAULT-VALUE}; a page is 174).")
    private double widthMm;

    @Option(names = "--height-mm", paramLabel = "H", description = "Height in millimetres (default: as the content needs).")
    private @Nullable Double heightMm;

    @Option(names = "--dpi", paramLabel = "N", defaultValue = "300", description = "Resolution of PNG (default: ${DEFAULT-VALUE}).")
    private int dpi;

    @Option(names = "--theme", defaultValue = "paper", description = "light, dark or paper (default: ${DEFAULT-VALUE}).")
    private String theme;

    @Override
    public Integer call() {
        OptionalDouble height = heightMm == null ? OptionalDouble.empty() : OptionalDouble.of(heightMm);
        PageSetup setup = new PageSetup(widthMm, height, Theme.named(theme), dpi);
        try (Study study = commands.openForReading()) {
            Source source = options.load(study);
            Figure figure = new StudyFigures(options.profile(source), RunScale.of(source.run())).named(name, Optional.ofNullable(subject));
            FigureExporter.Export written = new FigureExporter(Lettering.bundled()).export(figure, format, setup, out);
            ObjectNode result = JsonNodeFactory.instance.objectNode()
                    .put("file", written.figure().toString())
                    .put("dataFile", written.tables().getFirst().toString());
            written.tables().forEach(table -> result.withArray("dataFiles").add(table.toString()));
            result.put("widthMm", written.widthMm()).put("heightMm", written.heightMm()).put("caption", figure.caption());
            commands.console().result(result, "%s (%.0f × %.0f mm)".formatted(written.figure(), written.widthMm(), written.heightMm()));
            return ExitCode.DONE;
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
