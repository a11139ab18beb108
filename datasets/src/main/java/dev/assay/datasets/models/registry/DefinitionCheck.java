package dev.assay.datasets.models.registry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelLimits;
import dev.assay.datasets.models.ModelParameters;
import dev.assay.datasets.models.Provider;
import dev.assay.datasets.models.SecretShape;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is allowed in a definition. A key in it is not: headers that carry one refer to an environment variable. */
public final class DefinitionCheck {

    /** Azure's {@code api-version}, say. */
    private static final Set<Provider> QUERIES_ARE_SENT = Set.of(Provider.OPENAI, Provider.AZURE);
    private static final Duration LONGEST_TIMEOUT = Duration.ofHours(6);
    /** A comma would part it in a list of names on the command line. */
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl},\\s](?:[^\\p{Cntrl},]{0,78}[^\\p{Cntrl},\\s])?");
    private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{[A-Za-z_][A-Za-z0-9_]*}");
    private static final String NO_KEY_IN_THE_BODY = " looks like a key, which would be stored in studies: leave it out, and send the key in a header with ${VARIABLE}";
    /** Fields that are called like a key, and are none. */
    private static final Set<String> NO_SECRETS = Set.of("prompt_cache_key");
    private static final Set<String> NOT_THE_PERSONS =
            Set.of("connection", "content-length", "content-type", "expect", "host", "transfer-encoding", "upgrade");

    private DefinitionCheck() {}

    /** Whether keys and texts would travel openly to another computer: the person has to say that this is meant. */
    public static boolean needsConfirmation(ModelDefinition model) {
        return model.address().filter(url -> !"https".equalsIgnoreCase(url.getScheme()) && !ModelDefinition.isLoopback(url)).isPresent();
    }

    /** @throws AssayException if something is not allowed: one line that says what to do */
    static void require(ModelDefinition model, boolean confirmed) {
        demand(NAME.matcher(model.name()).matches(), "a model's name is up to 80 characters without commas, not '" + model.name() + "'");
        demand(!model.model().isBlank() && model.model().equals(model.model().strip()), "the model " + model.name() + " names no model of its service: say it with --model");
        URI address = model.address()
                .orElseThrow(() -> new AssayException("the model " + model.name() + " has no address: say it with --base-url"));
        requireAddress(address, "the base URL", Set.of("http", "https"));
        demand(address.getQuery() == null || QUERIES_ARE_SENT.contains(model.provider()), "the base URL must not hold a query (" + model.provider().id()
                + " takes none): leave out the question mark and what follows it");
        model.proxy().ifPresent(proxy -> {
            requireAddress(proxy, "the proxy", Set.of("http"));
            demand(proxy.getPort() > 0, "the proxy needs a port: write it http://host:port");
        });
        demand(confirmed || !needsConfirmation(model), "the base URL " + address
                + " is not https and not on this computer: everything, the key too, would be sent openly; use https, or say --allow-insecure");
        model.keyVariable().ifPresent(variable -> demand(variable.matches("[A-Za-z_][A-Za-z0-9_]*"),
                "the name of an environment variable has letters, digits and underscores; give the name of the variable, not the key"));
        model.headers().forEach(DefinitionCheck::requireHeader);
        requireParameters(model.parameters());
        requireLimits(model.limits());
        demand(model.timeout().compareTo(Duration.ofSeconds(1)) >= 0 && model.timeout().compareTo(LONGEST_TIMEOUT) <= 0,
                "the time limit is from 1 to " + LONGEST_TIMEOUT.toSeconds() + " seconds");
    }

    private static void requireAddress(URI address, String what, Set<String> schemes) {
        demand(schemes.contains(String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT)) && address.getHost() != null && address.getFragment() == null,
                what + " is written " + String.join(" or ", schemes.stream().sorted().map(scheme -> scheme + "://host").toList()));
        demand(address.getUserInfo() == null, what + " must not hold a name or password: this file is no place for secrets");
        boolean secret = Optional.ofNullable(address.getQuery()).stream()
                .flatMap(query -> Stream.of(query.split("&", -1)))
                .anyMatch(pair -> SecretShape.isName(pair.replaceFirst("=.*", "")));
        demand(!secret && !SecretShape.isKey(address.toString()), what + " must not hold a key: use the keyring or an environment variable");
    }

    private static void requireHeader(String name, String value) {
        demand(HEADER.matcher(name).matches() && !NOT_THE_PERSONS.contains(name.toLowerCase(Locale.ROOT)), "'" + name + "' is no header that can be set");
        demand(value.chars().noneMatch(c -> c < ' ' || c > '~'), "the header " + name + " has a value that cannot be sent");
        boolean refers = REFERENCE.matcher(value).find();
        demand((refers || !SecretShape.isName(name)) && !SecretShape.isKey(REFERENCE.matcher(value).replaceAll("")),
                "the header " + name + " looks like a key, which is never stored: put the key into an environment variable and write ${VARIABLE}");
    }

    private static void requireParameters(ModelParameters parameters) {
        parameters.temperature().ifPresent(value -> demand(value >= 0 && value <= 2, "the temperature is from 0 to 2"));
        parameters.topP().ifPresent(value -> demand(value > 0 && value <= 1, "top-p is over 0 and at most 1"));
        parameters.maxTokens().ifPresent(value -> demand(value >= 1, "the longest answer has at least 1 token"));
        for (Map.Entry<String, ?> field : parameters.extraBody().properties()) {
            demand(!Set.of("messages", "model", "stream").contains(field.getKey()), "the field " + field.getKey() + " of the body is not the person's to set");
        }
        requireNoSecret("", "", parameters.extraBody());
    }

    /**
     * The body is part of the request, which studies keep. No variable is filled in there.
     *
     * @param path of the value in the body, for the person
     */
    private static void requireNoSecret(String path, String name, JsonNode value) {
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                demand(!SecretShape.isKey(field.getKey()), "a name" + (path.isEmpty() ? "" : " in the field " + path) + " of the body" + NO_KEY_IN_THE_BODY);
                requireNoSecret((path.isEmpty() ? "" : path + ".") + field.getKey(), field.getKey(), field.getValue());
            }
        } else if (value.isArray()) {
            value.forEach(item -> requireNoSecret(path, name, item));
        } else if (value.isTextual() && !value.asText().isBlank()) {
            boolean secret = SecretShape.isName(name) && !NO_SECRETS.contains(name);
            demand(!secret && !SecretShape.isKey(value.asText()), "the field " + path + " of the body" + NO_KEY_IN_THE_BODY);
        }
    }

    private static void requireLimits(ModelLimits limits) {
        Stream.of(limits.requestsPerMinute(), limits.tokensPerMinute(), limits.concurrency())
                .flatMap(Optional::stream)
                .forEach(limit -> demand(limit >= 1, "a limit is at least 1"));
    }

    private static void demand(boolean allowed, String otherwise) {
        if (!allowed) {
            throw new AssayException(otherwise);
        }
    }
}
