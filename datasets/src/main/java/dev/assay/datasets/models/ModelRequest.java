package dev.assay.datasets.models;

import java.util.List;
import java.util.Optional;

/**
 * What a model is asked.
 *
 * @param messages the conversation so far, the person's turn last; without the system prompt of the model's parameters
 * @param schema the form that the reply must have, if any
 * @param replicate 0, 1, …: the same question asked anew on purpose
 */
public record ModelRequest(List<Message> messages, Optional<ReplySchema> schema, int replicate) {

    public ModelRequest {
        messages = List.copyOf(messages);
        if (messages.isEmpty() || replicate < 0) {
            throw new IllegalArgumentException("a request has messages and a replicate from 0 on");
        }
    }

    public static ModelRequest of(Message... messages) {
        return new ModelRequest(List.of(messages), Optional.empty(), 0);
    }

    public ModelRequest in(ReplySchema form) {
        return new ModelRequest(messages, Optional.of(form), replicate);
    }
}
