package dev.assay.judges.statistics;

/**
 * A closed interval of the real line; of no width where there is no uncertainty.
 *
 * @param low finite
 * @param high finite, not below {@code low}
 */
public record Interval(double low, double high) {

    public Interval {
        if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
            throw new IllegalArgumentException("no interval: " + low + " to " + high);
        }
    }

    public double width() {
        return high - low;
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
