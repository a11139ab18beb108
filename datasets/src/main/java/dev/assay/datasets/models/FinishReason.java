package dev.assay.datasets.models;

import java.util.Locale;

/** Why a model stopped writing. */
public enum FinishReason {
    /** It was done. */
    STOP,
    /** The longest allowed answer was reached: the rest is missing. */
    LENGTH,
    CONTENT_FILTER,
    /** The service says that the model declined. */
    REFUSAL,
    OTHER,
    /** The service did not say. */
    UNKNOWN;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
