package dev.assay.datasets.models.http;

import dev.assay.datasets.AssayException;
import dev.assay.datasets.models.ModelDefinition;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The headers of a definition as they are sent: {@code ${NAME}} in a value is the environment variable NAME. */
public final class Headers {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
    /** A shorter value may be part of any text, and is no secret. */
    private static final int SHORTEST_HIDDEN = 6;

    private final Map<String, String> values;

    private Headers(Map<String, String> values) {
        this.values = values;
    }

    /** @throws AssayException if a variable is not set */
    public static Headers resolve(ModelDefinition model, Function<String, Optional<String>> environment) {
        Map<String, String> values = new TreeMap<>();
        model.headers().forEach((name, value) -> values.put(name, REFERENCE.matcher(value)
                .replaceAll(found -> Matcher.quoteReplacement(environment.apply(found.group(1))
                        .orElseThrow(() -> new AssayException("the header " + name + " of the model " + model.name()
                                + " refers to the environment variable " + found.group(1) + ", which is not set: set it"))))));
        values.forEach((name, value) -> requireSendable(model, name, value));
        return new Headers(values);
    }

    private static void requireSendable(ModelDefinition model, String name, String value) {
        try {
            HttpRequest.newBuilder().setHeader(name, value);
        } catch (IllegalArgumentException e) {
            // Its message repeats the value, which may be a key.
            throw new AssayException("the header " + name + " of the model " + model.name() + " cannot be sent: correct its name or value");
        }
    }

    public Map<String, String> values() {
        return values;
    }

    /** The text without what the headers say, should a service have repeated it. */
    public String hideIn(String text) {
        String hidden = text;
        for (String value : values.values()) {
            for (String part : value.split("[\\s;,]+", -1)) {
                hidden = part.length() < SHORTEST_HIDDEN ? hidden : hidden.replace(part, "…");
            }
        }
        return hidden;
    }
}
