package dev.assay.datasets.importing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.importing.Elements.Bad;
import dev.assay.datasets.importing.Elements.Element;
import dev.assay.datasets.importing.Elements.Good;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Parses the bytes of one element, strictly. */
final class JsonElement {

    /** Deeper than any data set, and shallow enough for every program that walks the result. */
    private static final int DEEPEST = 500;

    static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(ElementBuffer.LIMIT)
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonElement() {}

    static Element parse(long line, ElementBuffer element) {
        if (element.tooLong()) {
            return new Bad(line, "it is longer than " + (ElementBuffer.LIMIT >> 20) + " MiB");
        }
        int invalid = Utf8.firstInvalid(element.bytes(), element.length());
        if (invalid >= 0) {
            return new Bad(line, "its byte " + (invalid + 1) + " is not UTF-8: save the file as UTF-8");
        }
        try {
            JsonNode node = JSON.readTree(element.bytes(), 0, element.length());
            return node instanceof ObjectNode fields
                    ? new Good(new Row(line, fields))
                    : new Bad(line, "it is no JSON object but " + article(node));
        } catch (JsonProcessingException e) {
            return new Bad(line, reason(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String reason(JsonProcessingException e) {
        return switch (e) {
            case JsonEOFException end -> "it ends in the middle of a JSON value: is the file cut off?";
            case StreamConstraintsException limit when limit.getOriginalMessage().contains("nesting") ->
                "it is nested more than " + DEEPEST + " deep";
            case MismatchedInputException twice when twice.getOriginalMessage().startsWith("Duplicate field") ->
                "a field stands in it twice: " + firstLine(twice.getOriginalMessage());
            default -> "it is not JSON: " + firstLine(e.getOriginalMessage());
        };
    }

    private static String firstLine(String message) {
        String line = message.lines().findFirst().orElse("");
        return line.length() <= 160 ? line : line.substring(0, 160) + "…";
    }

    private static String article(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "an array";
            case NULL, MISSING -> "null";
            case STRING -> "a text";
            case NUMBER -> "a number";
            default -> "something else";
        };
    }
}
