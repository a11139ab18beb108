package dev.assay.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.app.reports.Report;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.study.Study;
import dev.assay.judges.profiles.ProfileLoader.Source;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code assay report}: everything about a run of judging in one folder. */
@Command(name = "report", description = "Write a self-contained report with figures, tables and a manifest.")
final class ReportCommand implements Callable<Integer> {

    @ParentCommand
    private Commands commands;

    @Mixin
    private ProfileOptionsMixin options;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder; made if it is not there.")
    private Path out;

    @Option(names = "--format", defaultValue = "html", paramLabel = "F", description = "html (default).")
    private String format;

    @Override
    public Integer call() {
        if (!format.equals("html")) {
            throw new AssayException("there is no report as " + format + " in this version: use --format html and print the page from a browser");
        }
        ProgressLine progress = commands.console().progress();
        try (Study study = commands.openForReading()) {
            Source source = options.load(study);
            Report.Written written = new Report(study, source, options.profile(source)).write(out, progress);
            progress.finish();
            ObjectNode result = JsonNodeFactory.instance.objectNode()
                    .put("file", written.page().toString())
                    .put("manifest", written.manifest().toString());
            written.figures().forEach(figure -> result.withArray("figures").add(figure.toString()));
            commands.console().result(result, written.page().toString());
            return ExitCode.DONE;
        }
    }
}
