package dev.assay.app.jobs;

import dev.assay.datasets.models.FailureKind;
import dev.assay.datasets.models.limits.Breaker;

/** What a person can do about failed units, in one line. */
final class FailureAdvice {

    private FailureAdvice() {}

    static String of(FailureKind kind) {
        return switch (kind) {
            case CUT_OFF -> "Give the model more tokens for an answer, under a new name.";
            case EMPTY -> "Retry; if it stays so, look at the model's parameters.";
            case REFUSED, CONTENT_FILTERED -> "Nothing to mend here: it counts as no answer, never as a score.";
            case CONTEXT_TOO_LONG -> "Use a model that reads longer prompts.";
            case BAD_REQUEST -> "Look at the model's parameters: the service says below what it does not accept.";
            case NO_JSON, WRONG_FORM -> "Retry, or use a model that supports JSON schemas.";
            case NOT_IN_LEDGER -> "Retry with the network.";
            case BATCH_EXPIRED, BATCH_CANCELLED -> "Retry: what is missing is asked again, in a new batch; to have it at once, have the models answer without batches.";
            case NOT_FINISHED -> "Look at the model's parameters: it stopped for the reason below, which is no end of an answer.";
            case SERVER_ERROR, CONNECTION_LOST, BROKEN_OFF -> "Retry later; the service has to be mended by who runs it.";
            case RATE_LIMITED, OVERLOADED, UNREACHABLE, TIMED_OUT, NOT_A_REPLY, KEY_REFUSED, QUOTA_EXHAUSTED, MODEL_UNKNOWN, NO_KEY -> sentence(
                    Breaker.advice(kind));
        };
    }

    private static String sentence(String clause) {
        String text = clause.replace("with --timeout", "in Models");
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }
}
