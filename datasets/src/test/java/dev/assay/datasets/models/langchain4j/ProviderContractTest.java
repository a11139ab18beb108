package dev.assay.datasets.models.langchain4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.StoppedException;
import dev.assay.datasets.models.ApiKey;
import dev.assay.datasets.models.FailureKind;
import dev.assay.datasets.models.FinishReason;
import dev.assay.datasets.models.LanguageModel;
import dev.assay.datasets.models.Message;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelFailedException;
import dev.assay.datasets.models.ModelFailure;
import dev.assay.datasets.models.ModelLimits;
import dev.assay.datasets.models.ModelParameters;
import dev.assay.datasets.models.ModelRequest;
import dev.assay.datasets.models.Provider;
import dev.assay.datasets.models.RawReply;
import dev.assay.datasets.models.ReplySchema;
import dev.assay.datasets.models.SchemaSupport;
import dev.assay.datasets.models.gateway.Completeness;
import dev.assay.datasets.models.http.HttpReply;
import dev.assay.datasets.testing.LoopbackServer;
import dev.assay.datasets.testing.LoopbackServer.Handler;
import dev.assay.datasets.testing.LoopbackServer.Request;
import dev.assay.datasets.testing.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every provider's adapter does alike. The exchanges in the resources are in the forms that the providers document. */
@ParameterizedClass
@EnumSource(Provider.class)
class ProviderContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "planted-key-of-the-test";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final ModelRequest QUESTION =
            ModelRequest.of(Message.user("Hi"), Message.assistant("Hello"), Message.user("What is 2 + 2?"));

    private final Provider provider;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final AtomicReference<Handler> handler = new AtomicReference<>((request, reply) -> reply.json(404, "{}"));
    private final LoopbackServer server = LoopbackServer.start((request, reply) -> {
        requests.add(request);
        Objects.requireNonNull(handler.get()).handle(request, reply);
    });
    private final LangChain4jConnector connector = new LangChain4jConnector(
            name -> Optional.ofNullable(Map.of(
                            "PLANTED", "planted-header-of-the-test", "TOKEN", "token-of-the-test", "BROKEN", "planted\nheader")
                    .get(name)),
            CLOCK);

    ProviderContractTest(Provider provider) {
        this.provider = provider;
    }

    @AfterEach
    void close() {
        connector.close();
        server.close();
    }

    @Test
    void aReplyIsReadWithItsTokensItsModelAndItsEnd() throws IOException {
        answer(200, text("reply.json"));

        RawReply reply = ask(QUESTION);

        assertThat(reply.text()).isEqualTo("Four – 四 💥.");
        assertThat(reply.modelAnswered()).contains("the-model-2026-01-01");
        assertThat(reply.tokensIn()).contains(19);
        assertThat(reply.tokensOut()).contains(10);
        assertThat(reply.finish()).isEqualTo(FinishReason.STOP);
        assertThat(reply.body()).isEqualTo(text("reply.json"));
    }

    @Test
    void theRequestIsInTheProvidersForm() throws IOException {
        answer(200, text("reply.json"));

        assertThat(ask(QUESTION).text()).isNotEmpty();

        assertThat(requests).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.target()).isEqualTo(expectedTarget());
            assertThat(request.json()).isEqualTo(json("request.json"));
            assertThat(request.header(keyHeader())).isEqualTo(provider == Provider.OPENAI ? "Bearer " + KEY : provider == Provider.OLLAMA ? "" : KEY);
            assertThat(request.header("x-team")).isEqualTo("team planted-header-of-the-test");
            assertThat(request.header("user-agent")).startsWith("assay/");
        });
    }

    @Test
    void aSchemaIsSentAsTheProviderTakesIt() throws IOException {
        answer(200, text("reply.json"));

        assertThat(ask(definition(SchemaSupport.JSON_SCHEMA), withSchema()).text()).isNotEmpty();

        ObjectNode expected = (ObjectNode) json("request.json");
        expected.setAll((ObjectNode) json("schema.json"));
        assertThat(requests.getFirst().json()).isEqualTo(expected);
    }

    @Test
    void withJsonModeTheSchemaStandsInThePromptToo() throws IOException {
        answer(200, text("reply.json"));

        assertThat(ask(definition(SchemaSupport.JSON_MODE), withSchema()).text()).isNotEmpty();

        JsonNode sent = requests.getFirst().json();
        json("mode.json").properties().forEach(field -> assertThat(sent.path(field.getKey())).isEqualTo(field.getValue()));
        assertThat(sent.toString()).contains("What is 2 + 2?\\n\\nReply with one JSON object").contains("\\\"minimum\\\":1");
    }

    @Test
    void withoutSupportTheSchemaStandsInThePromptAlone() throws IOException {
        answer(200, text("reply.json"));

        assertThat(ask(definition(SchemaSupport.PROMPT_ONLY), withSchema()).text()).isNotEmpty();

        ObjectNode sent = (ObjectNode) requests.getFirst().json();
        ObjectNode plain = (ObjectNode) json("request.json");
        String turns = provider == Provider.GEMINI ? "contents" : "messages";
        assertThat(sent.remove(turns).toString()).contains("Reply with one JSON object");
        plain.remove(turns);
        assertThat(sent).isEqualTo(plain);
    }

    @Test
    void aReplyWithoutTextSaysWhy() throws IOException {
        Map<FinishReason, FinishReason> read = new TreeMap<>();
        for (Map.Entry<String, JsonNode> stopped : json("stopped.json").properties()) {
            answer(200, stopped.getValue().toString());
            read.put(FinishReason.valueOf(stopped.getKey()), ask(QUESTION).finish());
        }

        assertThat(read).isNotEmpty().allSatisfy((wanted, finish) -> assertThat(finish).isEqualTo(wanted));
    }

    @Test
    void textThatWasNotBroughtToItsEndIsNeverAnAnswer() throws IOException {
        for (JsonNode unfinished : json("unfinished.json")) {
            answer(200, unfinished.path("reply").toString());

            RawReply reply = ask(QUESTION);

            assertThat(reply.text()).as(unfinished.toString()).isEqualTo("Four, because");
            assertThat(Completeness.failure(reply)).as(unfinished.toString()).hasValueSatisfying(failure -> {
                assertThat(failure.kind()).isEqualTo(FailureKind.valueOf(unfinished.path("kind").asText()));
                assertThat(failure.detail()).isEqualTo(unfinished.path("said").asText());
            });
        }
    }

    @Test
    void everyErrorOfTheServiceIsOfItsKindAndSaysWhatTheServiceSaid() throws IOException {
        for (JsonNode error : json("errors.json")) {
            requests.clear();
            Map<String, String> headers = new TreeMap<>();
            error.path("headers").properties().forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
            handler.set((request, reply) -> reply.json(error.path("status").asInt(), error.path("body").toString(), headers));

            ModelFailure failure = failure();

            assertThat(failure.kind()).as(error.toString()).isEqualTo(FailureKind.valueOf(error.path("kind").asText()));
            assertThat(failure.detail()).contains(error.path("said").asText()).doesNotContain("\n");
            assertThat(failure.httpStatus()).contains(error.path("status").asInt());
            assertThat(failure.retryAfter().map(Duration::toMillis).orElse(0L)).isEqualTo(error.path("retryMillis").asLong());
            assertThat(failure.body()).isPresent();
            assertThat(requests).as("asked once, without retries of the adapter").hasSize(1);
        }
    }

    @Test
    void whatIsNoReplyIsNeverAnAnswer() {
        for (String strange : List.of("", "{", "<html>gateway login</html>", "[]", "null", "{\"hello\":\"world\"}", "\"text\"", "{\"choices\":[]}")) {
            answer(200, strange);

            assertThat(failure().kind()).as(strange).isEqualTo(FailureKind.NOT_A_REPLY);
        }
    }

    @Test
    void aPageOfAGatewayIsQuotedWithoutItsTags() {
        answer(200, "<html><style>p {}</style><p>Please log in</p></html>");

        assertThat(failure().detail()).isEqualTo("Please log in");
    }

    @Test
    void brokenConnectionsAreTold() throws IOException {
        handler.set((request, reply) -> reply.reset());
        assertThat(failure().kind()).isEqualTo(FailureKind.CONNECTION_LOST);

        handler.set((request, reply) -> reply.cut(200, "{"));
        assertThat(failure().kind()).isEqualTo(FailureKind.CONNECTION_LOST);

        int port = freePort();
        assertThat(failure(at(URI.create("http://127.0.0.1:" + port + "/v1"), Duration.ofSeconds(20)))).satisfies(failure -> {
            assertThat(failure.kind()).isEqualTo(FailureKind.UNREACHABLE);
            assertThat(failure.detail()).isEqualTo("nothing answers at 127.0.0.1:" + port);
        });
        assertThat(failure(at(URI.create("http://no-such-host.invalid/v1"), Duration.ofSeconds(20))).kind()).isEqualTo(FailureKind.UNREACHABLE);
    }

    @Test
    void theTimeLimitIsForTheWholeReply() {
        ModelDefinition hasty = at(base(), Duration.ofMillis(200));

        handler.set((request, reply) -> reply.hang());
        assertThat(failure(hasty).kind()).isEqualTo(FailureKind.TIMED_OUT);

        handler.set((request, reply) -> reply.hangAfter(200, "{\"begun\":"));
        assertThat(failure(hasty).kind()).isEqualTo(FailureKind.TIMED_OUT);
    }

    @Test
    void interruptingTheThreadGivesTheCallUp() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        handler.set((request, reply) -> {
            asked.countDown();
            reply.hang();
        });
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Thread asking = Thread.ofVirtual().start(() -> {
            try {
                ended.completeExceptionally(new AssertionError(ask(QUESTION)));
            } catch (RuntimeException e) {
                ended.complete(Thread.currentThread().isInterrupted() ? e : new AssertionError("no longer interrupted", e));
            }
        });

        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        asking.interrupt();

        assertThat(ended.get(10, TimeUnit.SECONDS)).isInstanceOf(StoppedException.class);
    }

    @Test
    void aRedirectIsNotFollowed() {
        handler.set((request, reply) -> reply.send(307, Map.of("location", server.uri("/elsewhere").toString()), new byte[0]));

        assertThat(failure()).satisfies(failure -> {
            assertThat(failure.kind()).isEqualTo(FailureKind.NOT_A_REPLY);
            assertThat(failure.detail()).contains("/elsewhere").contains("base URL");
        });
        assertThat(requests).hasSize(1);
    }

    @Test
    void aBodyWithoutEndIsGivenUp() {
        handler.set((request, reply) -> reply.send(200, Map.of(), new byte[HttpReply.LONGEST_BODY + 1]));

        assertThat(failure()).satisfies(failure -> {
            assertThat(failure.kind()).isEqualTo(FailureKind.NOT_A_REPLY);
            assertThat(failure.detail()).contains("32 MiB");
        });
    }

    @Test
    void aProxyGetsTheRequest() throws IOException {
        answer(200, text("reply.json"));
        ModelDefinition there = definition(at(URI.create("http://service.invalid/v1"), Duration.ofSeconds(20)), Optional.of(server.uri("")));

        assertThat(ask(there, QUESTION).text()).isNotEmpty();

        assertThat(requests.getFirst().target()).startsWith("http://service.invalid/v1");
    }

    @Test
    void noFailureAndNoReplyHoldsAKeyThatTheServiceRepeats() throws IOException {
        String echo = "you sent " + KEY + " and planted-header-of-the-test";
        for (int status : List.of(200, 307, 400, 401, 404, 429, 500)) {
            answer(status, "{\"error\":{\"message\":\"" + echo + "\"}}");
            ModelFailedException failed = catchThrowableOfType(ModelFailedException.class, () -> ask(QUESTION));
            assertThat(Secrets.in(failed, KEY, "planted-header-of-the-test")).isEmpty();
            assertThat(failed.failure().toString()).contains("you sent").doesNotContain("planted");
        }
        handler.set((request, reply) -> reply.send(307, Map.of("location", "http://elsewhere.invalid/?key=" + KEY), new byte[0]));
        assertThat(failure().toString()).contains("elsewhere").doesNotContain("planted");
        answer(200, text("reply.json").replace("Four", echo));
        assertThat(ask(QUESTION).toString()).contains("you sent").doesNotContain("planted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "EMPTY", "test", "x", "\"", "lm-studio"})
    void whatStandsInForAKeyIsNotCutOutOfAnAnswer(String dummy) throws IOException {
        String whole = text("reply.json").replace("Four", "EMPTY none of the lm-studio tests, x = 4");
        answer(200, whole);

        RawReply reply = connector.connect(at(base(), Duration.ofSeconds(20)), new ApiKey(dummy)).ask(QUESTION);

        assertThat(reply.text()).isEqualTo("EMPTY none of the lm-studio tests, x = 4 – 四 💥.");
        assertThat(reply.body()).isEqualTo(whole);
    }

    @Test
    void whatHeadersSayOpenlyIsNotCutOutOfAnAnswer() throws IOException {
        answer(200, text("reply.json").replace("Four", "Research Assistant of the Laboratory"));
        ModelDefinition named = with(Map.of("X-Title", "Research Assistant of the Laboratory", "X-Team", "Laboratory ${PLANTED}"));

        assertThat(ask(named, QUESTION).text()).isEqualTo("Research Assistant of the Laboratory – 四 💥.");
    }

    @Test
    void aSecretIsCutOutHoweverTheServiceWritesIt() throws IOException {
        String key = "ab/cd+ef==gh&\"ij\\kl";
        answer(200, text("reply.json").replace("Four", "it is ab\\/cd+ef\\u003d\\u003Dgh\\u0026\\\"ij\\\\kl, team planted-header-of-the-test, or token-of-the-test"));
        ModelDefinition headed = with(Map.of("X-Team", "team ${PLANTED}", "Authorization", "Bearer ${TOKEN}"));

        RawReply reply = connector.connect(headed, new ApiKey(key)).ask(QUESTION);

        assertThat(reply.text()).isEqualTo("it is …, team …, or … – 四 💥.");
        assertThat(reply.body()).doesNotContain("of-the-test").doesNotContain("ij");
    }

    @Test
    void aShortKeyIsCutOutOfARefusal() {
        answer(401, "{\"error\":{\"message\":\"bad key hunter2!\"}}");

        ModelFailedException failed = catchThrowableOfType(
                ModelFailedException.class, () -> connector.connect(at(base(), Duration.ofSeconds(20)), new ApiKey("hunter2!")).ask(QUESTION));

        assertThat(failed.failure().toString()).contains("bad key …").doesNotContain("hunter2!");
    }

    @ParameterizedTest
    @ValueSource(strings = {"planted key", "planted\nkey", "plantedkéy"})
    void aKeyThatCannotBeSentIsToldWithoutIt(String broken) {
        assertThatThrownBy(() -> connector.connect(at(base(), Duration.ofSeconds(20)), new ApiKey(broken)))
                .isInstanceOf(AssayException.class)
                .hasMessageContaining("the key for the model judge")
                .satisfies(e -> assertThat(Secrets.in(e, "planted")).isEmpty());
    }

    @Test
    void aVariableThatCannotBeSentIsToldWithoutIt() {
        assertThatThrownBy(() -> connector.connect(with(Map.of("X-Team", "${BROKEN}")), new ApiKey(KEY)))
                .isInstanceOf(AssayException.class)
                .hasMessageContaining("the header X-Team of the model judge cannot be sent")
                .satisfies(e -> assertThat(Secrets.in(e, "planted")).isEmpty());
    }

    @Test
    void withoutAKeyNothingIsSentToAServiceThatWantsOne() {
        ModelDefinition remote = ModelDefinition.of("remote", provider, "the-model",
                provider == Provider.AZURE ? Optional.of(URI.create("https://resource.openai.azure.com/openai/v1")) : Optional.empty());
        LanguageModel model = connector.connect(remote, ApiKey.NONE);

        if (provider == Provider.OLLAMA) {
            assertThat(remote.needsKey()).isFalse();
        } else {
            assertThatThrownBy(() -> model.ask(QUESTION)).isInstanceOfSatisfying(
                    ModelFailedException.class, e -> assertThat(e.failure().kind()).isEqualTo(FailureKind.NO_KEY));
        }
    }

    @Test
    void aServiceOnThisComputerNeedsNoKey() throws IOException {
        answer(200, text("reply.json"));

        assertThat(connector.connect(at(base(), Duration.ofSeconds(20)), ApiKey.NONE).ask(QUESTION).text()).isNotEmpty();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private void answer(int status, String body) {
        handler.set((request, reply) -> reply.json(status, body));
    }

    private RawReply ask(ModelRequest request) {
        return ask(at(base(), Duration.ofSeconds(20)), request);
    }

    private RawReply ask(ModelDefinition definition, ModelRequest request) {
        try (LanguageModel model = connector.connect(definition, new ApiKey(KEY))) {
            return model.ask(request);
        }
    }

    private ModelFailure failure() {
        return failure(at(base(), Duration.ofSeconds(20)));
    }

    private ModelFailure failure(ModelDefinition definition) {
        return catchThrowableOfType(ModelFailedException.class, () -> ask(definition, QUESTION)).failure();
    }

    private URI base() {
        return switch (provider) {
            case OPENAI, ANTHROPIC -> server.uri("/v1");
            case GEMINI -> server.uri("/v1beta/");
            case OLLAMA -> server.uri("");
            case AZURE -> server.uri("/openai/deployments/mine?api-version=2026-01-01");
        };
    }

    private String expectedTarget() {
        return switch (provider) {
            case OPENAI -> "/v1/chat/completions";
            case ANTHROPIC -> "/v1/messages";
            case GEMINI -> "/v1beta/models/the-model:generateContent";
            case OLLAMA -> "/api/chat";
            case AZURE -> "/openai/deployments/mine/chat/completions?api-version=2026-01-01";
        };
    }

    private String keyHeader() {
        return switch (provider) {
            case OPENAI, OLLAMA -> "authorization";
            case ANTHROPIC -> "x-api-key";
            case GEMINI -> "x-goog-api-key";
            case AZURE -> "api-key";
        };
    }

    private static ModelParameters parameters() {
        return new ModelParameters(
                Optional.of(0.5), Optional.of(0.9), Optional.of(50), Optional.of(7L), Optional.of("low"), Optional.of("Be brief."),
                JSON.createObjectNode().put("top_k", 40), Optional.empty());
    }

    private ModelDefinition at(URI address, Duration timeout) {
        return new ModelDefinition(
                "judge", provider, "the-model", Optional.of(address), Optional.empty(), parameters(), ModelLimits.none(), Optional.empty(),
                Map.of("X-Team", "team ${PLANTED}"), Optional.empty(), timeout);
    }

    private ModelDefinition with(Map<String, String> headers) {
        ModelDefinition plain = at(base(), Duration.ofSeconds(20));
        return new ModelDefinition(
                plain.name(), provider, plain.model(), plain.baseUrl(), plain.keyVariable(), plain.parameters(), plain.limits(), plain.price(), headers,
                plain.proxy(), plain.timeout());
    }

    private static ModelDefinition definition(ModelDefinition of, Optional<URI> proxy) {
        return new ModelDefinition(
                of.name(), of.provider(), of.model(), of.baseUrl(), of.keyVariable(), of.parameters(), of.limits(), of.price(), of.headers(), proxy,
                of.timeout());
    }

    private ModelDefinition definition(SchemaSupport support) {
        return at(base(), Duration.ofSeconds(20)).with(parameters().told(support));
    }

    private static ModelRequest withSchema() throws IOException {
        String schema = "{\"type\":\"object\",\"properties\":{\"score\":{\"type\":\"integer\",\"minimum\":1,\"maximum\":5}},\"required\":[\"score\"],"
                + "\"additionalProperties\":false}";
        return QUESTION.in(new ReplySchema("verdict", (ObjectNode) JSON.readTree(schema)));
    }

    private JsonNode json(String file) throws IOException {
        return JSON.readTree(text(file));
    }

    private String text(String file) throws IOException {
        try (InputStream in = ProviderContractTest.class.getResourceAsStream(provider.id() + "/" + file)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
