package dev.assay.datasets.models.batches;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.datasets.models.FailureKind;
import dev.assay.datasets.models.ModelFailure;
import dev.assay.datasets.models.RawReply;
import dev.assay.datasets.models.gateway.Completeness;
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
        return response.isObject() ? ofResponse(customId, response, line) : failed(customId, ofError(json.path("error"), line));
    }

    private static ResultLine ofResponse(String customId, JsonNode response, String line) {
        int status = response.path("status_code").asInt(OK);
        JsonNode body = response.path("body");
        if (status != OK) {
            return failed(customId, ErrorBody.failure(status, body, line));
        }
        Optional<RawReply> reply = ChatCompletionBody.read(body, line);
        return reply.isEmpty()
                ? failed(customId, new ModelFailure(
                        FailureKind.NOT_A_REPLY, ErrorBody.words(body), Optional.of(status), Optional.empty(), Optional.of(line)))
                : new ResultLine(customId, reply, Completeness.failure(reply.get()));
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
