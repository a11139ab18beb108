package dev.assay.app.cli;

import dev.assay.app.steps.ModelCalls;
import dev.assay.app.steps.ModelCalls.Limit;
import dev.assay.app.steps.ModelCalls.Way;
import dev.assay.datasets.AssayException;
import java.util.stream.Stream;
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

    @Option(names = "--at-once", description = "Make the calls one by one at the full price, also for a run that was begun with --batch.")
    private boolean atOnce;

    @Option(names = "--dry-run", description = "Only tell what it would cost; call nothing.")
    private boolean dryRun;

    /** @throws AssayException if the options contradict each other */
    ModelCalls chosen() {
        return chosen(Way.AT_ONCE);
    }

    /**
     * As {@link #chosen()}, for a run that is gone on with.
     *
     * @param usual where no option says how the calls are made
     */
    ModelCalls chosen(Way usual) {
        if (Stream.of(offline, batch, atOnce).filter(chosen -> chosen).count() > 1) {
            throw new AssayException("--offline, --batch and --at-once exclude each other: leave all but one out");
        }
        if (byHand && !batch) {
            throw new AssayException("--by-hand is about batches: add --batch, or leave it out");
        }
        Way way = offline ? Way.OFFLINE : byHand ? Way.BATCH_BY_HAND : batch ? Way.BATCH : atOnce ? Way.AT_ONCE : usual;
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
