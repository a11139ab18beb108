package dev.assay.app.jobs;

import dev.assay.datasets.AssayException;
import dev.assay.datasets.models.budget.BudgetTable;
import dev.assay.datasets.study.Study;

/** The most that a run or the study may cost, as people type it. */
final class Budgets {

    private Budgets() {}

    /**
     * Off the JavaFX thread.
     *
     * @param scope id of a run, or {@link BudgetTable#STUDY}
     * @param amount empty for no limit
     * @throws AssayException if it is no sum of money
     */
    static void set(Study study, String scope, String amount) {
        if (amount.isBlank()) {
            study.change(writing -> new BudgetTable().remove(writing, scope));
            return;
        }
        double sum = parse(amount);
        study.change(writing -> new BudgetTable().set(writing, scope, sum));
    }

    private static double parse(String amount) {
        try {
            return Double.parseDouble(amount.strip());
        } catch (NumberFormatException e) {
            throw new AssayException("'" + amount.strip() + "' is no amount of money: type a number such as 2.50, or nothing for no limit", e);
        }
    }
}
