package dev.assay.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelLimits;
import dev.assay.datasets.models.ModelParameters;
import dev.assay.datasets.models.Price;
import dev.assay.datasets.models.Provider;
import dev.assay.datasets.models.SchemaSupport;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Everything that can be said about a model on the command line. */
final class ModelOptionsMixin {

    @Option(names = "--provider", required = true, paramLabel = "PROVIDER",
            description = "openai (and everything compatible, by --base-url), anthropic, gemini, ollama or azure.")
    private String provider = "";

    @Option(names = "--model", required = true, paramLabel = "ID", description = "The provider's id of the model.")
    private String model = "";

    @Option(names = "--base-url", paramLabel = "URL", description = "Where it is reached (default: where the provider usually is).")
    private @Nullable URI baseUrl;

    @Option(names = "--key-env", paramLabel = "VAR", description = "Environment variable that holds the key (default: the provider's usual one).")
    private @Nullable String keyEnv;

    @Option(names = "--temperature", paramLabel = "T", description = "0 to 2.")
    private @Nullable Double temperature;

    @Option(names = "--top-p", paramLabel = "P", description = "Over 0, up to 1.")
    private @Nullable Double topP;

    @Option(names = "--max-tokens", paramLabel = "N", description = "Longest answer, in tokens.")
    private @Nullable Integer maxTokens;

    @Option(names = "--seed", paramLabel = "N", description = "For services that know one.")
    private @Nullable Long seed;

    @Option(names = "--reasoning-effort", paramLabel = "LEVEL", description = "As the service calls it: none, minimal, low, medium, high.")
    private @Nullable String reasoningEffort;

    @Option(names = "--system-prompt", paramLabel = "TEXT", description = "Put before every conversation.")
    private @Nullable String systemPrompt;

    @Option(names = "--extra-body", paramLabel = "JSON", description = "An object whose fields are added to the body of every request.")
    private @Nullable String extraBody;

    @Option(names = "--schema", paramLabel = "auto|json-schema|json-mode|prompt", defaultValue = "auto",
            description = "How the model is told the form of a reply (default: ${DEFAULT-VALUE}).")
    private String schema = "auto";

    @Option(names = "--requests-per-minute", paramLabel = "N", description = "Most requests in a minute.")
    private @Nullable Integer requestsPerMinute;

    @Option(names = "--tokens-per-minute", paramLabel = "N", description = "Most tokens in a minute, in and out.")
    private @Nullable Integer tokensPerMinute;

    @Option(names = "--concurrency", paramLabel = "N", description = "Most calls at the same time (default: found by trying).")
    private @Nullable Integer concurrency;

    @Option(names = "--price-in", paramLabel = "X", description = "Money per million tokens of the prompt.")
    private @Nullable Double priceIn;

    @Option(names = "--price-out", paramLabel = "X", description = "Money per million tokens of the answer.")
    private @Nullable Double priceOut;

    @Option(names = "--timeout", paramLabel = "SECONDS", description = "Time limit of one call (default: 120).")
    private @Nullable Double timeout;

    @Option(names = "--header", paramLabel = "NAME=VALUE", mapFallbackValue = "",
            description = "Sent with every request; $${VARIABLE} in it is taken from the environment, as keys must be.")
    private Map<String, String> headers = new TreeMap<>();

    @Option(names = "--proxy", paramLabel = "URL", description = "HTTP proxy, as http://host:port.")
    private @Nullable URI proxy;

    @Option(names = "--allow-insecure", description = "Yes, the base URL is neither https nor on this computer, and everything is sent openly.")
    private boolean allowInsecure;

    boolean allowsInsecure() {
        return allowInsecure;
    }

    /** @throws AssayException if something cannot be understood */
    ModelDefinition definition(String name) {
        Provider of = Provider.fromId(provider)
                .orElseThrow(() -> new AssayException("--provider " + provider + " is not known: use openai, anthropic, gemini, ollama or azure"));
        return new ModelDefinition(
                name, of, model, Optional.ofNullable(baseUrl), Optional.ofNullable(keyEnv), parameters(),
                new ModelLimits(Optional.ofNullable(requestsPerMinute), Optional.ofNullable(tokensPerMinute), Optional.ofNullable(concurrency)),
                price(), headers, Optional.ofNullable(proxy), timeLimit());
    }

    private ModelParameters parameters() {
        return new ModelParameters(
                Optional.ofNullable(temperature), Optional.ofNullable(topP), Optional.ofNullable(maxTokens), Optional.ofNullable(seed),
                Optional.ofNullable(reasoningEffort), Optional.ofNullable(systemPrompt), extraFields(), schemaSupport());
    }

    private ObjectNode extraFields() {
        if (extraBody == null) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            if (new ObjectMapper().readTree(extraBody) instanceof ObjectNode fields) {
                return fields;
            }
        } catch (JsonProcessingException e) {
            // Said below.
        }
        throw new AssayException("--extra-body is no JSON object: write it as '{\"top_k\": 40}'");
    }

    private Optional<SchemaSupport> schemaSupport() {
        if (schema.toLowerCase(Locale.ROOT).equals("auto")) {
            return Optional.empty();
        }
        return Optional.of(SchemaSupport.fromId(schema)
                .orElseThrow(() -> new AssayException("--schema " + schema + " is not known: use auto, json-schema, json-mode or prompt")));
    }

    private Optional<Price> price() {
        if (priceIn == null && priceOut == null) {
            return Optional.empty();
        }
        if (priceIn == null || priceOut == null) {
            throw new AssayException("--price-in and --price-out belong together: give both, in money per million tokens");
        }
        try {
            return Optional.of(new Price(priceIn, priceOut));
        } catch (IllegalArgumentException e) {
            throw new AssayException("--price-in and --price-out are numbers from 0 on", e);
        }
    }

    private Duration timeLimit() {
        if (timeout == null) {
            return ModelDefinition.USUAL_TIMEOUT;
        }
        if (!(timeout >= 1 && timeout <= 1e6)) {
            throw new AssayException("--timeout is a number of seconds from 1 on");
        }
        return Duration.ofMillis(Math.round(timeout * 1000));
    }
}
