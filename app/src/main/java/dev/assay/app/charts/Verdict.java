package dev.assay.app.charts;

/** How something compares with the reference by the test ({@link Significance#LEVEL}), not by the sign of its difference. */
public enum Verdict {
    /** Distinguishable from the reference and above it. */
    BETTER,
    /** Distinguishable from the reference and below it. */
    WORSE,
    /** Not distinguishable from the reference. */
    INDISTINGUISHABLE
}
