package dev.assay.app.steps;

import dev.assay.datasets.models.ledger.Spending;
import java.util.Locale;

/** Money as people read it: in the currency of the prices that they gave, so without a sign. */
public final class Money {

    private Money() {}

    /** Two digits after the point, or as many as a small amount needs to be seen. */
    public static String of(double amount) {
        int digits = amount == 0 || Math.abs(amount) >= 0.1 ? 2 : (int) Math.min(8, 1 - Math.floor(Math.log10(Math.abs(amount))));
        return String.format(Locale.ROOT, "%,." + digits + "f", amount);
    }

    /** What was spent, and whether that is all of it. */
    public static String inWords(Spending spent) {
        String cost = "cost " + of(spent.cost());
        return spent.withoutPrice() == 0 ? cost : cost + " without " + String.format(Locale.ROOT, "%,d", spent.withoutPrice()) + " calls whose price is not known";
    }
}
