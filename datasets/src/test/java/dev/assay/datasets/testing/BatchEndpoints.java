package dev.assay.datasets.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.testing.LoopbackServer.Reply;
import dev.assay.datasets.testing.LoopbackServer.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Files and batches on a {@link ModelServer}, in OpenAI's protocol. A batch takes as many looks at it as told, answers in an order of its own, and lets a
 * share of the calls fail.
 */
public final class BatchEndpoints {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> files = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, ObjectNode> batches = new LinkedHashMap<>();
    private final Map<String, Integer> looks = new LinkedHashMap<>();
    private final List<String> uploads = new ArrayList<>();
    private final Map<String, Integer> asked = new LinkedHashMap<>();
    private final long seed;
    private int looksUntilDone = 3;
    private double shareOfErrors;
    private String errorMessage = "upstream blew up";
    private String end = "completed";
    private double shareDone = 1;
    private int forgotten;
    private int cancelled;

    private BatchEndpoints(long seed) {
        this.seed = seed;
    }

    /** @param seed of the order of results and the choice of errors */
    public static BatchEndpoints on(ModelServer server, long seed) {
        BatchEndpoints endpoints = new BatchEndpoints(seed);
        server.on("POST /v1/files", endpoints::upload)
                .on("GET /v1/files", endpoints::file)
                .on("POST /v1/batches", endpoints::create)
                .on("GET /v1/batches", endpoints::look);
        return endpoints;
    }

    public synchronized BatchEndpoints errors(double share) {
        shareOfErrors = share;
        return this;
    }

    /** What is said about calls that fail. */
    public synchronized BatchEndpoints saying(String message) {
        errorMessage = message;
        return this;
    }

    public synchronized BatchEndpoints looksUntilDone(int looksAtIt) {
        looksUntilDone = looksAtIt;
        return this;
    }

    /** How batches end, and what share of their calls is made before: completed, expired, cancelled, failed. */
    public synchronized BatchEndpoints ending(String status, double share) {
        end = status;
        shareDone = share;
        return this;
    }

    /** For so many looks at a batch, the service does not know it. */
    public synchronized BatchEndpoints forgetting(int looksAtIt) {
        forgotten = looksAtIt;
        return this;
    }

    /** Files that were uploaded, in order. */
    public synchronized List<String> uploads() {
        return List.copyOf(uploads);
    }

    public synchronized int batches() {
        return batches.size();
    }

    /** How often a batch was cancelled. */
    public synchronized int cancelled() {
        return cancelled;
    }

    /** How often each custom id was asked for, over all batches. */
    public synchronized Map<String, Integer> asked() {
        return Map.copyOf(asked);
    }

    private synchronized void upload(Request request, Reply reply) throws IOException {
        // One byte is one character, so that nothing shifts.
        String body = new String(request.body(), StandardCharsets.ISO_8859_1);
        String boundary = "--" + request.header("content-type").replaceFirst(".*boundary=", "");
        String part = body.substring(body.indexOf("name=\"file\""));
        String name = part.replaceFirst("(?s).*?filename=\"([^\"]*)\".*", "$1");
        String content = part.substring(part.indexOf("\r\n\r\n") + 4, part.indexOf("\r\n" + boundary));
        String id = "file-" + (files.size() + 1);
        files.put(id, new String(content.getBytes(StandardCharsets.ISO_8859_1), UTF_8));
        names.put(id, name);
        uploads.add(files.get(id));
        reply.json(200, JsonNodeFactory.instance.objectNode().put("id", id).put("object", "file").put("filename", name).toString());
    }

    private synchronized void file(Request request, Reply reply) throws IOException {
        String path = request.path();
        if (path.endsWith("/content")) {
            String content = files.get(path.replaceFirst(".*/files/(.*)/content", "$1"));
            if (content == null) {
                reply.json(404, "{\"error\":{\"message\":\"No such File object\"}}");
            } else {
                reply.send(200, Map.of("content-type", "application/octet-stream"), content.getBytes(UTF_8));
            }
            return;
        }
        ObjectNode list = JsonNodeFactory.instance.objectNode().put("object", "list").put("has_more", false);
        ArrayNode data = list.putArray("data");
        names.forEach((id, name) -> data.addObject().put("id", id).put("filename", name));
        reply.json(200, list.toString());
    }

