package dev.assay.datasets.models.limits;

/**
 * A bucket that fills evenly, as much in a minute as is allowed in one, and holds a tenth of that: what is taken from it never exceeds the limit by more than
 * a tenth in any minute. It may go below zero, for what turns out to be more than was thought. Not for several threads.
 */
final class PerMinute {

    private static final double NANOS_PER_MINUTE = 60e9;

    private final double perMinute;
    private final double capacity;
    private double held;
    private long filledAt;

    /** @param nanoTime of now */
    PerMinute(int perMinute, long nanoTime) {
        this.perMinute = perMinute;
        this.capacity = Math.max(1, perMinute / 10.0);
        this.held = capacity;
        this.filledAt = nanoTime;
    }

    /** How long until so much may be taken; 0: now. What is more than the bucket holds may be taken when it is full. */
    long nanosUntil(double amount, long nanoTime) {
        fill(nanoTime);
        double missing = Math.min(amount, capacity) - held;
        return missing <= 0 ? 0 : (long) Math.ceil(missing / perMinute * NANOS_PER_MINUTE);
    }

    void take(double amount) {
        held -= amount;
    }

    private void fill(long nanoTime) {
        held = Math.min(capacity, held + (nanoTime - filledAt) / NANOS_PER_MINUTE * perMinute);
        filledAt = nanoTime;
    }
}
