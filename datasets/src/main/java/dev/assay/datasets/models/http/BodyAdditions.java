package dev.assay.datasets.models.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelParameters;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What is added to the body that an adapter writes: parameters that it does not know, and the person's own fields, which win. */
public final class BodyAdditions {

    private static final Set<String> NO_REASONING = Set.of("none", "off", "false");

    private BodyAdditions() {}

    public static ObjectNode of(ModelDefinition model) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ModelParameters parameters = model.parameters();
        parameters.seed().ifPresent(seed -> {
            switch (model.provider()) {
                case OPENAI, AZURE -> body.put("seed", seed);
                case GEMINI -> body.putObject("generationConfig").put("seed", seed);
                case OLLAMA -> body.putObject("options").put("seed", seed);
                case ANTHROPIC -> {
                    // It knows none.
                }
            }
        });
        parameters.reasoningEffort().ifPresent(effort -> reason(body, model, effort));
        merge(body, parameters.extraBody());
        return body;
    }

    private static void reason(ObjectNode body, ModelDefinition model, String effort) {
        boolean none = NO_REASONING.contains(effort.toLowerCase(Locale.ROOT));
        switch (model.provider()) {
            case OPENAI, AZURE -> body.put("reasoning_effort", effort);
            case ANTHROPIC -> {
                if (none) {
                    body.putObject("thinking").put("type", "disabled");
                } else {
                    body.putObject("output_config").put("effort", effort);
                }
            }
            case GEMINI -> {
                ObjectNode thinking = body.withObject("/generationConfig").putObject("thinkingConfig");
                if (none) {
                    thinking.put("thinkingBudget", 0);
                } else {
                    thinking.put("thinkingLevel", effort);
                }
            }
            case OLLAMA -> {
                if (none) {
                    body.put("think", false);
                } else {
                    body.put("think", effort);
                }
            }
        }
    }

    /** Fields of the second are put into the first; objects are merged, everything else is replaced. */
    public static void merge(ObjectNode target, ObjectNode added) {
        for (Map.Entry<String, JsonNode> field : added.properties()) {
            if (field.getValue() instanceof ObjectNode inner && target.get(field.getKey()) instanceof ObjectNode there) {
                merge(there, inner);
            } else {
                target.set(field.getKey(), field.getValue().deepCopy());
            }
        }
    }
}
