package dev.assay.datasets.models.budget;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.edits.Edit;
import dev.assay.datasets.edits.EditKind;
import dev.assay.datasets.edits.EditRefused;
import dev.assay.datasets.study.Reading;
import dev.assay.datasets.study.Writing;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;

/** A person says how much a run, or the whole study, may cost. What runs keeps to the budget with which it was begun. */
public final class BudgetEdit implements EditKind {

    private static final String NAME = "budget";
    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    private final BudgetTable budgets = new BudgetTable();

    /**
     * The edit that sets a budget.
     *
     * @param scope id of a run, or {@link BudgetTable#STUDY}
     * @param whose who has the budget, as it stands after "the budget of": "the study"
     * @param amount empty for no limit
     * @return empty if the budget is that already
     * @throws AssayException if the amount is no sum of money
     */
    public static Optional<Edit> edit(Reading reading, String scope, String whose, Optional<Double> amount) {
        amount.ifPresent(BudgetTable::requireMoney);
        Optional<Double> before = new BudgetTable().amount(reading, scope);
        if (before.equals(amount)) {
            return Optional.empty();
        }
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("scope", scope).put("whose", whose);
        before.ifPresent(most -> data.put(BEFORE, most));
        amount.ifPresent(most -> data.put(AFTER, most));
        String description = amount.map(most -> "set the budget of " + whose + " to " + inWords(most)).orElse("take the budget of " + whose + " away");
        return Optional.of(new Edit(NAME, data, description));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void apply(Writing writing, JsonNode data, Clock clock) {
        change(writing, data, BEFORE, AFTER);
    }

    @Override
    public void revert(Writing writing, JsonNode data, Clock clock) {
        change(writing, data, AFTER, BEFORE);
    }

    private void change(Writing writing, JsonNode data, String from, String to) {
        String scope = data.path("scope").asText();
        Optional<Double> now = budgets.amount(writing, scope);
        if (!now.equals(amount(data, from))) {
            throw new EditRefused("the budget of " + data.path("whose").asText() + " is " + now.map(BudgetEdit::inWords).orElse("none") + " by now");
        }
        amount(data, to).ifPresentOrElse(most -> budgets.set(writing, scope, most), () -> budgets.remove(writing, scope));
    }

    private static Optional<Double> amount(JsonNode data, String field) {
        return data.has(field) ? Optional.of(data.path(field).asDouble()) : Optional.empty();
    }

    /** With at least two digits after the point. */
    private static String inWords(double amount) {
        BigDecimal exact = BigDecimal.valueOf(amount).stripTrailingZeros();
        return exact.setScale(Math.max(2, exact.scale())).toPlainString();
    }
}
