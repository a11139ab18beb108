package dev.assay.datasets.models.batches;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.datasets.models.FinishReason;
import dev.assay.datasets.models.RawReply;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads "the chat completion object" of OpenAI's API reference; some compatible services give the content in parts. */
final class ChatCompletionBody {

    private ChatCompletionBody() {}

    /**
     * Empty if it is no reply of a model.
     *
     * @param whole what is stored as the body
     */
    static Optional<RawReply> read(JsonNode body, String whole) {
        JsonNode choice = body.path("choices").path(0);
        JsonNode message = choice.path("message");
        if (!message.isObject()) {
            return Optional.empty();
        }
        String refusal = message.path("refusal").asText("");
        String text = text(message.path("content"));
        return Optional.of(new RawReply(
                text.isEmpty() ? refusal : text,
                Optional.of(body.path("model").asText("")).filter(model -> !model.isBlank()),
                tokens(body.at("/usage/prompt_tokens")),
                tokens(body.at("/usage/completion_tokens")),
                refusal.isEmpty() ? finish(choice.path("finish_reason").asText("")) : FinishReason.REFUSAL,
                whole));
    }

    private static String text(JsonNode content) {
        return content.isArray()
                ? content.valueStream()
                        .filter(part -> part.path("type").asText().equals("text"))
                        .map(part -> part.path("text").asText(""))
                        .collect(Collectors.joining())
                : content.asText("");
    }

    private static FinishReason finish(String reason) {
        return switch (reason) {
            case "stop", "eos_token", "end_turn", "stop_sequence" -> FinishReason.STOP;
            case "length", "max_tokens" -> FinishReason.LENGTH;
            case "content_filter" -> FinishReason.CONTENT_FILTER;
            case "refusal" -> FinishReason.REFUSAL;
            case "" -> FinishReason.UNKNOWN;
            default -> FinishReason.OTHER;
        };
    }

    private static Optional<Integer> tokens(JsonNode number) {
        return number.canConvertToInt() && number.asInt() >= 0 ? Optional.of(number.asInt()) : Optional.empty();
    }
}
