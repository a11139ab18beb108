package dev.assay.datasets.models;

import java.time.Duration;
import java.util.Optional;

/**
 * A call that gave no answer.
 *
 * @param detail what the service said, in one line, without keys; may be empty
 * @param httpStatus if there was an HTTP reply
 * @param retryAfter how long the service asks to be left alone
 * @param body the body of the HTTP reply, untouched but for keys, if there was one
 */
public record ModelFailure(
        FailureKind kind, String detail, Optional<Integer> httpStatus, Optional<Duration> retryAfter, Optional<String> body) {

    private static final int LONGEST_DETAIL = 300;

    public ModelFailure {
        detail = detail.replaceAll("\\s+", " ").strip();
        if (detail.length() > LONGEST_DETAIL) {
            detail = detail.substring(0, LONGEST_DETAIL) + "…";
        }
    }

    public static ModelFailure of(FailureKind kind, String detail) {
        return new ModelFailure(kind, detail, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What happened and what was said, in one line. */
    public String inWords() {
        return detail.isEmpty() ? kind.inWords() : kind.inWords() + " (" + detail + ")";
    }
}
