package dev.assay.datasets.models.http;

import dev.assay.datasets.AssayException;
import dev.assay.datasets.models.ApiKey;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.SecretShape;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The key and the headers that a definition's calls carry; {@code ${NAME}} in the value of a header is the environment variable NAME. What is secret of
 * them is taken out of what comes back, and nothing else: what a model wrote stays as it wrote it.
 */
public final class Credentials {

    /**
     * Characters of the shortest secret that is taken out of a reply. A shorter one may be part of any answer; and what stands in for a key where a server
     * wants none (none, EMPTY, lm-studio) is shorter than any real key.
     */
    private static final int SHORTEST_IN_A_REPLY = 12;
    /** In a refusal there is no answer to be spoilt. */
    private static final int SHORTEST_IN_A_REFUSAL = 8;

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
    private static final Pattern WITH_SCHEME = Pattern.compile("(?i)(?:bearer|basic)\\s+(\\S+)");
    private static final String HIDDEN = "…";

    private final ApiKey key;
    private final Map<String, String> headers;
    private final Optional<Pattern> secretsInReplies;
    private final Optional<Pattern> secretsInRefusals;

    private Credentials(ApiKey key, Map<String, String> headers, Set<String> secrets) {
        this.key = key;
        this.headers = headers;
        this.secretsInReplies = pattern(secrets, SHORTEST_IN_A_REPLY);
        this.secretsInRefusals = pattern(secrets, SHORTEST_IN_A_REFUSAL);
    }

    /**
     * @param key {@link ApiKey#NONE} if there is none
     * @param environment variables, to which values of headers may refer
     * @throws AssayException if a variable is not set, or something cannot be sent; it never says the value
     */
    public static Credentials of(ModelDefinition model, ApiKey key, Function<String, Optional<String>> environment) {
        if (!key.value().matches("[!-~]*")) {
            throw new AssayException("the key for the model " + model.name() + " holds characters that no key has: enter it again");
        }
        Set<String> secrets = new HashSet<>(Set.of(key.value()));
        Map<String, String> headers = new TreeMap<>();
        model.headers().forEach((name, written) -> {
            String value = REFERENCE.matcher(written).replaceAll(found -> {
                String variable = environment.apply(found.group(1)).orElseThrow(() -> new AssayException("the header " + name + " of the model "
                        + model.name() + " refers to the environment variable " + found.group(1) + ", which is not set: set it"));
                addWithoutScheme(secrets, variable);
                return Matcher.quoteReplacement(variable);
            });
            requireSendable(model, name, value);
            if (SecretShape.isName(name)) {
                addWithoutScheme(secrets, value);
                secrets.addAll(List.of(value.split("[\\s;,]+", -1)));
            }
            headers.put(name, value);
        });
        return new Credentials(key, headers, secrets);
    }

    private static void addWithoutScheme(Set<String> secrets, String value) {
        secrets.add(value.strip());
        Matcher scheme = WITH_SCHEME.matcher(value.strip());
        if (scheme.matches()) {
            secrets.add(scheme.group(1));
        }
    }

    private static void requireSendable(ModelDefinition model, String name, String value) {
        try {
            HttpRequest.newBuilder().setHeader(name, value);
        } catch (IllegalArgumentException e) {
            // Its message repeats the value, which may be a key.
            throw new AssayException("the header " + name + " of the model " + model.name() + " cannot be sent: correct its name or value");
        }
    }

    public ApiKey key() {
        return key;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** What came, without the secrets that the service has repeated. */
    public HttpReply hideIn(HttpReply reply) {
        if (reply.isSuccess()) {
            return new HttpReply(reply.status(), reply.headers(), hideIn(reply.body()));
        }
        // An address to which a redirect leads is shown to the person.
        Map<String, List<String>> headers = new TreeMap<>(reply.headers().map());
        headers.replaceAll((name, values) -> values.stream().map(value -> hide(secretsInRefusals, value)).toList());
        return new HttpReply(reply.status(), HttpHeaders.of(headers, (name, value) -> true), hide(secretsInRefusals, reply.body()));
    }

    /** Text in which answers may stand, without the secrets that the service has repeated. */
    public String hideIn(String text) {
        return hide(secretsInReplies, text);
    }

    private static String hide(Optional<Pattern> secrets, String text) {
        return secrets.map(pattern -> pattern.matcher(text).replaceAll(HIDDEN)).orElse(text);
    }

    /** The longest first, so that no rest is left of one that begins with another. */
    private static Optional<Pattern> pattern(Set<String> secrets, int shortest) {
        String any = secrets.stream()
                .filter(secret -> secret.length() >= shortest)
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(Credentials::asInJson)
                .collect(Collectors.joining("|"));
        return any.isEmpty() ? Optional.empty() : Optional.of(Pattern.compile(any));
    }

    /** A secret as it is, or in JSON, where some services write {@code \/} for / and {@code \}{@code u003d} for =. */
    private static String asInJson(String secret) {
        return secret.chars().mapToObj(c -> Character.isLetterOrDigit(c)
                        ? Character.toString(c)
                        : "(?:\\\\?" + Pattern.quote(Character.toString(c)) + "|\\\\u" + String.format("(?i:%04x)", c) + ")")
                .collect(Collectors.joining());
    }
}
