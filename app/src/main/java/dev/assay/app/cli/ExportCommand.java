package dev.assay.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.app.figures.RunScale;
import dev.assay.app.reports.ProfileTables;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.Counted;
import dev.assay.datasets.exporting.ExportFormat;
import dev.assay.datasets.exporting.ExportResult;
import dev.assay.datasets.exporting.RecordExport;
import dev.assay.datasets.exporting.WholeFile;
import dev.assay.datasets.models.batches.BatchesByHand;
import dev.assay.datasets.models.batches.BatchesByHand.Written;
import dev.assay.datasets.models.ledger.CallExport;
import dev.assay.datasets.study.Study;
import dev.assay.judges.JudgmentExport;
import dev.assay.judges.profiles.Profile;
import dev.assay.judges.profiles.ProfileLoader.Source;
import dev.assay.taxonomy.tree.TaxonomyExport;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code assay export}: what a study holds, in files that others can read and that can be imported again. */
@Command(name = "export", description = {
    "Write what a study holds to a file. The same study gives the same bytes.",
    "WHAT: queries, responses, preferences, judgments, criteria, taxonomy, profile, calls, batch, study. F: csv, jsonl or json; for profile csv or tex,"
            + " for taxonomy also feedbacker (the tree), for study assay (a copy of the file), for batch jsonl (a folder with the files of the"
            + " batches that no service has yet, in OpenAI's form; `import batch-results` takes in what came of them)."
})
final class ExportCommand implements Callable<Integer> {

    @ParentCommand
    private Commands commands;

    @Parameters(paramLabel = "WHAT", description = "What to export.")
    private String what;

    @Option(names = "--format", paramLabel = "F", required = true, description = "The format.")
    private String format;

    @Option(names = "--out", paramLabel = "PATH", required = true, description = "Where to write it; an older file is replaced.")
    private Path out;

    @Mixin
    private ProfileOptionsMixin options;

    @Override
    public Integer call() {
        if (what.equals("batch")) {
            return batches();
        }
        Path file = what.equals("study") ? out : commands.output(out);
        try (Study study = commands.openForReading()) {
            ExportResult result = switch (what) {
                case "queries" -> new RecordExport(study).queries(file, rows("csv, jsonl, json"));
                case "responses" -> new RecordExport(study).responses(file, rows("csv, jsonl, json"));
                case "preferences" -> new RecordExport(study).preferences(file, rows("csv, jsonl, json"));
                case "judgments" -> new JudgmentExport(study).judgments(options.load(study).run().id(), file, rows("csv, jsonl, json"));
                case "criteria" -> new JudgmentExport(study).criteria(options.load(study).run().id(), file, rows("csv, jsonl, json"));
                case "taxonomy" -> format.equals("feedbacker")
                        ? new TaxonomyExport(study).tree(file)
                        : new TaxonomyExport(study).nodes(file, rows("csv, jsonl, json, feedbacker"));
                case "profile" -> profile(study);
                case "calls" -> new CallExport(study).calls(file, rows("csv, jsonl, json"));
                case "study" -> copy(study);
                default -> throw new AssayException("cannot export " + what
                        + ": choose queries, responses, preferences, judgments, criteria, taxonomy, profile, calls, batch or study");
            };
            commands.console().result(
                    JsonNodeFactory.instance.objectNode().put("rows", result.rows()).put("file", result.file().toString()),
                    Counted.of(result.rows(), "row") + " in " + result.file());
            return ExitCode.DONE;
        }
    }

    private int batches() {
        if (!format.equals("jsonl")) {
            throw unknownFormat("jsonl");
        }
        try (Study study = commands.openForWriting()) {
            List<Written> files = new BatchesByHand(study, commands.clock()).write(out);
            ObjectNode json = JsonNodeFactory.instance.objectNode().put("rows", files.stream().mapToLong(Written::requests).sum());
            json.put("file", out.toString());
            ArrayNode array = json.putArray("files");
            files.forEach(written -> array.addObject()
                    .put("file", written.file().toString()).put("model", written.model()).put("requests", written.requests()));
            commands.console().result(json, files.stream()
                    .map(written -> Counted.of(written.requests(), "call") + " of " + written.model() + " in " + written.file())
                    .collect(Collectors.joining("\n")));
            return ExitCode.DONE;
        }
    }

    private ExportFormat rows(String offered) {
        return ExportFormat.of(format).orElseThrow(() -> unknownFormat(offered));
    }

    private ExportResult profile(Study study) {
        Source source = options.load(study);
        Profile profile = options.profile(source);
        ProfileTables tables = new ProfileTables(profile, RunScale.of(source.run()));
        switch (format) {
            case "csv" -> WholeFile.write(out, tables.csv());
            case "tex" -> WholeFile.write(out, tables.leaderboardTex() + "\n" + tables.domainsTex());
            default -> throw unknownFormat("csv, tex");
        }
        return new ExportResult(profile.rows().count(), out);
    }

    private ExportResult copy(Study study) {
        if (!List.of("assay", "study").contains(format)) {
            throw unknownFormat("assay");
        }
        study.backUp(out);
        return new ExportResult(1, out);
    }

    private AssayException unknownFormat(String offered) {
        return new AssayException("cannot export " + what + " as " + format + ": choose " + offered);
    }
}
