package dev.assay.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.app.steps.Pc2Setup;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.study.Study;
import dev.assay.judges.pc2.Pc2Judging;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code assay judge}: scores the answers. */
@Command(name = "judge", description = "Judge the subjects' answers.", synopsisSubcommandLabel = "METHOD")
final class JudgeCommand {

    @ParentCommand
    private Commands commands;

    @Command(name = "pc2", description = {
        "Judge by PC2: per query, criteria are derived by comparing auxiliary answers, the baseline's answer is scored by them, then every"
                + " candidate against the baseline.",
        "The same command goes on with a run that was stopped; what is judged already is not judged again."
    })
    int pc2(
            @Option(names = "--engine", defaultValue = "local", description = "local: in this process, without a language model (default).")
                    String engine,
            @Option(names = "--baseline", paramLabel = "SUBJECT", description = "Whose answers are the yardstick (default: the first auxiliary).")
                    @Nullable String baseline,
            @Option(names = "--auxiliary", split = ",", paramLabel = "A,B,C", description = "Whose answers are compared (default: three, drawn by the seed).")
                    @Nullable List<String> auxiliaries,
            @Option(names = "--scale", defaultValue = "5", description = "Best score of a criterion, 3 or 5 (default: ${DEFAULT-VALUE}).")
                    int scale,
            @Option(names = "--subjects", split = ",", paramLabel = "A,B", description = "Whose answers are judged (default: all).")
                    @Nullable List<String> subjects,
            @Option(names = "--limit", paramLabel = "N", description = "Judge only N queries.")
                    @Nullable Integer limit,
            @Option(names = "--seed", defaultValue = "1", description = "Seed of what is drawn (default: ${DEFAULT-VALUE}).")
                    long seed) {
        if (!engine.equals("local")) {
            throw new AssayException("there is no engine " + engine + " in this version: use --engine local");
        }
        Pc2Setup setup = new Pc2Setup(
                Optional.ofNullable(baseline),
                auxiliaries == null ? List.of() : auxiliaries,
                scale,
                subjects == null ? List.of() : subjects,
                Optional.ofNullable(limit),
                seed);
        return run(commands, setup);
    }

    static int run(Commands commands, Pc2Setup setup) {
        ProgressLine progress = commands.console().progress();
        try (Study study = commands.openForWriting()) {
            Pc2Judging.Result result = setup.run(study, commands.clock(), progress, commands.cancellation());
            progress.finish();
            commands.console().result(json(result), Pc2Setup.summary(result));
            return result.state().isStopped() ? ExitCode.STOPPED : result.failed() > 0 ? ExitCode.DONE_IN_PART : ExitCode.DONE;
        }
    }

    private static ObjectNode json(Pc2Judging.Result result) {
        return JsonNodeFactory.instance.objectNode()
                .put("run", result.run())
                .put("judgments", result.judgments())
                .put("baselines", result.baselines())
                .put("failed", result.failed())
                .put("calls", 0)
                .put("cachedCalls", 0)
                .put("tokensIn", 0)
                .put("tokensOut", 0)
                .put("cost", 0)
                .put("seconds", result.seconds());
    }
}
