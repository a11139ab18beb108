package dev.assay.app.cli;

import dev.assay.app.steps.ModelCalls;
import dev.assay.datasets.AssayException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that calls models. */
final class ModelCallsMixin {

    @Option(names = "--budget", paramLabel = "AMOUNT", description = "Most that the run may cost in all; it stops before, and goes on with more.")
    private @Nullable Double budget;

    @Option(names = "--offline", description = "Use no network: only what is in the study answers.")
    private boolean offline;

    @Option(names = "--batch", description = "Make the calls as batches, at half the price and within a day.")
    private boolean batch;

    @Option(names = "--dry-run", description = "Only tell what it would cost; call nothing.")
    private boolean dryRun;

    ModelCalls chosen() {
        if (budget != null && !(budget >= 0)) {
            throw new AssayException("--budget " + budget + " is no amount: use a number from 0 on");
        }
        if (offline && batch) {
            throw new AssayException("--offline and --batch exclude each other: leave one out");
        }
        return new ModelCalls(Optional.ofNullable(budget), offline, batch);
    }

    boolean dryRun() {
        return dryRun;
    }
}
