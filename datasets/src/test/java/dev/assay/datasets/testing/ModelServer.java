package dev.assay.datasets.testing;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.Sha256;
import dev.assay.datasets.testing.LoopbackServer.Handler;
import dev.assay.datasets.testing.LoopbackServer.Reply;
import dev.assay.datasets.testing.LoopbackServer.Request;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * A model service that speaks OpenAI's protocol, on the loopback interface, for tests.
 *
 * <p>It answers by the request alone: a request with a JSON schema gets a value of that schema, whose numbers lie where the marker {@code {{q=0.73}}}
 * in the prompt's last {@code <candidate>} puts them; any other gets a short text, or what {@link #answering} says. A model called {@code NAME+fault}
 * answers as NAME but fails as told ({@link ModelFault}, {@link Mangling}); with {@code NAME+fault@0.2} one request in five fails, chosen by the hash
 * of its body, the first time only.
 */
public final class ModelServer implements AutoCloseable {

    /** May spoil a request before it is answered. */
    @FunctionalInterface
    public interface Hook {

        /** @param number of the request, from 1 on */
        Optional<ModelFault> before(Request request, int number);
    }

    /** So that half a surrogate pair arrives as such. */
    private static final ObjectWriter ASCII = new ObjectMapper().writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

    private final LoopbackServer server;
    private final Map<String, Integer> seen = new ConcurrentHashMap<>();
    private final Map<String, Integer> byModel = new ConcurrentHashMap<>();
    private final Map<String, Handler> others = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger repeats = new AtomicInteger();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger maxInFlight = new AtomicInteger();
    private volatile Duration latency = Duration.ZERO;
    private volatile Optional<String> key = Optional.empty();
    private volatile Hook hook = (request, number) -> Optional.empty();
    private volatile BiFunction<JsonNode, String, String> answer = (body, prompt) -> "An answer to: " + prompt.substring(0, Math.min(200, prompt.length()));
    private volatile Optional<Request> last = Optional.empty();

    private ModelServer() {
        server = LoopbackServer.start(this::handle);
    }

    /** Begins to answer, on a port that is free. */
    public static ModelServer start() {
        return new ModelServer();
    }

    /** How long it thinks about each request. */
    public ModelServer latency(Duration time) {
        latency = time;
        return this;
    }

    /** Refuses, with 401, whoever does not show this key. */
    public ModelServer requireKey(String wanted) {
        key = Optional.of(wanted);
        return this;
    }

    /** Called before every request for an answer, on the thread that answers it. */
    public ModelServer before(Hook other) {
        hook = other;
        return this;
    }

    /** What it answers where no schema is asked for, by the body and the text of all messages. */
    public ModelServer answering(BiFunction<JsonNode, String, String> other) {
        answer = other;
        return this;
    }

    /** Answers another path, such as {@code "POST /v1/files"}; the longest beginning that fits the request decides. */
    public ModelServer on(String methodAndPath, Handler handler) {
        others.put(methodAndPath, handler);
        return this;
    }

    /** What is given as the base URL: http://127.0.0.1:port/v1. */
    public URI baseUrl() {
        return server.uri("/v1");
    }

    public int port() {
        return server.port();
    }

    /** Requests for an answer so far. */
    public int requests() {
        return requests.get();
    }

    /** Requests for an answer that had been made before, to the byte. */
    public int repeats() {
        return repeats.get();
    }

    /** Different requests for an answer so far. */
    public int distinct() {
        return seen.size();
    }

    public int inFlight() {
        return inFlight.get();
    }

    public int maxInFlight() {
        return maxInFlight.get();
    }

    /** Requests for an answer by the model's name, faults included. */
    public Map<String, Integer> byModel() {
        return Map.copyOf(byModel);
    }

    /** The last request of any kind. */
    public Request last() {
        return last.orElseThrow(() -> new IllegalStateException("nothing was asked"));
    }

    /** Forgets what it has counted. */
    public void reset() {
        seen.clear();
        byModel.clear();
        requests.set(0);
        repeats.set(0);
        maxInFlight.set(inFlight.get());
        last = Optional.empty();
    }

    @Override
    public void close() {
        server.close();
    }

