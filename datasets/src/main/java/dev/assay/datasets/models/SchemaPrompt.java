package dev.assay.datasets.models;

import java.util.ArrayList;
import java.util.List;

/** The form of a reply in words, for services that do not take a JSON schema. */
public final class SchemaPrompt {

    private SchemaPrompt() {}

    /** The conversation as it is sent: with the schema at the end of the last turn, unless the service takes it apart from the conversation. */
    public static List<Message> messages(ModelRequest request, SchemaSupport support) {
        if (request.schema().isEmpty() || support == SchemaSupport.JSON_SCHEMA) {
            return request.messages();
        }
        List<Message> messages = new ArrayList<>(request.messages());
        Message last = messages.removeLast();
        messages.add(new Message(last.role(), last.text() + "\n\n" + inWords(request.schema().get())));
        return messages;
    }

    private static String inWords(ReplySchema schema) {
        return "Reply with one JSON object and nothing else: no text before or after it, no code fence. The object must follow this JSON schema:\n"
                + schema.schema();
    }
}
