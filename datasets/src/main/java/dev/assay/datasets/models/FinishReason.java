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
    /** The service had a fault or gave up: the rest is missing. */
    ERROR,
    /** Something else, such as the wish to use a tool: not the end of an answer. */
    OTHER,
    /** The service did not say. */
    UNKNOWN;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
