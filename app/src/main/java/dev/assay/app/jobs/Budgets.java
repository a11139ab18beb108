package dev.assay.app.jobs;

import dev.assay.app.workbench.OpenStudy;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.edits.Edit;
import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.models.budget.BudgetEdit;
import dev.assay.datasets.models.budget.BudgetTable;
import java.util.Optional;

/** The most that a run or the study may cost, as people type it; each change is an edit that can be undone. */
final class Budgets {

    private Budgets() {}

    /**
     * Off the JavaFX thread.
     *
     * @param amount empty for no limit
     * @throws AssayException if it is no sum of money
     */
    static void setOfStudy(OpenStudy study, String amount) {
        set(study, BudgetTable.STUDY, "the study", amount);
    }

    /** As {@link #setOfStudy}, of a run. */
    static void setOfRun(OpenStudy study, Run run, String amount) {
        set(study, run.id(), "the run “" + StepSetup.of(run).map(StepSetup::title).orElse(run.step()) + "”", amount);
    }

    private static void set(OpenStudy study, String scope, String whose, String amount) {
        Optional<Double> most = amount.isBlank() ? Optional.empty() : Optional.of(parse(amount));
        study.<Optional<Edit>>read(reading -> BudgetEdit.edit(reading, scope, whose, most)).ifPresent(study.edits()::perform);
    }

    private static double parse(String amount) {
        try {
            return Double.parseDouble(amount.strip());
        } catch (NumberFormatException e) {
            throw new AssayException("'" + amount.strip() + "' is no amount of money: type a number such as 2.50, or nothing for no limit", e);
        }
    }
}
