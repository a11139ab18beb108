package dev.assay.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.app.demo.Demo;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code assay demo}: the whole path, from a bundled sample to a report. */
@Command(name = "demo", description = "Make a study from the bundled sample, run every step with the local engine, and write report and figures.")
final class DemoCommand implements Callable<Integer> {

    @ParentCommand
    private Commands commands;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder; made if it is not there.")
    private Path out;

    @Override
    public Integer call() {
        long start = System.nanoTime();
        ProgressLine progress = commands.console().progress();
        Demo.Result done = new Demo(commands.clock(), progress, commands.cancellation(), this::tell).run(out);
        progress.finish();
        double seconds = (System.nanoTime() - start) / 1e9;
        ObjectNode result = JsonNodeFactory.instance.objectNode()
                .put("study", done.study().toString())
                .put("report", done.report().page().toString());
        done.report().figures().forEach(figure -> result.withArray("figures").add(figure.toString()));
        ArrayNode steps = result.putArray("steps");
        for (Demo.Step step : done.steps()) {
            steps.addObject().put("name", step.name()).put("units", step.units()).put("failed", step.failed()).put("seconds", step.seconds());
        }
        result.put("seconds", seconds);
        commands.console().result(result, String.format(Locale.ROOT, "%s (study %s, %.1f s)", done.report().page(), done.study(), seconds));
        return done.steps().stream().anyMatch(step -> step.failed() > 0) ? ExitCode.DONE_IN_PART : ExitCode.DONE;
    }

    private void tell(Demo.Step step) {
        commands.console().message(String.format(Locale.ROOT, "%-10s %,6d units  %5.1f s", step.name(), step.units(), step.seconds()));
    }
}
