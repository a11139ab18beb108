package dev.assay.datasets.models;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Whose protocol a model speaks. */
public enum Provider {
    /** OpenAI, and everything compatible with it by base URL: vLLM, llama.cpp, LM Studio, OpenRouter, DeepSeek … */
    OPENAI("https://api.openai.com/v1", "OPENAI_API_KEY"),
    ANTHROPIC("https://api.anthropic.com/v1", "ANTHROPIC_API_KEY"),
    GEMINI("https://generativelanguage.googleapis.com/v1beta", "GEMINI_API_KEY"),
    OLLAMA("http://localhost:11434", ""),
    /** Every resource has an address of its own, so a base URL must be given. */
    AZURE("", "AZURE_OPENAI_API_KEY");

    private final String baseUrl;
    private final String keyVariable;

    Provider(String baseUrl, String keyVariable) {
        this.baseUrl = baseUrl;
        this.keyVariable = keyVariable;
    }

    /** Where it is reached if nobody says otherwise. */
    public Optional<URI> usualBaseUrl() {
        return baseUrl.isEmpty() ? Optional.empty() : Optional.of(URI.create(baseUrl));
    }

    /** Environment variable in which its key usually lies. */
    public Optional<String> usualKeyVariable() {
        return keyVariable.isEmpty() ? Optional.empty() : Optional.of(keyVariable);
    }

    /** Tokens of the longest answer that is asked for unless the person says otherwise: Anthropic's protocol knows no answer without a limit. */
    public Optional<Integer> usualMaxTokens() {
        return this == ANTHROPIC ? Optional.of(8192) : Optional.empty();
    }

    /**
     * How its services are told the form of a reply, unless the person says otherwise. Anthropic's take a schema only with some models and some
     * schemas.
     */
    public SchemaSupport usualSchemaSupport() {
        return this == ANTHROPIC ? SchemaSupport.PROMPT_ONLY : SchemaSupport.JSON_SCHEMA;
    }

    /** As it is written in files and on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Provider> fromId(String id) {
        for (Provider provider : values()) {
            if (provider.id().equals(id.toLowerCase(Locale.ROOT))) {
                return Optional.of(provider);
            }
        }
        return Optional.empty();
    }
}
