package dev.assay.datasets.models.batches;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.models.Message;
import dev.assay.datasets.models.ModelParameters;
import dev.assay.datasets.models.ModelRequest;
import dev.assay.datasets.models.Provider;
import dev.assay.datasets.models.SchemaPrompt;
import dev.assay.datasets.models.SchemaSupport;
import dev.assay.datasets.models.langchain4j.BodyAdditions;
import dev.assay.datasets.models.ledger.RequestJson;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A request as the body of a call of OpenAI's chat completions: the same that a normal call sends. */
final class ChatCompletionRequest {

    private ChatCompletionRequest() {}

    /** @param request as the ledger has it, see {@link RequestJson#of} */
    static ObjectNode body(JsonNode request, int replicate) {
        ModelParameters parameters = RequestJson.parametersFrom(request.path("parameters"));
        ModelRequest asked = RequestJson.requestFrom(request, replicate);
        SchemaSupport support = parameters.schemaSupport().orElseGet(Provider.OPENAI::usualSchemaSupport);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("model", request.path("model").asText());
        messages(body.putArray("messages"), parameters, SchemaPrompt.messages(asked, support));
        parameters.temperature().ifPresent(value -> body.put("temperature", value));
        parameters.topP().ifPresent(value -> body.put("top_p", value));
        // OpenAI's own newer models refuse the older name, which compatible services know.
        parameters.maxTokens().ifPresent(value -> body.put(request.has("baseUrl") ? "max_tokens" : "max_completion_tokens", value));
        parameters.seed().ifPresent(value -> body.put("seed", value));
        parameters.reasoningEffort().ifPresent(value -> body.put("reasoning_effort", value));
        asked.schema().ifPresent(schema -> {
            switch (support) {
                case JSON_SCHEMA -> body.putObject("response_format").put("type", "json_schema").putObject("json_schema")
                        .put("name", schema.name()).put("strict", true).set("schema", schema.schema());
                case JSON_MODE -> body.putObject("response_format").put("type", "json_object");
                case PROMPT_ONLY -> {
                    // The form stands in the prompt.
                }
            }
        });
        BodyAdditions.merge(body, parameters.extraBody());
        return body;
    }

    /** One system message at most, at the beginning: many chat templates take no other. */
    private static void messages(ArrayNode messages, ModelParameters parameters, List<Message> turns) {
        String system = Stream.concat(
                        parameters.systemPrompt().stream(),
                        turns.stream().filter(turn -> turn.role() == Message.Role.SYSTEM).map(Message::text))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n\n"));
        if (!system.isEmpty()) {
            messages.addObject().put("role", "system").put("content", system);
        }
        turns.stream().filter(turn -> turn.role() != Message.Role.SYSTEM)
                .forEach(turn -> messages.addObject().put("role", turn.role().id()).put("content", turn.text()));
    }
}
