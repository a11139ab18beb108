package dev.assay.datasets.models;

import java.util.Optional;

/**
 * A reply of a service as it came.
 *
 * @param text what the model wrote, reasoning left out where the service keeps it apart; may be empty
 * @param modelAnswered id of the model that the service says has answered
 * @param tokensIn tokens of the prompt, as billed; empty if the service does not say
 * @param tokensOut tokens of the answer, reasoning included, as billed
 * @param finish why it stopped
 * @param ending why it stopped, as the service calls it, or what it says of its fault; may be empty
 * @param body the body of the HTTP reply, untouched but for keys, should the service have repeated one
 */
public record RawReply(
        String text,
        Optional<String> modelAnswered,
        Optional<Integer> tokensIn,
        Optional<Integer> tokensOut,
        FinishReason finish,
        String ending,
        String body) {}
