package dev.assay.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.app.reports.StudySize;
import dev.assay.app.steps.Money;
import dev.assay.app.steps.RunUnits;
import dev.assay.datasets.Counted;
import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.models.ledger.CallTable;
import dev.assay.datasets.models.ledger.Spending;
import dev.assay.datasets.study.Study;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code assay status}: what a study holds and what was done to it. */
@Command(name = "status", aliases = "jobs", description = "Show what a study holds, and the runs that made it.")
final class StatusCommand implements Callable<Integer> {

    @ParentCommand
    private Commands commands;

    @Override
    public Integer call() {
        try (Study study = commands.openForReading()) {
            StudySize size = study.read(StudySize::of);
            List<Run> runs = study.read(reading -> new RunTable(commands.clock()).all(reading));
            Spending spent = study.read(reading -> new CallTable().spent(reading));
            ObjectNode result = JsonNodeFactory.instance.objectNode()
                    .put("queries", size.queries())
                    .put("subjects", size.subjects())
                    .put("responses", size.responses())
                    .put("preferences", size.preferences())
                    .put("taxonomyNodes", size.nodes())
                    .put("calls", spent.calls())
                    .put("cost", spent.cost())
                    .put("callsWithoutPrice", spent.withoutCost());
            ArrayNode jobs = result.putArray("jobs");
            TextTable table = new TextTable("run", "step", "engine", "state", "done", "failed", "of", "begun");
            for (Run run : runs) {
                Spending ofRun = study.read(reading -> new CallTable().spent(reading, run.id()));
                RunUnits units = study.read(reading -> RunUnits.of(run, reading));
                jobs.addObject()
                        .put("id", run.id())
                        .put("step", run.step())
                        .put("engine", run.engine())
                        .put("state", run.state().inStudy())
                        .put("done", units.done())
                        .put("failed", units.failed())
                        .put("total", units.total())
                        .put("cost", ofRun.cost())
                        .put("callsWithoutPrice", ofRun.withoutCost())
                        .put("startedAt", run.startedAt().toString());
                table.add(run.id(), run.step(), run.engine(), run.state().inStudy(), Long.toString(units.done()),
                        Long.toString(units.failed()), Long.toString(units.total()), run.startedAt().toString());
            }
            commands.console().result(result, String.format(Locale.ROOT,
                    "%s: %s, %s, %s, %s, %s of the taxonomy%s%n%n%s",
                    study.file(), Counted.of(size.queries(), "query", "queries"), Counted.of(size.subjects(), "subject"), Counted.of(size.responses(), "response"),
                    Counted.of(size.preferences(), "preference"), Counted.of(size.nodes(), "node"),
                    spent.calls() == 0 ? "" : "; " + Counted.of(spent.calls(), "call") + " of models, " + Money.inWords(spent), table));
            return ExitCode.DONE;
        }
    }
}