    private synchronized void create(Request request, Reply reply) throws IOException {
        if (request.path().endsWith("/cancel")) {
            ObjectNode batch = batch(request.path().replaceFirst(".*/batches/(.*)/cancel", "$1"));
            end = "cancelled";
            cancelled++;
            reply.json(200, batch.put("status", "cancelling").toString());
            return;
        }
        JsonNode body = request.json();
        String id = "batch_" + (batches.size() + 1);
        ObjectNode batch = JsonNodeFactory.instance.objectNode().put("id", id).put("object", "batch").put("status", "validating");
        batch.put("input_file_id", body.path("input_file_id").asText()).put("expires_at", 86_400).set("metadata", body.path("metadata"));
        batches.put(id, batch);
        lines(batch).forEach(line -> asked.merge(line.path("custom_id").asText(), 1, Integer::sum));
        reply.json(200, batch.toString());
    }

    private synchronized void look(Request request, Reply reply) throws IOException {
        if (request.path().matches("/v1/batches/?")) {
            ObjectNode list = JsonNodeFactory.instance.objectNode().put("object", "list").put("has_more", false);
            list.putArray("data").addAll(batches.values());
            reply.json(200, list.toString());
            return;
        }
        if (forgotten > 0) {
            forgotten--;
            reply.json(404, "{\"error\":{\"message\":\"No batch found with this id\"}}");
            return;
        }
        String id = request.path().replaceFirst(".*/batches/", "");
        ObjectNode batch = batch(id);
        if (looks.merge(id, 1, Integer::sum) >= looksUntilDone) {
            finish(batch);
        } else if (!batch.path("status").asText().equals("cancelling")) {
            batch.put("status", "in_progress");
        }
        reply.json(200, batch.toString());
    }

    private ObjectNode batch(String id) {
        ObjectNode batch = batches.get(id);
        if (batch == null) {
            throw new IllegalStateException("there is no batch " + id);
        }
        return batch;
    }

    private List<JsonNode> lines(ObjectNode batch) {
        String content = files.getOrDefault(batch.path("input_file_id").asText(), "");
        return content.lines().map(BatchEndpoints::json).toList();
    }

    private void finish(ObjectNode batch) {
        if (batch.has("output_file_id") || batch.path("status").asText().equals("failed")) {
            return;
        }
        batch.put("status", end);
        if (end.equals("failed")) {
            batch.putObject("errors").putArray("data").addObject().put("code", "invalid_json_line").put("line", 1).put("message", "not good");
            return;
        }
        List<JsonNode> lines = new ArrayList<>(lines(batch));
        Collections.shuffle(lines, new Random(seed));
        StringBuilder results = new StringBuilder();
        StringBuilder errors = new StringBuilder();
        int made = (int) Math.round(shareDone * lines.size());
        for (JsonNode line : lines.subList(0, made)) {
            ObjectNode result = JsonNodeFactory.instance.objectNode().put("id", "r").put("custom_id", line.path("custom_id").asText());
            boolean fails = new Random(seed ^ line.path("custom_id").asText().hashCode()).nextDouble() < shareOfErrors;
            ObjectNode response = result.putObject("response").put("status_code", fails ? 500 : 200);
            response.set("body", fails ? json("{\"error\":{\"message\":\"" + errorMessage + "\"}}") : completion(line.path("body")));
            result.putNull("error");
            (fails ? errors : results).append(result).append('\n');
        }
        for (JsonNode line : lines.subList(made, lines.size())) {
            ObjectNode error = JsonNodeFactory.instance.objectNode().put("custom_id", line.path("custom_id").asText()).putNull("response");
            error.putObject("error").put("code", "batch_" + end).put("message", "too late");
            errors.append(error).append('\n');
        }
        batch.put("output_file_id", store(results)).put("error_file_id", store(errors));
        batch.putObject("request_counts").put("total", lines.size()).put("completed", made).put("failed", 0);
    }

    private String store(StringBuilder content) {
        String id = "out-" + (files.size() + 1);
        files.put(id, content.toString());
        return id;
    }

    private static ObjectNode completion(JsonNode body) {
        String prompt = ModelServer.textOf(body);
        JsonNode schema = body.at("/response_format/json_schema/schema");
        String text = schema.isObject() ? SchemaInstance.of(schema, prompt).toString() : "An answer to: " + prompt;
        ObjectNode completion = JsonNodeFactory.instance.objectNode().put("object", "chat.completion").put("model", body.path("model").asText() + "-2026");
        ObjectNode choice = completion.putArray("choices").addObject().put("index", 0).put("finish_reason", "stop");
        choice.putObject("message").put("role", "assistant").put("content", text);
        completion.putObject("usage").put("prompt_tokens", 100).put("completion_tokens", 50);
        return completion;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
