package dev.assay.datasets.models.ledger;

import dev.assay.datasets.models.FinishReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One call as the ledger keeps it.
 *
 * @param requestHash see {@link RequestJson#hash}
 * @param runId the run that asked
 * @param unit key of the unit of work in the run
 * @param model the person's name for the model
 * @param modelAsked the provider's id of the model
 * @param modelAnswered what the service says has answered
 * @param replicate of the request
 * @param outcome {@link #REPLY}, or the id of a {@link dev.assay.datasets.models.FailureKind}
 * @param detail of a failure
 * @param finish why the model stopped, if it wrote anything
 * @param httpStatus of the last attempt, if there was an HTTP reply
 * @param tokensIn as billed, if the service says
 * @param tokensOut as billed, if the service says
 * @param cost empty if no price is known; estimated where the service does not say how many tokens were billed
 * @param latency of the last attempt
 * @param attempts how often it was sent until this came, counted from the row before of the same call; 0 for one that came back in a batch, or for which there was no key
 * @param batch the batch it came back in
 * @param request as JSON, see {@link RequestJson#of}
 * @param text what the model wrote
 * @param body the HTTP body as it came
 */
public record Call(
        String requestHash,
        String runId,
        String unit,
        String model,
        String modelAsked,
        Optional<String> modelAnswered,
        int replicate,
        String outcome,
        String detail,
        Optional<FinishReason> finish,
        Optional<Integer> httpStatus,
        Optional<Integer> tokensIn,
        Optional<Integer> tokensOut,
        Optional<Double> cost,
        Duration latency,
        int attempts,
        Optional<String> batch,
        Instant askedAt,
        String request,
        Optional<String> text,
        Optional<String> body) {

    /** Outcome of a call that was answered. */
    public static final String REPLY = "reply";

    public boolean answered() {
        return outcome.equals(REPLY);
    }
}
