package dev.assay.app.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what was written into a field. Each method gives empty for an empty field. */
final class ModelChecks {

    /** Stands for a value that is not shown, since it may be a key. */
    static final String HIDDEN = "••••••";

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** A field that cannot be read. Its message is one line, and repeats nothing of what may be a key. */
    static final class UnreadableException extends Exception {

        private static final long serialVersionUID = 1L;

        UnreadableException(String message) {
            super(message);
        }
    }

    private ModelChecks() {}

    static Optional<Integer> whole(String text, int least, int most) throws UnreadableException {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            int number = Integer.parseInt(text.strip().replace(",", ""));
            if (number >= least && number <= most) {
                return Optional.of(number);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new UnreadableException(most == Integer.MAX_VALUE ? "A whole number from " + least + " on." : "A whole number from " + least + " to " + most + ".");
    }

    static Optional<Long> seed(String text) throws UnreadableException {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            throw new UnreadableException("A whole number.");
        }
    }

    /** @param words what it must be: "A number from 0 to 2." */
    static Optional<Double> number(String text, double least, double most, String words) throws UnreadableException {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            double number = Double.parseDouble(text.strip());
            if (number >= least && number <= most) {
                return Optional.of(number);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new UnreadableException(words);
    }

    /** An address by HTTP. Names and passwords in it would be shown and stored. */
    static Optional<URI> address(String text, String example) throws UnreadableException {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            URI address = URI.create(text.strip());
            boolean isHttp = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            if (address.getUserInfo() != null) {
                throw new UnreadableException("No name or password in the address: put the key into its own field.");
            }
            if (isHttp && address.getHost() != null) {
                return Optional.of(address);
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new UnreadableException("An address such as " + example + ".");
    }

    static ObjectNode object(String text) throws UnreadableException {
        if (text.isBlank()) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            JsonNode json = JSON.readTree(text);
            if (json instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new UnreadableException("No JSON: line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr() + ".");
        }
        throw new UnreadableException("A JSON object: { \"name\": value }.");
    }

    /** @param before whose values stand for those that are hidden */
    static Map<String, String> headers(String text, Map<String, String> before) throws UnreadableException {
        Map<String, String> headers = new TreeMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).strip();
            if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+")) {
                throw new UnreadableException("Line " + number + " is not of the form Name: value.");
            }
            String value = line.substring(colon + 1).strip();
            boolean isHidden = value.equals(HIDDEN);
            if (isHidden && !before.containsKey(name)) {
                throw new UnreadableException("Line " + number + ": type the value of " + name + ", which is hidden here.");
            }
            headers.put(name, isHidden ? before.get(name) : value);
        }
        return headers;
    }

    /** Headers as they are shown: references to variables as they are, other values hidden. */
    static String shown(Map<String, String> headers) {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(headers).forEach((name, value) ->
                lines.append(name).append(": ").append(value.matches("\\$\\{[A-Za-z_][A-Za-z0-9_]*}") ? value : HIDDEN).append('\n'));
        return lines.toString();
    }
}
