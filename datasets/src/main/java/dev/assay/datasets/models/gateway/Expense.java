package dev.assay.datasets.models.gateway;

import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelRequest;
import java.util.Optional;

/**
 * What a call is expected to take, and whether it may: the budget stands behind it. Used by many threads at once.
 */
public interface Expense {

    /** Tokens in and out together that a call is expected to take. */
    int expectedTokens(ModelDefinition model, ModelRequest request);

    /**
     * Sets aside what a call is expected to cost.
     *
     * @return to be settled when the call is over
     * @throws dev.assay.datasets.StoppedException if the budget does not allow another call
     */
    Reserved reserve(ModelDefinition model, ModelRequest request);

    /** What was set aside for one call. */
    @FunctionalInterface
    interface Reserved {

        /** @param cost what it cost in the end; empty if it cost nothing or nobody knows */
        void settle(Optional<Double> cost);
    }

    /** For calls that nobody counts: a quarter of the characters is taken for the tokens. */
    static Expense uncounted() {
        return new Expense() {
            @Override
            public int expectedTokens(ModelDefinition model, ModelRequest request) {
                return request.messages().stream().mapToInt(message -> message.text().length() / 4 + 1).sum()
                        + model.parameters().maxTokens().orElse(0);
            }

            @Override
            public Reserved reserve(ModelDefinition model, ModelRequest request) {
                return cost -> {};
            }
        };
    }
}
