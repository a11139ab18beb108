package dev.assay.datasets.models.langchain4j;

import dev.assay.datasets.models.ApiKey;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelParameters;
import dev.assay.datasets.models.Provider;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** LangChain4j's adapters, each with its own retries and logging off. */
final class Adapters {

    /** What LangChain4j counts as retries are the attempts after the first. */
    private static final int NO_RETRIES = 0;

    private Adapters() {}

    static ChatModel of(ModelDefinition model, URI address, ApiKey key, ServiceClient service) {
        HttpClientBuilder client = service.builder();
        return switch (model.provider()) {
            case OPENAI, AZURE -> openAi(model, address, key, client);
            case ANTHROPIC -> anthropic(model, address, key, client);
            case GEMINI -> gemini(model, address, key, client);
            case OLLAMA -> ollama(model, address, client);
        };
    }

    private static ChatModel openAi(ModelDefinition model, URI address, ApiKey key, HttpClientBuilder client) {
        ModelParameters parameters = model.parameters();
        var builder = OpenAiChatModel.builder()
                .httpClientBuilder(client)
                .baseUrl(withoutQuery(address))
                .customQueryParams(query(address))
                .modelName(model.model())
                .maxRetries(NO_RETRIES)
                .strictJsonSchema(true)
                .logRequests(false)
                .logResponses(false);
        if (key.isPresent() && model.provider() == Provider.AZURE) {
            builder.customHeaders(Map.of("api-key", key.value()));
        } else if (key.isPresent()) {
            builder.apiKey(key.value());
        }
        parameters.temperature().ifPresent(builder::temperature);
        parameters.topP().ifPresent(builder::topP);
        // OpenAI's reasoning models refuse the older name, many compatible servers do not know the newer one.
        boolean compatible = model.provider() == Provider.OPENAI && !model.address().equals(model.provider().usualBaseUrl());
        parameters.maxTokens().ifPresent(compatible ? builder::maxTokens : builder::maxCompletionTokens);
        return builder.build();
    }

    private static ChatModel anthropic(ModelDefinition model, URI address, ApiKey key, HttpClientBuilder client) {
        ModelParameters parameters = model.parameters();
        var builder = AnthropicChatModel.builder()
                .httpClientBuilder(client)
                .baseUrl(withoutQuery(address))
                .apiKey(orPlaceholder(key))
                .modelName(model.model())
                .maxTokens(parameters.maxTokens().or(model.provider()::usualMaxTokens).orElseThrow())
                .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
                .maxRetries(NO_RETRIES)
                .logRequests(false)
                .logResponses(false);
        parameters.temperature().ifPresent(builder::temperature);
        parameters.topP().ifPresent(builder::topP);
        return builder.build();
    }

    private static ChatModel gemini(ModelDefinition model, URI address, ApiKey key, HttpClientBuilder client) {
        ModelParameters parameters = model.parameters();
        var builder = GoogleAiGeminiChatModel.builder()
                .httpClientBuilder(client)
                .baseUrl(withoutQuery(address))
                .apiKey(orPlaceholder(key))
                .modelName(model.model())
                .maxRetries(NO_RETRIES)
                .logRequestsAndResponses(false);
        parameters.temperature().ifPresent(builder::temperature);
        parameters.topP().ifPresent(builder::topP);
        parameters.maxTokens().ifPresent(builder::maxOutputTokens);
        return builder.build();
    }

    private static ChatModel ollama(ModelDefinition model, URI address, HttpClientBuilder client) {
        ModelParameters parameters = model.parameters();
        var builder = OllamaChatModel.builder()
                .httpClientBuilder(client)
                .baseUrl(withoutQuery(address))
                .modelName(model.model())
                .maxRetries(NO_RETRIES)
                .logRequests(false)
                .logResponses(false);
        parameters.temperature().ifPresent(builder::temperature);
        parameters.topP().ifPresent(builder::topP);
        parameters.maxTokens().ifPresent(builder::numPredict);
        return builder.build();
    }

    /** Some adapters insist on a key even where a header stands in for it, or a server on this computer wants none. */
    private static String orPlaceholder(ApiKey key) {
        return key.isPresent() ? key.value() : "none";
    }

    private static String withoutQuery(URI address) {
        return address.toString().replaceFirst("[?#].*", "").replaceFirst("/+$", "");
    }

    /** Azure's {@code api-version}, say. */
    private static Map<String, String> query(URI address) {
        Map<String, String> query = new LinkedHashMap<>();
        if (address.getQuery() != null) {
            for (String pair : address.getQuery().split("&", -1)) {
                String[] sides = pair.split("=", 2);
                query.put(sides[0], sides.length > 1 ? sides[1] : "");
            }
        }
        return query;
    }
}
