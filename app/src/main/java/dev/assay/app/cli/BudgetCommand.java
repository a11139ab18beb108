package dev.assay.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.app.steps.Money;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.edits.Edit;
import dev.assay.datasets.edits.EditHistory;
import dev.assay.datasets.models.budget.BudgetEdit;
import dev.assay.datasets.models.budget.BudgetTable;
import dev.assay.datasets.models.ledger.CallTable;
import dev.assay.datasets.models.ledger.Spending;
import dev.assay.datasets.study.Study;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code assay budget}: how much a study may cost in all. */
@Command(name = "budget", description = "Show or set how much a study may cost in all, whatever the runs; a run has its own with --budget.")
final class BudgetCommand implements Callable<Integer> {

    @ParentCommand
    private Commands commands;

    @Parameters(arity = "0..1", paramLabel = "AMOUNT", description = "The new budget, or 'none'; without it, what is set and spent is shown.")
    private @Nullable String amount;

    @Override
    public Integer call() {
        String wanted = amount;
        try (Study study = wanted == null ? commands.openForReading() : commands.openForWriting()) {
            BudgetTable budgets = new BudgetTable();
            if (wanted != null) {
                Optional<Double> most = wanted.equals("none") ? Optional.empty() : Optional.of(number(wanted));
                study.<Optional<Edit>>read(reading -> BudgetEdit.edit(reading, BudgetTable.STUDY, "the study", most))
                        .ifPresent(new EditHistory(study, commands.clock())::perform);
            }
            Optional<Double> allowed = study.read(reading -> budgets.amount(reading, BudgetTable.STUDY));
            Spending spent = study.read(reading -> new CallTable().spent(reading));
            ObjectNode json = JsonNodeFactory.instance.objectNode()
                    .put("budget", allowed.orElse(null))
                    .put("cost", spent.cost())
                    .put("callsWithoutPrice", spent.withoutCost());
            commands.console().result(json, allowed.map(most -> "budget " + Money.of(most)).orElse("no budget") + ", " + Money.inWords(spent));
            return ExitCode.DONE;
        }
    }

    /** @throws AssayException if the text is no amount of money */
    static double number(String text) {
        try {
            double amount = Double.parseDouble(text);
            if (amount >= 0 && !Double.isInfinite(amount)) {
                return amount;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new AssayException("'" + text + "' is no budget: give a number from 0 on, or 'none'");
    }
}
