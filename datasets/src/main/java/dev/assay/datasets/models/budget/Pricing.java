package dev.assay.datasets.models.budget;

import dev.assay.datasets.models.Price;

/** How the calls are made, which decides what share of the price they cost. */
public enum Pricing {
    NORMAL(1),
    /** Services take half for calls that they make in their own time. */
    BATCH(0.5);

    private final double share;

    Pricing(double share) {
        this.share = share;
    }

    public double of(Price price, long tokensIn, long tokensOut) {
        return share * price.of(tokensIn, tokensOut);
    }
}
