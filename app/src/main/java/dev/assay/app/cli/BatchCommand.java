package dev.assay.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.app.steps.ModelServices;
import dev.assay.app.steps.OpenBatches;
import dev.assay.datasets.Counted;
import dev.assay.datasets.models.batches.Batch;
import dev.assay.datasets.models.batches.BatchTable;
import dev.assay.datasets.models.batches.IntakeReport;
import dev.assay.datasets.study.Study;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code assay batch}: what has become of the batches of a study, and how they are given up. */
@Command(name = "batch", description = {
    "Show the batches of calls that were begun with --batch, and give them up.",
    "What is missing then is asked by the next command that asks the models, also by normal calls."
}, synopsisSubcommandLabel = "COMMAND")
final class BatchCommand {

    @ParentCommand
    private Commands commands;

    @Command(name = "list", description = "List the batches of the study, as it last heard of them.")
    int list() {
        try (Study study = commands.openForReading()) {
            List<Batch> batches = study.read(reading -> new BatchTable().all(reading));
            TextTable table = new TextTable("batch", "run", "model", "state", "waiting", "done", "failed", "begun", "expires", "said");
            for (Batch batch : batches) {
                BatchTable.Counts counts = counts(study, batch);
                table.add(batch.id(), batch.runId(), batch.model(), batch.state().inStudy(), Long.toString(counts.waiting()), Long.toString(counts.done()),
                        Long.toString(counts.failed()), batch.createdAt().toString(), batch.expiresAt().map(Instant::toString).orElse(""), batch.message());
            }
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            result.set("batches", json(study, batches));
            commands.console().result(result, batches.isEmpty() ? "no batches: --batch on a command that asks models makes them" : table.toString());
            return ExitCode.DONE;
        }
    }

    @Command(name = "cancel", description = {
        "Have the services stop, and take in what they have made by then, which is paid. What no service has yet is forgotten.",
        "Stopped while it waits, the same command goes on."
    })
    int cancel(@Parameters(paramLabel = "ID", arity = "0..*", description = "Batches (default: all that services have or are to get).") @Nullable List<String> ids) {
        ProgressLine progress = commands.console().progress();
        try (Study study = commands.openForWriting();
                ModelServices services = commands.modelServices()) {
            OpenBatches open = new OpenBatches(study, commands.clock());
            List<Batch> chosen = OpenBatches.named(orAll(ids), open.ofServices());
            IntakeReport report = open.cancel(chosen, services, progress, commands.cancellation());
            progress.finish();
            ObjectNode result = result(study, chosen).put("replies", report.replies()).put("failed", report.failed());
            commands.console().result(result, chosen.isEmpty()
                    ? "no batch is with a service"
                    : String.format(Locale.ROOT, "%s given up; %s answered before, %,d not",
                            Counted.of(chosen.size(), "batch", "batches"), Counted.of(report.replies(), "call was", "calls were"), report.failed()));
            return ExitCode.DONE;
        }
    }

    @Command(name = "release", description = {
        "Give up batches that are carried by hand (`export batch`) and whose results nobody brings any more.",
        "Should results come after all, `import batch-results` still takes them in."
    })
    int release(@Parameters(paramLabel = "ID", arity = "0..*", description = "Batches (default: all that are carried by hand).") @Nullable List<String> ids) {
        try (Study study = commands.openForWriting()) {
            OpenBatches open = new OpenBatches(study, commands.clock());
            List<Batch> chosen = OpenBatches.named(orAll(ids), open.byHand());
            long released = open.release(chosen);
            commands.console().result(result(study, chosen).put("released", released), chosen.isEmpty()
                    ? "no batch is carried by hand"
                    : Counted.of(chosen.size(), "batch", "batches") + " given up, with " + Counted.of(released, "call"));
            return ExitCode.DONE;
        }
    }

    private static List<String> orAll(@Nullable List<String> ids) {
        return ids == null ? List.of() : ids;
    }

    /** The batches as they are now; one that was forgotten has no calls any more. */
    private static ObjectNode result(Study study, List<Batch> chosen) {
        List<String> ids = chosen.stream().map(Batch::id).toList();
        List<Batch> now = study.read(reading -> new BatchTable().all(reading)).stream().filter(batch -> ids.contains(batch.id())).toList();
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.set("batches", json(study, now));
        return result.put("forgotten", chosen.size() - now.size());
    }

    private static ArrayNode json(Study study, List<Batch> batches) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Batch batch : batches) {
            BatchTable.Counts counts = counts(study, batch);
            array.addObject()
                    .put("id", batch.id())
                    .put("run", batch.runId())
                    .put("model", batch.model())
                    .put("state", batch.state().inStudy())
                    .put("waiting", counts.waiting())
                    .put("done", counts.done())
                    .put("failed", counts.failed())
                    .put("remoteId", batch.remoteId().orElse(null))
                    .put("createdAt", batch.createdAt().toString())
                    .put("expiresAt", batch.expiresAt().map(Instant::toString).orElse(null))
                    .put("checkedAt", batch.checkedAt().map(Instant::toString).orElse(null))
                    .put("message", batch.message());
        }
        return array;
    }

    private static BatchTable.Counts counts(Study study, Batch batch) {
        return study.read(reading -> new BatchTable().counts(reading, batch.id()));
    }
}
