package dev.assay.datasets.models.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.models.Message;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelParameters;
import dev.assay.datasets.models.ModelRequest;
import dev.assay.datasets.models.ReplySchema;
import dev.assay.datasets.models.SchemaSupport;
import dev.assay.datasets.records.ContentId;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A request as it stands in the ledger: everything that decides what the reply can be, and nothing else. Price, limits, time limit, headers and proxy
 * make no difference to it, nor does the name that the person gave the model.
 */
public final class RequestJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectWriter SORTED = JSON.writer().with(JsonNodeFeature.WRITE_PROPERTIES_SORTED);

    private RequestJson() {}

    /** provider, baseUrl (unless it is the provider's usual one), model, parameters, messages [{role, content}], schema {name, schema}. */
    public static ObjectNode of(ModelDefinition model, ModelRequest request) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("provider", model.provider().id());
        model.baseUrl().filter(url -> !Optional.of(url).equals(model.provider().usualBaseUrl())).ifPresent(url -> json.put("baseUrl", url.toString()));
        json.put("model", model.model());
        json.set("parameters", parameters(model.parameters()));
        ArrayNode messages = json.putArray("messages");
        request.messages().forEach(message -> messages.addObject().put("role", message.role().id()).put("content", message.text()));
        request.schema().ifPresent(schema -> json.putObject("schema").put("name", schema.name()).set("schema", schema.schema()));
        return json;
    }

    /** The text of {@link Call#request}, as JSON. */
    public static JsonNode read(String request) {
        try {
            return JSON.readTree(request);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only what is set. */
    public static ObjectNode parameters(ModelParameters parameters) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        parameters.temperature().ifPresent(value -> json.put("temperature", value));
        parameters.topP().ifPresent(value -> json.put("topP", value));
        parameters.maxTokens().ifPresent(value -> json.put("maxTokens", value));
        parameters.seed().ifPresent(value -> json.put("seed", value));
        parameters.reasoningEffort().ifPresent(value -> json.put("reasoningEffort", value));
        parameters.systemPrompt().ifPresent(value -> json.put("systemPrompt", value));
        if (!parameters.extraBody().isEmpty()) {
            json.set("extraBody", parameters.extraBody());
        }
        parameters.schemaSupport().ifPresent(value -> json.put("schemaSupport", value.id()));
        return json;
    }

    /** The parameters that {@link #parameters(ModelParameters)} wrote. */
    public static ModelParameters parametersFrom(JsonNode json) {
        return new ModelParameters(
                Optional.ofNullable(json.get("temperature")).map(JsonNode::asDouble),
                Optional.ofNullable(json.get("topP")).map(JsonNode::asDouble),
                Optional.ofNullable(json.get("maxTokens")).map(JsonNode::asInt),
                Optional.ofNullable(json.get("seed")).map(JsonNode::asLong),
                Optional.ofNullable(json.get("reasoningEffort")).map(JsonNode::asText),
                Optional.ofNullable(json.get("systemPrompt")).map(JsonNode::asText),
                json.get("extraBody") instanceof ObjectNode extra ? extra : JsonNodeFactory.instance.objectNode(),
                SchemaSupport.fromId(json.path("schemaSupport").asText()));
    }

    /** The request that {@link #of} wrote. */
    public static ModelRequest requestFrom(JsonNode json, int replicate) {
        List<Message> messages = new ArrayList<>();
        json.path("messages").forEach(message -> messages.add(
                new Message(Message.Role.valueOf(message.path("role").asText().toUpperCase(Locale.ROOT)), message.path("content").asText())));
        Optional<ReplySchema> schema = json.path("schema").path("schema") instanceof ObjectNode form
                ? Optional.of(new ReplySchema(json.path("schema").path("name").asText(), form))
                : Optional.empty();
        return new ModelRequest(messages, schema, replicate);
    }

    /** By which the same request is known again, whatever the order of the names in it. */
    public static String hash(ObjectNode request, int replicate) {
        try {
            return ContentId.of("call", SORTED.writeValueAsString(request), Integer.toString(replicate));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
