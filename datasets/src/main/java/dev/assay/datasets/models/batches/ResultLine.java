package dev.assay.datasets.models.batches;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.datasets.models.FailureKind;
import dev.assay.datasets.models.ModelFailure;
import dev.assay.datasets.models.Provider;
import dev.assay.datasets.models.RawReply;
import dev.assay.datasets.models.gateway.Completeness;
import dev.assay.datasets.models.http.FailureReading;
import dev.assay.datasets.models.http.HttpReply;
import dev.assay.datasets.models.http.ReplyReading;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * A line of a file of results or errors: custom_id, response {status_code, body}, error {code, message}.
 *
 * @param customId of the call
 * @param reply what the model wrote, if it wrote anything
 * @param failure why that is no answer; empty if it is one
 */
record ResultLine(String customId, Optional<RawReply> reply, Optional<ModelFailure> failure) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final int OK = 200;

    /** Thrown for a line that says nothing about any call. */
    static final class BrokenLine extends Exception {

        private static final long serialVersionUID = 1L;

        BrokenLine(String reason) {
            super(reason);
        }
    }

    static ResultLine parse(String line) throws BrokenLine {
        JsonNode json;
        try {
            json = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new BrokenLine("no JSON object");
        }
        if (!json.isObject()) {
            throw new BrokenLine("no JSON object");
        }
        String customId = json.path("custom_id").asText("");
        if (customId.isEmpty()) {
            throw new BrokenLine("no custom_id");
        }
        JsonNode response = json.path("response");
        return response.isObject() ? ofResponse(customId, response) : failed(customId, ofError(json.path("error"), line));
    }

    private static ResultLine ofResponse(String customId, JsonNode response) {
        HttpReply http = new HttpReply(
                response.path("status_code").asInt(OK), HttpHeaders.of(Map.of(), (name, value) -> true), response.path("body").toString());
        // An hour that a batch waited for means nothing now, so the clock is of no account.
        FailureReading failures = new FailureReading(Clock.systemUTC());
        if (!http.isSuccess()) {
            return failed(customId, failures.of(http));
        }
        return ReplyReading.of(Provider.OPENAI, http.body())
                .map(reply -> new ResultLine(customId, Optional.of(reply), Completeness.failure(reply)))
                .orElseGet(() -> failed(customId, failures.ofStrange(http)));
    }

    private static ModelFailure ofError(JsonNode error, String line) {
        FailureKind kind = switch (error.path("code").asText("")) {
            case "batch_expired" -> FailureKind.BATCH_EXPIRED;
            case "batch_cancelled" -> FailureKind.BATCH_CANCELLED;
            case "rate_limit_exceeded" -> FailureKind.RATE_LIMITED;
            case "server_error" -> FailureKind.SERVER_ERROR;
            default -> error.isObject() ? FailureKind.BAD_REQUEST : FailureKind.NOT_A_REPLY;
        };
        return new ModelFailure(kind, error.path("message").asText(""), Optional.empty(), Optional.empty(), Optional.of(line));
    }

    private static ResultLine failed(String customId, ModelFailure failure) {
        return new ResultLine(customId, Optional.empty(), Optional.of(failure));
    }
}
