package dev.assay.datasets.models.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.datasets.models.FailureKind;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelFailure;
import dev.assay.datasets.models.RawReply;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells whether what a model wrote is an answer. Half of one is none. */
public final class Completeness {

    private static final List<String> LIMITS_IN_BODIES =
            List.of("max_tokens", "max_completion_tokens", "max_output_tokens", "maxOutputTokens", "num_predict");
    /** Tokens. Where nobody has asked for less, the service's own limit or the model's context cuts an answer off, hardly sooner than this. */
    private static final int LEAST_LIMIT_OF_A_SERVICE = 1024;

    private Completeness() {}

    /** Why the reply is no answer; empty if it is one. */
    public static Optional<ModelFailure> failure(RawReply reply) {
        return switch (reply.finish()) {
            case LENGTH -> failure(FailureKind.CUT_OFF, "", reply);
            case CONTENT_FILTER -> failure(FailureKind.CONTENT_FILTERED, "", reply);
            case REFUSAL -> failure(FailureKind.REFUSED, "", reply);
            case ERROR -> failure(FailureKind.BROKEN_OFF, reply.ending(), reply);
            case OTHER -> failure(FailureKind.NOT_FINISHED, reply.ending(), reply);
            case STOP, UNKNOWN -> reply.text().isBlank() ? failure(FailureKind.EMPTY, "", reply) : Optional.empty();
        };
    }

    /**
     * Whether the same question once more may be answered. An empty answer is mostly an accident, and so is one that was cut off long before any limit;
     * but a model that has written as much as it may would do so again, and one that declines or is filtered too.
     */
    static boolean mayBeBetter(ModelDefinition model, RawReply reply, ModelFailure failure) {
        return switch (failure.kind()) {
            case EMPTY -> true;
            case CUT_OFF -> reply.tokensOut().filter(out -> 2L * out < longestAnswer(model)).isPresent();
            default -> false;
        };
    }

    /** In tokens: the least that anybody has asked for. */
    private static int longestAnswer(ModelDefinition model) {
        Stream<Integer> fields = LIMITS_IN_BODIES.stream()
                .flatMap(name -> model.parameters().extraBody().findValues(name).stream())
                .filter(limit -> limit.isInt() && limit.asInt() > 0)
                .map(JsonNode::asInt);
        return Stream.concat(fields, model.parameters().maxTokens().stream())
                .min(Comparator.naturalOrder())
                .or(model.provider()::usualMaxTokens)
                .orElse(LEAST_LIMIT_OF_A_SERVICE);
    }

    private static Optional<ModelFailure> failure(FailureKind kind, String detail, RawReply reply) {
        return Optional.of(new ModelFailure(kind, detail, Optional.of(200), Optional.empty(), Optional.of(reply.body())));
    }
}
