package dev.assay.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.Counted;
import dev.assay.datasets.importing.ImportFormat;
import dev.assay.datasets.importing.ImportOptions;
import dev.assay.datasets.importing.ImportResult;
import dev.assay.datasets.importing.Importer;
import dev.assay.datasets.importing.ItemKind;
import dev.assay.datasets.importing.Rejection;
import dev.assay.datasets.models.batches.BatchesByHand;
import dev.assay.datasets.models.batches.IntakeReport;
import dev.assay.datasets.study.Study;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code assay import}: brings files into the study, which is made if there is none. */
@Command(name = "import", description = {
    "Import files. Each file is one transaction: it is imported wholly or, if it cannot be read to its end, not at all. Bad rows are"
            + " rejected with file, line and reason, and the rest goes on. Importing a file again changes nothing.",
    "Files may be compressed with gzip. The columns of each format are described in docs/formats.md.",
    "batch-results takes in what a service made of the files that `export batch` wrote: results and errors, in any order, twice without harm."
})
final class ImportCommand implements Callable<Integer> {

    private static final int SHOWN = 10;
    private static final String BATCH_RESULTS = "batch-results";

    @ParentCommand
    private Commands commands;

    @Parameters(index = "0", paramLabel = "FORMAT", completionCandidates = Formats.class, description = "One of: ${COMPLETION-CANDIDATES}.")
    private String format;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "PATH", description = "Files, or folders where the format has them.")
    private List<Path> paths;

    @Option(names = "--strict", description = "Refuse a file at its first bad row.")
    private boolean strict;

    @Option(names = "--collection", paramLabel = "NAME", description = "Under which the files' ids of queries are kept (default: the format).")
    private @Nullable String collection;

    @Override
    public Integer call() {
        if (format.equals(BATCH_RESULTS)) {
            return batchResults();
        }
        ImportFormat chosen = ImportFormat.of(format).orElseThrow(() -> new AssayException(
                "there is no format " + format + ": choose one of " + String.join(", ", new Formats())));
        ImportOptions options = new ImportOptions(strict, Optional.ofNullable(collection));
        Importer.check(chosen, paths, options);
        ProgressLine progress = commands.console().progress();
        try (Study study = commands.openOrCreate()) {
            ImportResult result = new Importer(study, commands.clock())
                    .importPaths(chosen, paths, options, progress, commands.cancellation());
            progress.finish();
            commands.console().result(json(result), text(result));
            return result.cancelled() ? ExitCode.STOPPED : result.rejectedTotal() > 0 ? ExitCode.DONE_IN_PART : ExitCode.DONE;
        }
    }

    /** What a service made of the files that {@code export batch} wrote. */
    private int batchResults() {
        try (Study study = commands.openForWriting()) {
            BatchesByHand batches = new BatchesByHand(study, commands.clock());
            IntakeReport report = paths.stream().map(batches::read).reduce(IntakeReport.NOTHING, IntakeReport::plus);
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.putObject("imported").put("replies", report.replies()).put("failed", report.failed());
            json.put("unchanged", report.unchanged());
            ArrayNode rejected = json.putArray("rejected");
            report.rejected().forEach(rejected::add);
            long missing = batches.missing();
            json.put("rejectedTotal", report.rejectedTotal()).put("missing", missing);
            commands.console().result(json, text(report, missing));
            return report.failed() + report.rejectedTotal() > 0 ? ExitCode.DONE_IN_PART : ExitCode.DONE;
        }
    }

    private static String text(IntakeReport report, long missing) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT, "%s, %s, %,d known already; the command that asked the models goes on with them",
                Counted.of(report.replies(), "reply", "replies"), Counted.of(report.failed(), "failed call"), report.unchanged()));
        if (missing > 0) {
            text.append(String.format("%n%s no result: import it too, or give up what is missing with `batch release`", Counted.of(missing, "call still has", "calls still have")));
        }
        if (report.rejectedTotal() > 0) {
            text.append(String.format("%n%s rejected:", Counted.of(report.rejectedTotal(), "line")));
            report.rejected().stream().limit(SHOWN).forEach(line -> text.append(String.format("%n  %s", line)));
        }
        return text.toString();
    }

    static ObjectNode json(ImportResult result) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode imported = json.putObject("imported");
        for (ItemKind kind : ItemKind.values()) {
            imported.put(kind.field(), result.count(kind));
        }
        json.put("unchanged", result.unchanged());
        ArrayNode rejected = json.putArray("rejected");
        for (Rejection rejection : result.rejected()) {
            rejected.addObject().put("file", rejection.file()).put("line", rejection.line()).put("reason", rejection.reason());
        }
        return json.put("rejectedTotal", result.rejectedTotal());
    }

    private String text(ImportResult result) {
        String counts = Arrays.stream(ItemKind.values())
                .filter(kind -> result.count(kind) > 0)
                .map(kind -> words(kind, result.count(kind)))
                .collect(Collectors.joining(", "));
        StringBuilder text = new StringBuilder(result.changedNothing() ? "nothing new" : "imported " + counts);
        text.append(" into ").append(commands.studyFile());
        if (result.unchanged() > 0) {
            text.append("; " + Counted.of(result.unchanged(), "row was", "rows were") + " there already");
        }
        if (result.rejectedTotal() > 0) {
            text.append(String.format("%n%s rejected:", Counted.of(result.rejectedTotal(), "row")));
            result.rejected().stream().limit(SHOWN).forEach(rejection -> text.append(
                    String.format(Locale.ROOT, "%n  %s:%d: %s", rejection.file(), rejection.line(), rejection.reason())));
            if (result.rejectedTotal() > SHOWN) {
                text.append(String.format(Locale.ROOT, "%n  … and %,d more; --json lists them", result.rejectedTotal() - SHOWN));
            }
        }
        return text.toString();
    }

    private static String words(ItemKind kind, long count) {
        return switch (kind) {
            case QUERIES -> Counted.of(count, "query", "queries");
            case RESPONSES -> Counted.of(count, "response");
            case PREFERENCES -> Counted.of(count, "preference");
            case JUDGMENTS -> Counted.of(count, "judgment");
            case TAGS -> Counted.of(count, "tag");
            case TAXONOMY_NODES -> Counted.of(count, "node") + " of the taxonomy";
            case FEEDBACK -> String.format(Locale.ROOT, "%,d feedback", count);
            case TRAJECTORIES -> Counted.of(count, "trajectory", "trajectories");
        };
    }

    /** Names of the formats, for help and completion. */
    static final class Formats implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.concat(Arrays.stream(ImportFormat.values()).map(ImportFormat::cliName), Stream.of(BATCH_RESULTS)).iterator();
        }
    }
}
