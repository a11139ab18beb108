package dev.assay.datasets.models;

import java.util.Locale;

/** One turn of a conversation with a model. */
public record Message(Role role, String text) {

    /** Who speaks. */
    public enum Role {
        SYSTEM,
        USER,
        ASSISTANT;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Message system(String text) {
        return new Message(Role.SYSTEM, text);
    }

    public static Message user(String text) {
        return new Message(Role.USER, text);
    }

    public static Message assistant(String text) {
        return new Message(Role.ASSISTANT, text);
    }
}
