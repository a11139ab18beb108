package dev.assay.datasets.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value of a JSON schema, decided by a prompt alone: numbers lie in their range where the quality of what is judged puts them, weights of a list
 * sum to 100.
 */
final class SchemaInstance {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern CANDIDATE = Pattern.compile("<candidate[^>]*>(.*?)</candidate", Pattern.DOTALL);
    private static final Pattern MARKER = Pattern.compile("\\{\\{q=([01](?:\\.\\d+)?)}}");
    private static final int USUAL_ITEMS = 4;

    private final JsonNode root;
    private final String prompt;
    private final double quality;

    private SchemaInstance(JsonNode root, String prompt) {
        this.root = root;
        this.prompt = prompt;
        this.quality = quality(prompt);
    }

    static JsonNode of(JsonNode schema, String prompt) {
        return new SchemaInstance(schema, prompt).value(schema, "");
    }

    /** 0 to 1: of the marker {{q=0.73}} in the last candidate of the prompt, else by hash. */
    static double quality(String prompt) {
        String judged = CANDIDATE.matcher(prompt).results().map(found -> found.group(1)).reduce((first, second) -> second).orElse(prompt);
        Matcher marker = MARKER.matcher(judged);
        return marker.find() ? Double.parseDouble(marker.group(1)) : hash(judged);
    }

    /** 0 to under 1. */
    static double hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return (((digest[0] & 0xffL) << 24) | ((digest[1] & 0xff) << 16) | ((digest[2] & 0xff) << 8) | (digest[3] & 0xff)) / 0x1p32;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode value(JsonNode given, String path) {
        JsonNode schema = given.has("$ref") ? root.at(given.get("$ref").asText().substring(1)) : given;
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.has("enum")) {
            return choice(schema.get("enum"), path);
        }
        if (schema.has("anyOf") || schema.has("oneOf")) {
            return value(schema.path(schema.has("anyOf") ? "anyOf" : "oneOf").get(0), path);
        }
        return switch (type(schema)) {
            case "object" -> object(schema, path);
            case "array" -> array(schema, path);
            case "integer" -> JSON.numberNode(Math.round(number(schema, path)));
            case "number" -> JSON.numberNode(number(schema, path));
            case "boolean" -> JSON.booleanNode(hash(path + prompt) < quality);
            default -> JSON.textNode(path.substring(path.lastIndexOf('/') + 1) + " " + (int) (hash(path + prompt) * 1e6));
        };
    }

    private static String type(JsonNode schema) {
        if (schema.has("properties")) {
            return "object";
        }
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return type.valueStream().map(JsonNode::asText).filter(name -> !name.equals("null")).findFirst().orElse("string");
        }
        return type.asText("string");
    }

    private JsonNode choice(JsonNode options, String path) {
        List<JsonNode> all = options.valueStream().toList();
        if (all.stream().allMatch(JsonNode::isInt)) {
            List<JsonNode> sorted = all.stream().sorted((a, b) -> Integer.compare(a.asInt(), b.asInt())).toList();
            return sorted.get(Math.min(sorted.size() - 1, (int) (quality * sorted.size())));
        }
        return all.get((int) (hash(path + prompt) * all.size()));
    }

    private ObjectNode object(JsonNode schema, String path) {
        ObjectNode object = JSON.objectNode();
        schema.path("properties").properties().forEach(field -> object.set(field.getKey(), value(field.getValue(), path + "/" + field.getKey())));
        return object;
    }

    private ArrayNode array(JsonNode schema, String path) {
        int most = schema.path("maxItems").asInt(USUAL_ITEMS);
        int size = Math.max(schema.path("minItems").asInt(USUAL_ITEMS), Math.min(most, USUAL_ITEMS));
        ArrayNode array = JSON.arrayNode();
        for (int i = 0; i < size; i++) {
            array.add(value(schema.path("items"), path + "/" + i));
        }
        if (array.path(0).has("weight")) {
            weigh(array, path);
        }
        return array;
    }

    private void weigh(ArrayNode items, String path) {
        List<Integer> shares = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            shares.add(1 + (int) (hash(path + i + prompt) * 9));
        }
        int sum = shares.stream().mapToInt(Integer::intValue).sum();
        int left = 100;
        for (int i = 0; i < items.size(); i++) {
            int weight = i == items.size() - 1 ? left : Math.round(100f * shares.get(i) / sum);
            ((ObjectNode) items.get(i)).put("weight", weight);
            left -= weight;
        }
    }

    private double number(JsonNode schema, String path) {
        double low = schema.path("minimum").asDouble(1);
        double high = schema.path("maximum").asDouble(5);
        double noisy = Math.clamp(quality + 0.15 * (hash(path + prompt) - 0.5), 0, 1);
        return low + noisy * (high - low);
    }
}
