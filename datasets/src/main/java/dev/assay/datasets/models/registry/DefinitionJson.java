package dev.assay.datasets.models.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelLimits;
import dev.assay.datasets.models.Price;
import dev.assay.datasets.models.Provider;
import dev.assay.datasets.models.ledger.RequestJson;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A definition in the file: {@code name, provider, model, baseUrl, insecureAddressConfirmed, keyVariable, parameters {temperature, topP, maxTokens,
 * seed, reasoningEffort, systemPrompt, extraBody, schemaSupport}, limits {requestsPerMinute, tokensPerMinute, concurrency}, price {in, out}, headers,
 * proxy, timeoutSeconds}}. What is not set is not there.
 */
final class DefinitionJson {

    static final String CONFIRMED = "insecureAddressConfirmed";

    private static final Set<String> FIELDS = Set.of(
            "name", "provider", "model", "baseUrl", CONFIRMED, "keyVariable", "parameters", "limits", "price", "headers", "proxy", "timeoutSeconds");
    private static final Map<String, Set<String>> INNER_FIELDS = Map.of(
            "parameters",
            Set.of("temperature", "topP", "maxTokens", "seed", "reasoningEffort", "systemPrompt", "extraBody", "schemaSupport"),
            "limits",
            Set.of("requestsPerMinute", "tokensPerMinute", "concurrency"),
            "price",
            Set.of("in", "out"));

    private DefinitionJson() {}

    static ObjectNode write(ModelDefinition model, boolean confirmed) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", model.name()).put("provider", model.provider().id()).put("model", model.model());
        model.baseUrl().ifPresent(url -> json.put("baseUrl", url.toString()));
        if (confirmed && DefinitionCheck.needsConfirmation(model)) {
            json.put(CONFIRMED, true);
        }
        model.keyVariable().ifPresent(variable -> json.put("keyVariable", variable));
        json.set("parameters", RequestJson.parameters(model.parameters()));
        ObjectNode limits = json.putObject("limits");
        model.limits().requestsPerMinute().ifPresent(limit -> limits.put("requestsPerMinute", limit));
        model.limits().tokensPerMinute().ifPresent(limit -> limits.put("tokensPerMinute", limit));
        model.limits().concurrency().ifPresent(limit -> limits.put("concurrency", limit));
        model.price().ifPresent(price -> json.putObject("price").put("in", price.in()).put("out", price.out()));
        ObjectNode headers = json.putObject("headers");
        new TreeMap<>(model.headers()).forEach(headers::put);
        model.proxy().ifPresent(proxy -> json.put("proxy", proxy.toString()));
        json.put("timeoutSeconds", model.timeout().toMillis() / 1000.0);
        return json;
    }

    /** The entry with the fields of the model instead of those that it had, and all that this program does not know. */
    static ObjectNode change(JsonNode entry, ModelDefinition model, boolean confirmed) {
        ObjectNode changed = write(model, confirmed);
        keepUnknown(changed, entry, FIELDS);
        INNER_FIELDS.forEach((field, inner) -> {
            if (changed.get(field) instanceof ObjectNode target) {
                keepUnknown(target, entry.path(field), inner);
            }
        });
        return changed;
    }

    private static void keepUnknown(ObjectNode target, JsonNode old, Set<String> known) {
        old.properties().stream().filter(field -> !known.contains(field.getKey())).forEach(field -> target.set(field.getKey(), field.getValue()));
    }

    /** @throws AssayException if something in it cannot be understood */
    static ModelDefinition read(JsonNode json) {
        Provider provider = Provider.fromId(json.path("provider").asText())
                .orElseThrow(() -> new AssayException("its provider '" + json.path("provider").asText() + "' is not known to this version"));
        Map<String, String> headers = new TreeMap<>();
        json.path("headers").properties().forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
        return new ModelDefinition(
                json.path("name").asText(),
                provider,
                json.path("model").asText(),
                uri(json, "baseUrl"),
                Optional.ofNullable(json.get("keyVariable")).map(JsonNode::asText),
                RequestJson.parametersFrom(json.path("parameters")),
                limits(json.path("limits")),
                price(json.path("price")),
                headers,
                uri(json, "proxy"),
                timeout(json));
    }

    private static ModelLimits limits(JsonNode json) {
        return new ModelLimits(number(json, "requestsPerMinute"), number(json, "tokensPerMinute"), number(json, "concurrency"));
    }

    private static Optional<Integer> number(JsonNode json, String field) {
        return Optional.ofNullable(json.get(field)).map(JsonNode::asInt);
    }

    private static Optional<Price> price(JsonNode json) {
        try {
            return json.isObject() ? Optional.of(new Price(json.path("in").asDouble(Double.NaN), json.path("out").asDouble(Double.NaN))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new AssayException("its price needs the numbers in and out, from 0 on", e);
        }
    }

    private static Duration timeout(JsonNode json) {
        return json.path("timeoutSeconds").isNumber()
                ? Duration.ofMillis(Math.round(json.path("timeoutSeconds").asDouble() * 1000))
                : ModelDefinition.USUAL_TIMEOUT;
    }

    private static Optional<URI> uri(JsonNode json, String field) {
        try {
            return Optional.ofNullable(json.get(field)).map(value -> URI.create(value.asText()));
        } catch (IllegalArgumentException e) {
            throw new AssayException("its " + field + " is no address", e);
        }
    }
}
