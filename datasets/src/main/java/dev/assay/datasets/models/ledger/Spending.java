package dev.assay.datasets.models.ledger;

/**
 * What calls have taken.
 *
 * @param calls all calls that were stored, failed ones too
 * @param cost of those whose price is known
 * @param withoutPrice calls with tokens but no price: the cost is at least what it says
 */
public record Spending(long calls, long failed, long tokensIn, long tokensOut, double cost, long withoutPrice) {

    public static final Spending NOTHING = new Spending(0, 0, 0, 0, 0, 0);

    public Spending plus(Spending other) {
        return new Spending(
                calls + other.calls, failed + other.failed, tokensIn + other.tokensIn, tokensOut + other.tokensOut,
                cost + other.cost, withoutPrice + other.withoutPrice);
    }

    public Spending minus(Spending other) {
        return new Spending(
                calls - other.calls, failed - other.failed, tokensIn - other.tokensIn, tokensOut - other.tokensOut,
                cost - other.cost, withoutPrice - other.withoutPrice);
    }
}
