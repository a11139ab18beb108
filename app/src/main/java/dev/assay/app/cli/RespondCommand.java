package dev.assay.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.app.steps.ModelCalls;
import dev.assay.app.steps.ModelServices;
import dev.assay.app.steps.RespondSetup;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.models.FailureKind;
import dev.assay.datasets.models.limits.Breaker;
import dev.assay.datasets.responding.Responding;
import dev.assay.datasets.study.Study;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code assay respond}: the models under test answer the queries. */
@Command(name = "respond", description = {
    "Have models answer the queries of the study, beside the answers that were imported.",
    "What is answered is not asked again, and the same request is never paid twice; what failed is tried again by the same command."
})
final class RespondCommand implements Callable<Integer> {

    @ParentCommand
    private Commands commands;

    @Option(names = "--subjects", split = ",", paramLabel = "A,B", required = true, description = "Which of your models answer (see `models list`).")
    private List<String> subjects;

    @Option(names = "--replicates", paramLabel = "N", defaultValue = "1", description = "Answers to each query (default: ${DEFAULT-VALUE}).")
    private int replicates;

    @Option(names = "--limit", paramLabel = "N", description = "Only the first N queries.")
    private @Nullable Integer limit;

    @Option(names = "--system", paramLabel = "TEXT|@FILE", description = {
        "System prompt of this run, put before every conversation instead of what the models have; @FILE reads it from a file (UTF-8)."
    })
    private @Nullable String system;

    @Mixin
    private ModelCallsMixin calls;

    @Override
    public Integer call() {
        RespondSetup setup = new RespondSetup(subjects, replicates, Optional.ofNullable(limit), Optional.ofNullable(system).map(RespondCommand::text));
        try (ModelServices services = commands.modelServices()) {
            return calls.dryRun() ? estimate(commands, setup, services, calls.chosen()) : run(commands, setup, services, calls.chosen());
        }
    }

    /** What is typed, or what is in the file that is named after an @. */
    private static String text(String typed) {
        if (!typed.startsWith("@")) {
            return typed;
        }
        try {
            return Files.readString(Path.of(typed.substring(1))).strip();
        } catch (IOException | InvalidPathException e) {
            throw new AssayException("cannot read the system prompt from " + typed.substring(1) + ": check the file, which must be text in UTF-8", e);
        }
    }

    static int estimate(Commands commands, RespondSetup setup, ModelServices services, ModelCalls calls) {
        try (Study study = commands.openForReading()) {
            EstimateCommand.report(commands.console(), setup.estimate(study, services, calls, commands.clock()), calls.inBatches());
            return ExitCode.DONE;
        }
    }

    static int run(Commands commands, RespondSetup setup, ModelServices services, ModelCalls calls) {
        ProgressLine progress = commands.console().progress();
        try (Study study = commands.openForWriting()) {
            RespondSetup.Outcome outcome = setup.run(study, services, calls, commands.clock(), progress, commands.cancellation());
            progress.finish();
            return report(commands, outcome);
        }
    }

    /** The result, and why it stopped if it did. */
    private static int report(Commands commands, RespondSetup.Outcome outcome) {
        commands.console().result(json(outcome), outcome.summary());
        if (isOutOfReach(outcome.result())) {
            commands.console().error(outcome.result().failures().getFirst().detail() + ": " + Breaker.advice(FailureKind.UNREACHABLE));
            return ExitCode.SERVICE_REFUSED;
        }
        return outcome.result().stopped().map(commands::explainStop).orElseGet(() -> switch (outcome.result().state()) {
            case CANCELLED, PAUSED, INTERRUPTED -> ExitCode.STOPPED;
            default -> outcome.result().failed() > 0 ? ExitCode.DONE_IN_PART : ExitCode.DONE;
        });
    }

    /** There were too few calls for the breaker to say so. */
    private static boolean isOutOfReach(Responding.Result result) {
        return result.stopped().isEmpty()
                && result.responses() == 0
                && !result.failures().isEmpty()
                && result.failures().stream().allMatch(group -> group.cause().equals(FailureKind.UNREACHABLE.id()));
    }

    private static ObjectNode json(RespondSetup.Outcome outcome) {
        ObjectNode json = JsonNodeFactory.instance.objectNode()
                .put("run", outcome.result().run())
                .put("responses", outcome.result().responses())
                .put("failed", outcome.result().failed())
                .put("calls", outcome.spent().calls())
                .put("cachedCalls", outcome.fromLedger())
                .put("tokensIn", outcome.spent().tokensIn())
                .put("tokensOut", outcome.spent().tokensOut())
                .put("cost", outcome.spent().cost())
                .put("callsWithoutPrice", outcome.spent().withoutCost())
                .put("callsEstimated", outcome.spent().estimated())
                .put("callsInBatches", outcome.waiting().atServices())
                .put("callsByHand", outcome.waiting().byHand());
        ArrayNode failures = json.putArray("failures");
        outcome.result().failures().forEach(group -> failures.addObject()
                .put("cause", group.cause())
                .put("units", group.units())
                .put("example", group.example())
                .put("detail", group.detail()));
        return json;
    }
}
