package dev.assay.datasets.models.gateway;

import dev.assay.datasets.models.FailureKind;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelFailure;
import dev.assay.datasets.models.RawReply;
import java.util.Optional;

/** Tells whether what a model wrote is an answer. Half of one is none. */
public final class Completeness {

    private Completeness() {}

    /** Why the reply is no answer; empty if it is one. */
    public static Optional<ModelFailure> failure(RawReply reply) {
        return switch (reply.finish()) {
            case LENGTH -> failure(FailureKind.CUT_OFF, reply);
            case CONTENT_FILTER -> failure(FailureKind.CONTENT_FILTERED, reply);
            case REFUSAL -> failure(FailureKind.REFUSED, reply);
            case STOP, OTHER, UNKNOWN -> reply.text().isBlank() ? failure(FailureKind.EMPTY, reply) : Optional.empty();
        };
    }

    /**
     * Whether the same question once more may be answered. Empty and broken off replies are mostly accidents; but a model that has written as much as the
     * person allows would do so again, and one that declines or is filtered too.
     */
    static boolean mayBeBetter(ModelDefinition model, RawReply reply, ModelFailure failure) {
        return switch (failure.kind()) {
            case EMPTY -> true;
            case CUT_OFF -> model.parameters().maxTokens().isEmpty()
                    || reply.tokensOut().map(out -> out < model.parameters().maxTokens().get()).orElse(false);
            default -> false;
        };
    }

    private static Optional<ModelFailure> failure(FailureKind kind, RawReply reply) {
        return Optional.of(new ModelFailure(kind, "", Optional.of(200), Optional.empty(), Optional.of(reply.body())));
    }
}
