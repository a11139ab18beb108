package dev.assay.datasets.models.budget;

import dev.assay.datasets.AssayException;
import dev.assay.datasets.study.OwnsTables;
import dev.assay.datasets.study.Reading;
import dev.assay.datasets.study.Writing;
import java.util.Map;
import java.util.Optional;

/** How much may be spent, by a run and by the whole study. */
@OwnsTables("budget")
public final class BudgetTable {

    /** The scope of all runs together; every other scope is the id of a run. */
    public static final String STUDY = "study";

    public Optional<Double> amount(Reading reading, String scope) {
        return reading.first("SELECT amount FROM budget WHERE scope = :scope", row -> row.getDouble(1), scope);
    }

    /** All budgets that there are, by scope. */
    public Map<String, Double> all(Reading reading) {
        return reading.sql()
                .createQuery("SELECT scope, amount FROM budget")
                .map((row, context) -> Map.entry(row.getString("scope"), row.getDouble("amount")))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** @throws AssayException if the amount is no sum of money */
    public void set(Writing writing, String scope, double amount) {
        requireMoney(amount);
        int set = writing.update(
                "INSERT INTO budget (scope, amount) VALUES (:scope, :amount) ON CONFLICT (scope) DO UPDATE SET amount = excluded.amount", scope, amount);
        assert set == 1;
    }

    static void requireMoney(double amount) {
        if (!(amount >= 0) || Double.isInfinite(amount)) {
            throw new AssayException("a budget is an amount of money from 0 on, not " + amount + ": give a number");
        }
    }

    /** Spending is no longer limited there. */
    public void remove(Writing writing, String scope) {
        int removed = writing.update("DELETE FROM budget WHERE scope = :scope", scope);
        assert removed <= 1;
    }
}
