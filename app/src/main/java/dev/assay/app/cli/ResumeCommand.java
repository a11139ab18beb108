package dev.assay.app.cli;

import dev.assay.app.steps.LocalTagging;
import dev.assay.app.steps.ModelCalls;
import dev.assay.app.steps.ModelServices;
import dev.assay.app.steps.Pc2Setup;
import dev.assay.app.steps.RespondSetup;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.models.budget.Estimate;
import dev.assay.datasets.responding.Responding;
import dev.assay.datasets.study.Study;
import dev.assay.judges.Judgment;
import dev.assay.taxonomy.tagging.TaggingStep;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code assay resume}: goes on with a run that was not finished. */
@Command(name = "resume", description = {
    "Go on with the latest run that was interrupted, stopped or is done only in part, as it was begun.",
    "What is done is not done again; what failed is tried again. Calls are made as they were before, in batches or at once."
})
final class ResumeCommand implements Callable<Integer> {

    private static final Set<String> RESUMABLE = Set.of(Responding.STEP, Judgment.STEP, TaggingStep.STEP);

    @ParentCommand
    private Commands commands;

    @Option(names = "--run", paramLabel = "ID", description = "Go on with this run (see `jobs`).")
    private @Nullable String run;

    @Mixin
    private ModelCallsMixin calls;

    @Override
    public Integer call() {
        Run unfinished = unfinished();
        Optional<RespondSetup> respond = RespondSetup.of(unfinished);
        if (respond.isPresent()) {
            try (ModelServices services = commands.modelServices()) {
                RespondSetup.requireAsFrozen(unfinished, services);
                ModelCalls how = calls.chosen(ModelCalls.Way.of(unfinished));
                if (calls.dryRun()) {
                    return RespondCommand.estimate(commands, respond.get(), services, how);
                }
                tell(unfinished);
                return RespondCommand.run(commands, respond.get(), services, how);
            }
        }
        if (calls.dryRun()) {
            EstimateCommand.report(commands.console(), Estimate.NOTHING, false);
            return ExitCode.DONE;
        }
        tell(unfinished);
        Optional<Pc2Setup> judge = Pc2Setup.of(unfinished);
        if (judge.isPresent()) {
            return JudgeCommand.run(commands, judge.get());
        }
        if (unfinished.step().equals(TaggingStep.STEP)) {
            return TagCommand.run(commands, LocalTagging.usual());
        }
        throw new AssayException("a run of '" + unfinished.step() + "' is not gone on with by itself: give the same command again");
    }

    private void tell(Run unfinished) {
        commands.console().message("going on with " + unfinished.step() + " run " + unfinished.id() + " (" + unfinished.state().inStudy() + ")");
    }

    private Run unfinished() {
        try (Study study = commands.openForReading()) {
            List<Run> runs = study.read(reading -> new RunTable(commands.clock()).all(reading));
            if (run != null) {
                return runs.stream()
                        .filter(each -> each.id().equals(run))
                        .findFirst()
                        .orElseThrow(() -> new AssayException("there is no run " + run + " in " + study.file() + ": `jobs` shows which there are"));
            }
            return runs.stream()
                    .filter(each -> each.state() != RunState.DONE && RESUMABLE.contains(each.step()))
                    .findFirst()
                    .orElseThrow(() -> new AssayException("everything in " + study.file() + " is done: there is nothing to go on with"));
        }
    }
}
