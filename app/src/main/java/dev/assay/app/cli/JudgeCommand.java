package dev.assay.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.records.ResponseTable;
import dev.assay.datasets.study.Study;
import dev.assay.judges.pc2.Pc2Judging;
import dev.assay.judges.pc2.Pc2Specification;
import dev.assay.judges.pc2.Scale;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        if (scale != 3 && scale != 5) {
            throw new AssayException("a scale of " + scale + " is not offered: use --scale 3 or --scale 5");
        }
        if (limit != null && limit < 1) {
            throw new AssayException("nothing can be judged with --limit " + limit + ": use a number from 1 on, or leave it out for all queries");
        }
        ProgressLine progress = commands.console().progress();
        try (Study study = commands.openForWriting()) {
            Map<String, Integer> answered = study.read(new ResponseTable()::answered);
            Pc2Specification specification = Pc2Specification.of(
                    engine,
                    new Pc2Specification.Request(
                            Optional.ofNullable(baseline),
                            auxiliaries == null ? List.of() : auxiliaries,
                            new Scale(scale),
                            subjects == null ? List.of() : subjects,
                            seed,
                            Optional.ofNullable(limit)),
                    answered);
            Pc2Judging.Result result = Pc2Judging.local(study, commands.clock()).run(specification, progress, commands.cancellation());
            progress.finish();
            commands.console().result(json(result), text(result));
            return result.state() == RunState.CANCELLED ? ExitCode.STOPPED : result.failed() > 0 ? ExitCode.DONE_IN_PART : ExitCode.DONE;
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

    private static String text(Pc2Judging.Result result) {
        return String.format(Locale.ROOT, "run %s: %,d judgments, %,d baselines, %,d failed, %.1f s%s",
                result.run(), result.judgments(), result.baselines(), result.failed(), result.seconds(),
                result.state() == RunState.CANCELLED ? "; stopped, the same command goes on" : "");
    }
}
