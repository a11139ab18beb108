package dev.assay.datasets.models.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.datasets.models.FinishReason;
import dev.assay.datasets.models.Provider;
import dev.assay.datasets.models.RawReply;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the bodies of replies, each in its provider's form. */
public final class ReplyReading {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private ReplyReading() {}

    /** Empty if it is no reply of a model of this provider. */
    public static Optional<RawReply> of(Provider provider, String body) {
        JsonNode json = json(body);
        return switch (provider) {
            case OPENAI, AZURE -> openAi(json, body);
            case ANTHROPIC -> anthropic(json, body);
            case GEMINI -> gemini(json, body);
            case OLLAMA -> ollama(json, body);
        };
    }

    /** A missing node if it is no JSON. */
    public static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    /** See OpenAI's API reference, "The chat completion object"; some compatible servers give the content in parts. */
    private static Optional<RawReply> openAi(JsonNode json, String body) {
        JsonNode choice = json.path("choices").path(0);
        JsonNode message = choice.path("message");
        // OpenRouter tells of a fault of the model's host beside what was written until then.
        Optional<String> fault = fault(choice.path("error")).or(() -> fault(json.path("error")).filter(any -> choice.isObject()));
        if (!message.isObject() && fault.isEmpty()) {
            return Optional.empty();
        }
        String reason = choice.path("finish_reason").asText("");
        JsonNode content = message.path("content");
        String text = content.isArray() ? textOf(content, part -> part.path("type").asText().equals("text")) : content.asText("");
        String refusal = message.path("refusal").asText("");
        FinishReason finish = fault.isPresent() ? FinishReason.ERROR : refusal.isEmpty() ? openAi(reason) : FinishReason.REFUSAL;
        JsonNode usage = json.path("usage");
        return Optional.of(new RawReply(
                text.isEmpty() ? refusal : text,
                words(json.path("model")),
                number(usage.path("prompt_tokens")),
                number(usage.path("completion_tokens")),
                finish,
                fault.orElse(reason),
                body));
    }

    /** Compatible servers have reasons of their own: vLLM and SGLang "abort", DeepSeek "insufficient_system_resource", Mistral "model_length". */
    private static FinishReason openAi(String reason) {
        return switch (reason.toLowerCase(Locale.ROOT)) {
            case "stop", "eos", "eos_token", "end_turn", "stop_sequence", "complete", "completed" -> FinishReason.STOP;
            case "length", "max_tokens", "max_output_tokens", "model_length" -> FinishReason.LENGTH;
            case "content_filter", "content_filtered", "safety", "sensitive" -> FinishReason.CONTENT_FILTER;
            case "refusal" -> FinishReason.REFUSAL;
            case "error", "abort", "aborted", "insufficient_system_resource", "network_error" -> FinishReason.ERROR;
            case "" -> FinishReason.UNKNOWN;
            default -> FinishReason.OTHER;
        };
    }

    /** What is said of a fault; empty if there is none. */
    private static Optional<String> fault(JsonNode error) {
        if (error.isObject() && !error.isEmpty()) {
            return Optional.of(error.path("message").asText(error.toString()));
        }
        return words(error);
    }

    /** See Anthropic's API reference, "Messages"; tokens that came from a cache are billed too. */
    private static Optional<RawReply> anthropic(JsonNode json, String body) {
        if (!json.path("content").isArray()) {
            return Optional.empty();
        }
        String reason = json.path("stop_reason").asText("");
        FinishReason finish = switch (reason) {
            case "end_turn", "stop_sequence" -> FinishReason.STOP;
            case "max_tokens", "model_context_window_exceeded" -> FinishReason.LENGTH;
            case "refusal" -> FinishReason.REFUSAL;
            case "" -> FinishReason.UNKNOWN;
            default -> FinishReason.OTHER;
        };
        JsonNode usage = json.path("usage");
        return Optional.of(new RawReply(
                textOf(json.path("content"), part -> part.path("type").asText().equals("text")),
                words(json.path("model")),
                sum(usage.path("input_tokens"), usage.path("cache_creation_input_tokens"), usage.path("cache_read_input_tokens")),
                number(usage.path("output_tokens")),
                finish,
                reason,
                body));
    }

    /** See the Gemini API reference, "GenerateContentResponse"; a blocked prompt has no candidates. */
    private static Optional<RawReply> gemini(JsonNode json, String body) {
        JsonNode candidate = json.path("candidates").path(0);
        boolean blocked = json.path("promptFeedback").has("blockReason");
        if (!candidate.isObject() && !blocked) {
            return Optional.empty();
        }
        String reason = candidate.path("finishReason").asText("");
        FinishReason finish = switch (reason) {
            case "STOP" -> FinishReason.STOP;
            case "MAX_TOKENS" -> FinishReason.LENGTH;
            case "SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "IMAGE_SAFETY" -> FinishReason.CONTENT_FILTER;
            case "" -> blocked ? FinishReason.CONTENT_FILTER : FinishReason.UNKNOWN;
            default -> FinishReason.OTHER;
        };
        JsonNode usage = json.path("usageMetadata");
        return Optional.of(new RawReply(
                textOf(candidate.path("content").path("parts"), part -> !part.path("thought").asBoolean()),
                words(json.path("modelVersion")),
                number(usage.path("promptTokenCount")),
                sum(usage.path("candidatesTokenCount"), usage.path("thoughtsTokenCount")),
                finish,
                reason,
                body));
    }

    /** See Ollama's API documentation, "Generate a chat completion". */
    private static Optional<RawReply> ollama(JsonNode json, String body) {
        JsonNode message = json.path("message");
        if (!message.isObject()) {
            return Optional.empty();
        }
        String reason = json.path("done_reason").asText("");
        FinishReason finish = switch (reason) {
            case "stop" -> FinishReason.STOP;
            case "length" -> FinishReason.LENGTH;
            case "" -> json.path("done").asBoolean(true) ? FinishReason.UNKNOWN : FinishReason.ERROR;
            default -> FinishReason.OTHER;
        };
        return Optional.of(new RawReply(
                message.path("content").asText(""),
                words(json.path("model")),
                number(json.path("prompt_eval_count")),
                number(json.path("eval_count")),
                finish,
                reason,
                body));
    }

    private static String textOf(JsonNode parts, Predicate<JsonNode> isText) {
        return parts.valueStream().filter(isText).map(part -> part.path("text").asText("")).collect(Collectors.joining());
    }

    private static Optional<String> words(JsonNode node) {
        return Optional.of(node.asText("")).filter(text -> !text.isBlank());
    }

    private static Optional<Integer> number(JsonNode node) {
        return node.isIntegralNumber() ? Optional.of(node.asInt()) : Optional.empty();
    }

    /** Of those that are there; empty if none is. */
    private static Optional<Integer> sum(JsonNode... nodes) {
        return Stream.of(nodes).map(ReplyReading::number).flatMap(Optional::stream).reduce(Integer::sum);
    }
}
