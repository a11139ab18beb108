package dev.assay.datasets.models.limits;

/**
 * How many calls a service takes at the same time, found by trying: additive increase, multiplicative decrease, as TCP does (RFC 5681). It grows by one for
 * each quarter of a round of good replies, and is halved when the service says that it is too much, once for all calls that were under way then.
 * Not for several threads.
 */
final class AdaptiveConcurrency {

    private static final int FIRST_WHEN_UNKNOWN = 8;

    private final int most;
    private double limit;
    private boolean slowStart;

    private AdaptiveConcurrency(int most, int first, boolean slowStart) {
        this.most = most;
        this.limit = first;
        this.slowStart = slowStart;
    }

    /** For a service of which the person has said how much it takes. */
    static AdaptiveConcurrency from(int most) {
        return new AdaptiveConcurrency(most, most, false);
    }

    /** For a service of which nothing is known: it begins low and doubles with each round of good replies. */
    static AdaptiveConcurrency upTo(int most) {
        return new AdaptiveConcurrency(most, Math.min(most, FIRST_WHEN_UNKNOWN), true);
    }

    /** At least 1. */
    int limit() {
        return (int) limit;
    }

    void good() {
        limit = Math.min(most, limit + (slowStart ? 1 : Math.min(1, 4 / limit)));
    }

    /** To be told once for all calls that were under way when the service said so. */
    void tooMuch() {
        slowStart = false;
        limit = Math.max(1, limit / 2);
    }
}
