package dev.assay.datasets.models.langchain4j;

import dev.assay.datasets.models.Message;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelRequest;
import dev.assay.datasets.models.Provider;
import dev.assay.datasets.models.ReplySchema;
import dev.assay.datasets.models.SchemaPrompt;
import dev.assay.datasets.models.SchemaSupport;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A request in LangChain4j's terms. */
final class Conversation {

    private Conversation() {}

    /** @param support how the service is told the form of the reply */
    static ChatRequest of(ModelDefinition model, ModelRequest request, SchemaSupport support) {
        ChatRequest.Builder chat = ChatRequest.builder().messages(messages(model, SchemaPrompt.messages(request, support)));
        request.schema().flatMap(schema -> format(model.provider(), schema, support)).ifPresent(chat::responseFormat);
        return chat.build();
    }

    /** One system message at most, at the beginning: many chat templates take no other. */
    private static List<ChatMessage> messages(ModelDefinition model, List<Message> turns) {
        String system = Stream.concat(
                        model.parameters().systemPrompt().stream(),
                        turns.stream().filter(turn -> turn.role() == Message.Role.SYSTEM).map(Message::text))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n\n"));
        List<ChatMessage> messages = new ArrayList<>();
        if (!system.isEmpty()) {
            messages.add(SystemMessage.from(system));
        }
        for (Message turn : turns) {
            switch (turn.role()) {
                case USER -> messages.add(UserMessage.from(turn.text()));
                case ASSISTANT -> messages.add(AiMessage.from(turn.text()));
                case SYSTEM -> {
                    // Stands at the beginning.
                }
            }
        }
        return messages;
    }

    private static Optional<ResponseFormat> format(Provider provider, ReplySchema schema, SchemaSupport support) {
        return switch (support) {
            case JSON_SCHEMA -> Optional.of(ResponseFormat.builder()
                    .type(ResponseFormatType.JSON)
                    .jsonSchema(JsonSchema.builder()
                            .name(schema.name())
                            .rootElement(JsonRawSchema.from(SchemaDialect.of(provider, schema.schema()).toString()))
                            .build())
                    .build());
            // Anthropic's protocol has no such mode.
            case JSON_MODE -> provider == Provider.ANTHROPIC ? Optional.empty() : Optional.of(ResponseFormat.JSON);
            case PROMPT_ONLY -> Optional.empty();
        };
    }
}
