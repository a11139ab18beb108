package dev.assay.datasets.models;

/**
 * What a model costs, in whatever currency the person keeps.
 *
 * @param in per million tokens of the prompt
 * @param out per million tokens of the answer, reasoning included
 */
public record Price(double in, double out) {

    public static final Price FREE = new Price(0, 0);

    public Price {
        if (!(in >= 0) || !(out >= 0) || Double.isInfinite(in) || Double.isInfinite(out)) {
            throw new IllegalArgumentException("a price is a number from 0 on");
        }
    }

    public double of(long tokensIn, long tokensOut) {
        return (in * tokensIn + out * tokensOut) / 1e6;
    }
}
