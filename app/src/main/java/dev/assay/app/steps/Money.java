package dev.assay.app.steps;

import dev.assay.datasets.Counted;
import dev.assay.datasets.models.ledger.Spending;
import java.util.Locale;
import java.util.Optional;

/** Money as people read it: in the currency of the prices that they gave, so without a sign. */
public final class Money {

    private Money() {}

    /** Two digits after the point, or as many as a small amount needs to be seen. */
    public static String of(double amount) {
        int digits = amount == 0 || Math.abs(amount) >= 0.1 ? 2 : (int) Math.min(8, 1 - Math.floor(Math.log10(Math.abs(amount))));
        return String.format(Locale.ROOT, "%,." + digits + "f", amount);
    }

    /** What was spent, whether that is all of it, and whether it is known or estimated. */
    public static String inWords(Spending spent) {
        return inWords(spent, Optional.empty());
    }

    /** @param budget most that may be spent: "cost 0.42 of 5.00" */
    public static String inWords(Spending spent, Optional<Double> budget) {
        String unknown = spent.withoutCost() == 0
                ? ""
                : Counted.of(spent.withoutCost(), "call") + " whose cost is not known";
        if (spent.cost() == 0 && !unknown.isEmpty()) {
            return "cost unknown, " + unknown + budget.map(most -> ", budget " + of(most)).orElse("");
        }
        String cost = (spent.estimated() == 0 ? "cost " : "cost about ") + of(spent.cost()) + budget.map(most -> " of " + of(most)).orElse("");
        return unknown.isEmpty() ? cost : cost + " without " + unknown;
    }

    /** The same in as few characters as a cell of a table has: empty where nothing was asked. */
    public static String inShort(Spending spent) {
        if (spent.calls() == 0) {
            return "";
        }
        if (spent.withoutCost() == 0) {
            return (spent.estimated() == 0 ? "" : "≈ ") + of(spent.cost());
        }
        return spent.cost() == 0 ? "unknown" : "≥ " + of(spent.cost());
    }
}
