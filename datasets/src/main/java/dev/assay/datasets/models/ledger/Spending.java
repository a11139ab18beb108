package dev.assay.datasets.models.ledger;

/**
 * What calls have taken.
 *
 * @param calls all calls that were stored, failed ones too; without a key nothing is sent, and that is none
 * @param failed all failures that were stored, those without a call too
 * @param cost of those whose cost is known or estimated
 * @param withoutCost calls to which something came whose price is not known: the cost is at least what it says
 * @param estimated calls of which the service did not say what they took: their cost is by what their texts have
 */
public record Spending(long calls, long failed, long tokensIn, long tokensOut, double cost, long withoutCost, long estimated) {

    public static final Spending NOTHING = new Spending(0, 0, 0, 0, 0, 0, 0);

    public Spending plus(Spending other) {
        return new Spending(
                calls + other.calls, failed + other.failed, tokensIn + other.tokensIn, tokensOut + other.tokensOut,
                cost + other.cost, withoutCost + other.withoutCost, estimated + other.estimated);
    }

    public Spending minus(Spending other) {
        return new Spending(
                calls - other.calls, failed - other.failed, tokensIn - other.tokensIn, tokensOut - other.tokensOut,
                cost - other.cost, withoutCost - other.withoutCost, estimated - other.estimated);
    }
}
