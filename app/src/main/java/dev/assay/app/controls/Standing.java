package dev.assay.app.controls;

import dev.assay.judges.profiles.Comparison;
import dev.assay.judges.profiles.Comparison.NotTested;
import dev.assay.judges.profiles.Comparison.Tested;

/** How a score stands to its reference, as it is drawn: by the test, never by the sign of the difference alone. */
public enum Standing {
    BETTER("better"),
    WORSE("worse"),
    /** Tested, and not distinguishable. */
    LEVEL("not distinguishable"),
    UNTESTED("not tested");

    private final String word;

    Standing(String word) {
        this.word = word;
    }

    public static Standing of(Comparison comparison) {
        return switch (comparison) {
            case Tested test -> switch (test.verdict()) {
                case BETTER -> BETTER;
                case WORSE -> WORSE;
                case INDISTINGUISHABLE -> LEVEL;
            };
            case NotTested not -> UNTESTED;
        };
    }

    /** Filled dots are distinguishable from the reference, hollow ones are not. */
    public boolean isFilled() {
        return this == BETTER || this == WORSE;
    }

    public String word() {
        return word;
    }
}