    private void handle(Request request, Reply reply) throws IOException {
        last = Optional.of(request);
        if (key.isPresent() && !request.header("authorization").equals("Bearer " + key.get())) {
            reply.json(401, "{\"error\":{\"message\":\"bad key\"}}");
            return;
        }
        String asked = request.method() + " " + request.path();
        Optional<Handler> other = others.keySet().stream()
                .filter(asked::startsWith)
                .max((a, b) -> Integer.compare(a.length(), b.length()))
                .map(others::get);
        if (other.isPresent()) {
            other.get().handle(request, reply);
        } else if (asked.equals("GET /v1/models")) {
            reply.json(200, "{\"object\":\"list\",\"data\":[{\"id\":\"judge\",\"object\":\"model\"},{\"id\":\"alpha\",\"object\":\"model\"}]}");
        } else if (asked.equals("POST /v1/chat/completions")) {
            counted(request, reply);
        } else {
            reply.json(404, "{\"error\":{\"message\":\"no such path\"}}");
        }
    }

    private void counted(Request request, Reply reply) throws IOException {
        maxInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        try {
            int number = requests.incrementAndGet();
            Optional<ModelFault> spoilt = hook.before(request, number);
            server.pause(latency);
            if (spoilt.isPresent()) {
                spoilt.get().answer(reply);
            } else {
                complete(request, reply);
            }
        } finally {
            inFlight.decrementAndGet();
        }
    }

    private void complete(Request request, Reply reply) throws IOException {
        String id = HexFormat.of().formatHex(Sha256.digest().digest(request.body()));
        int times = seen.merge(id, 1, Integer::sum);
        if (times > 1) {
            repeats.incrementAndGet();
        }
        JsonNode body = request.json();
        String model = body.path("model").asText();
        byModel.merge(model, 1, Integer::sum);
        String[] name = model.split("\\+", 2);
        String fault = name.length > 1 && hits(name[1], id, times) ? name[1].replaceFirst("@.*", "") : "";
        Optional<ModelFault> spoilt = ModelFault.fromId(fault);
        if (spoilt.isPresent()) {
            spoilt.get().answer(reply);
        } else {
            reply.json(200, ASCII.writeValueAsString(completion(name[0], id, body, Mangling.fromId(fault))));
        }
    }

    private static boolean hits(String fault, String id, int times) {
        int at = fault.indexOf('@');
        return at < 0 || (times == 1 && Long.parseLong(id.substring(0, 8), 16) / 0x1p32 < Double.parseDouble(fault.substring(at + 1)));
    }

    private ObjectNode completion(String model, String id, JsonNode body, Optional<Mangling> mangling) {
        String prompt = textOf(body);
        JsonNode schema = body.at("/response_format/json_schema/schema");
        String good = schema.isObject() ? SchemaInstance.of(schema, prompt).toString() : answer.apply(body, prompt);
        String text = mangling.map(change -> change.of(good, prompt)).orElse(good);
        ObjectNode completion = JsonNodeFactory.instance.objectNode();
        completion.put("id", "chatcmpl-" + id.substring(0, 12)).put("object", "chat.completion").put("created", 1).put("model", model + "-2026-01-01");
        ObjectNode choice = completion.putArray("choices").addObject().put("index", 0);
        choice.put("finish_reason", mangling.map(Mangling::finishReason).orElse("stop"));
        ObjectNode message = choice.putObject("message").put("role", "assistant").put("content", text);
        if (mangling.equals(Optional.of(Mangling.REFUSE_FIELD))) {
            message.putNull("content").put("refusal", "I cannot help with that.");
        }
        int in = (prompt.length() + 3) / 4;
        int out = (text.length() + 3) / 4;
        completion.putObject("usage").put("prompt_tokens", in).put("completion_tokens", out).put("total_tokens", in + out);
        return completion;
    }

    /** The text of all messages of a request. */
    public static String textOf(JsonNode body) {
        return body.path("messages").valueStream()
                .map(message -> message.path("content"))
                .map(content -> content.isTextual()
                        ? content.asText()
                        : content.valueStream().map(part -> part.path("text").asText()).collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n"));
    }
}
