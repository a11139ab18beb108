package dev.assay.app.cli;

import dev.assay.app.steps.ModelCalls;
import dev.assay.app.steps.ModelCalls.Limit;
import dev.assay.app.steps.ModelCalls.Way;
import dev.assay.datasets.AssayException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that calls models. */
final class ModelCallsMixin {

    @Option(names = "--budget", paramLabel = "AMOUNT", description = {
        "Most that the run may cost in all, or 'none'; it stops before, and goes on with more. Without it, what was set for the run before holds on."
    })
    private @Nullable String budget;

    @Option(names = "--offline", description = "Use no network: only what is in the study answers.")
    private boolean offline;

    @Option(names = "--batch", description = "Make the calls as batches, at half the price and within a day.")
    private boolean batch;

    @Option(names = "--by-hand", description = "With --batch: only collect the calls, for `export batch` and `import batch-results`.")
    private boolean byHand;

    @Option(names = "--dry-run", description = "Only tell what it would cost; call nothing.")
    private boolean dryRun;

    ModelCalls chosen() {
        if (offline && batch) {
            throw new AssayException("--offline and --batch exclude each other: leave one out");
        }
        if (byHand && !batch) {
            throw new AssayException("--by-hand is about batches: add --batch, or leave it out");
        }
        Way way = offline ? Way.OFFLINE : byHand ? Way.BATCH_BY_HAND : batch ? Way.BATCH : Way.AT_ONCE;
        return new ModelCalls(limit(), way);
    }

    private Limit limit() {
        String amount = budget;
        if (amount == null) {
            return new Limit.AsBefore();
        }
        return amount.equals("none") ? new Limit.None() : new Limit.Most(BudgetCommand.number(amount));
    }

    boolean dryRun() {
        return dryRun;
    }
}
