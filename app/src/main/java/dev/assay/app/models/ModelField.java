package dev.assay.app.models;

/** What is written into the form of a model, field by field. */
enum ModelField {
    NAME("Name", "as it is called in tables and figures"),
    MODEL("Model", "the service's id, such as gpt-4.1-mini"),
    BASE_URL("Base URL", "where the service usually is"),
    KEY_VARIABLE("Environment variable of the key", "the service's usual one"),
    TEMPERATURE("Temperature", "0 to 2"),
    TOP_P("Top-p", "over 0, up to 1"),
    MAX_TOKENS("Longest answer, in tokens", "as the service has it"),
    SEED("Seed", "for services that know one"),
    REASONING_EFFORT("Reasoning effort", "minimal, low, medium, high"),
    SYSTEM_PROMPT("System prompt", "put before every conversation"),
    EXTRA_BODY("Extra fields of the request, as JSON", "{\"top_k\": 40}"),
    PRICE_IN("Price in, per million tokens", "unknown"),
    PRICE_OUT("Price out, per million tokens", "unknown"),
    REQUESTS_PER_MINUTE("Requests per minute", "no limit"),
    TOKENS_PER_MINUTE("Tokens per minute", "no limit"),
    CONCURRENCY("Calls at the same time", "found by trying, up to 64"),
    TIMEOUT("Time limit of a call, in seconds", "120"),
    HEADERS("Headers, one a line", "Name: value, or Name: ${VARIABLE}"),
    PROXY("Proxy", "http://host:port");

    private final String title;
    private final String prompt;

    ModelField(String title, String prompt) {
        this.title = title;
        this.prompt = prompt;
    }

    String title() {
        return title;
    }

    /** What stands in the field while it is empty. */
    String prompt() {
        return prompt;
    }

    boolean hasLines() {
        return this == SYSTEM_PROMPT || this == EXTRA_BODY || this == HEADERS;
    }
}
