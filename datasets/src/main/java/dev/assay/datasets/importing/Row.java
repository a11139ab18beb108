package dev.assay.datasets.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One element of a file as fields. What a format asks of a field and does not find makes the row a {@link BadRow}. */
record Row(long line, ObjectNode fields) {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,9}");

    boolean has(String name) {
        return fields.has(name);
    }

    boolean hasAll(String... names) {
        for (String name : names) {
            if (!fields.has(name)) {
                return false;
            }
        }
        return true;
    }

    /** A value that must be there and not null. */
    JsonNode value(String name) {
        JsonNode value = fields.get(name);
        if (value == null) {
            throw new BadRow("it has no field '" + name + "'");
        }
        if (value.isNull()) {
            throw new BadRow("its field '" + name + "' is null");
        }
        return value;
    }

    /** The object in a field, as a row of its own. */
    Row within(String name) {
        if (value(name) instanceof ObjectNode object) {
            return new Row(line, object);
        }
        throw new BadRow("its field '" + name + "' is no object");
    }

    String text(String name) {
        JsonNode value = value(name);
        if (!value.isTextual()) {
            throw new BadRow("its field '" + name + "' is no text but " + shown(value));
        }
        return sound(name, value.textValue());
    }

    String textNotBlank(String name) {
        String text = text(name);
        if (text.isBlank()) {
            throw new BadRow("its field '" + name + "' is blank");
        }
        return text;
    }

    /** A text that may be missing, null or empty. */
    Optional<String> optionalText(String name) {
        JsonNode value = fields.get(name);
        return value == null || value.isNull() || (value.isTextual() && value.textValue().isEmpty())
                ? Optional.empty()
                : Optional.of(text(name));
    }

    /** The name of a subject or an annotator. */
    String name(String field) {
        return textNotBlank(field).strip();
    }

    /** An id: a text or a whole number. */
    String id(String name) {
        JsonNode value = value(name);
        return value.isIntegralNumber() ? value.asText() : textNotBlank(name);
    }

    Optional<String> optionalId(String name) {
        JsonNode value = fields.get(name);
        return value == null || value.isNull() || value.asText("-").isEmpty() ? Optional.empty() : Optional.of(id(name));
    }

    /** What a subject answered. Data sets written in Python hold bare answers such as True as values of their own: they stand for their words. */
    String answer(String name) {
        return answer(name, value(name));
    }

    static String answer(String name, JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> sound(name, value.textValue());
            case BOOLEAN -> value.booleanValue() ? "True" : "False";
            case NUMBER -> value.asText();
            default -> throw new BadRow("its field '" + name + "' is no text but " + shown(value));
        };
    }

    /** A finite number, also one written as a text. */
    double number(String name) {
        return number(value(name)).orElseThrow(() -> new BadRow("its field '" + name + "' is no number but " + shown(value(name))));
    }

    static Optional<Double> number(JsonNode value) {
        try {
            double number = value.isTextual() ? Double.parseDouble(value.textValue().strip()) : value.isNumber() ? value.doubleValue() : Double.NaN;
            return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A whole number, also one written as a text; the fallback where there is none. */
    int wholeNumber(String name, int fallback) {
        JsonNode value = fields.get(name);
        if (value == null || value.isNull() || (value.isTextual() && value.textValue().isBlank())) {
            return fallback;
        }
        String text = value.asText("").strip();
        if (!(value.isIntegralNumber() || value.isTextual()) || !WHOLE_NUMBER.matcher(text).matches()) {
            throw new BadRow("its field '" + name + "' is no whole number but " + shown(value));
        }
        return Integer.parseInt(text);
    }

    /** A list of texts; none where the field is missing. In CSV it is a JSON array in a text. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : list(name)) {
            if (!element.isTextual()) {
                throw new BadRow("its field '" + name + "' holds " + shown(element) + " among the texts");
            }
            texts.add(sound(name, element.textValue()));
        }
        return texts;
    }

    /** The elements of a list; none where the field is missing. */
    Iterable<JsonNode> list(String name) {
        JsonNode value = fields.get(name);
        if (value == null || value.isNull() || (value.isTextual() && value.textValue().isBlank())) {
            return List.of();
        }
        JsonNode list = value.isTextual() ? parsed(name, value.textValue()) : value;
        if (!list.isArray()) {
            throw new BadRow("its field '" + name + "' is no list but " + shown(list));
        }
        return list;
    }

    private static JsonNode parsed(String name, String json) {
        try {
            return JsonElement.JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new BadRow("its field '" + name + "' is no JSON array");
        }
    }

    /** Refuses what could not be stored or shown: NUL ends texts in many programs, half a surrogate pair is no character. */
    static String sound(String name, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new BadRow("its field '" + name + "' has a NUL character at position " + (i + 1));
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c) || i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new BadRow("its field '" + name + "' has half a surrogate pair at position " + (i + 1));
                }
                i++;
            }
        }
        return text;
    }

    static String shown(JsonNode value) {
        String json = value.toString();
        return json.length() <= 40 ? json : json.substring(0, 40) + "…";
    }
}
