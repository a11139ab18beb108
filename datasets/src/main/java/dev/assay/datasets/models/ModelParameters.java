package dev.assay.datasets.models;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * How a model is to answer. What is empty is left to the service. All of it is part of what a request is: another value is another request.
 *
 * @param temperature 0 to 2
 * @param topP share of probability from which tokens are drawn, over 0 up to 1
 * @param maxTokens longest answer, in tokens
 * @param seed for services that know one
 * @param reasoningEffort as the service calls it: none, minimal, low, medium, high
 * @param systemPrompt put before every conversation
 * @param extraBody fields added to the body of every request as they are, for what only one service knows; a field within an object is added to that object
 * @param schemaSupport how the service is told the form of a reply; empty: as services of this provider usually are
 */
public record ModelParameters(
        Optional<Double> temperature,
        Optional<Double> topP,
        Optional<Integer> maxTokens,
        Optional<Long> seed,
        Optional<String> reasoningEffort,
        Optional<String> systemPrompt,
        ObjectNode extraBody,
        Optional<SchemaSupport> schemaSupport) {

    public ModelParameters {
        extraBody = extraBody.deepCopy();
    }

    /** Everything as the service has it. */
    public static ModelParameters usual() {
        return new ModelParameters(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                JsonNodeFactory.instance.objectNode(), Optional.empty());
    }

    /** @param text put before every conversation instead of what is now; blank for nothing */
    public ModelParameters prompted(String text) {
        return new ModelParameters(
                temperature, topP, maxTokens, seed, reasoningEffort, Optional.of(text).filter(said -> !said.isBlank()), extraBody, schemaSupport);
    }

    public ModelParameters told(SchemaSupport other) {
        return new ModelParameters(temperature, topP, maxTokens, seed, reasoningEffort, systemPrompt, extraBody, Optional.of(other));
    }
}
