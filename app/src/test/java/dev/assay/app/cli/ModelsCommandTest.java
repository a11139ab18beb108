package dev.assay.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.cli.Shell.Outcome;
import dev.assay.app.platform.Keyring;
import dev.assay.app.platform.PersonalModels;
import dev.assay.app.testing.MemoryKeyring;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.models.Provider;
import dev.assay.datasets.models.registry.Discovery;
import dev.assay.datasets.models.registry.Discovery.Place;
import dev.assay.datasets.testing.Clocks;
import dev.assay.datasets.testing.ModelServer;
import dev.assay.datasets.testing.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelsCommandTest {

    private static final String KEY = "planted-key-of-the-test";

    @TempDir
    Path folder;

    private final ModelServer server = ModelServer.start();
    private Keyring keyring = new MemoryKeyring();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aModelIsAddedListedTriedAndRemoved() {
        Outcome added = run("models add judge --provider openai --model judge --temperature 0 --price-in 1 --price-out 2 --base-url " + server.baseUrl());
        Outcome tried = run("models test judge --json");
        Outcome listed = run("models list --json");
        Outcome removed = run("models remove judge");

        assertThat(added.code()).isZero();
        assertThat(tried.code()).isZero();
        assertThat(tried.json().at("/models/0/name").asText()).isEqualTo("judge");
        assertThat(tried.json().at("/models/0/provider").asText()).isEqualTo("openai");
        assertThat(tried.json().at("/models/0/model").asText()).isEqualTo("judge");
        assertThat(tried.json().at("/models/0/ok").asBoolean()).isTrue();
        assertThat(tried.json().at("/models/0/latencyMs").asDouble()).isPositive();
        assertThat(tried.json().at("/models/0/schema").asText()).isEqualTo("json-schema");
        assertThat(server.last().json().path("temperature").asDouble()).isZero();
        assertThat(listed.json().at("/models/0/priceOut").asDouble()).isEqualTo(2);
        assertThat(removed.code()).isZero();
        assertThat(run("models list --json").json().path("models")).isEmpty();
    }

    @Test
    void ctrlCEndsATestOfAModelThatDoesNotAnswer() throws Exception {
        server.latency(Duration.ofMinutes(10));
        run("models add judge --provider openai --model judge --base-url " + server.baseUrl());
        Cancellation cancellation = new Cancellation();
        CompletableFuture<Outcome> tried = CompletableFuture.supplyAsync(() -> new Shell(person(), "", cancellation).run("models", "test", "--json"));
        Awaitility.await().until(() -> server.inFlight() == 1);

        cancellation.request(RunState.INTERRUPTED);

        assertThat(tried.get(10, TimeUnit.SECONDS).code()).isEqualTo(3);
    }

    @Test
    void aServiceThatRefusesEndsWithItsOwnCode() {
        server.requireKey("another");
        run("models add judge --provider openai --model judge --base-url " + server.baseUrl());

        Outcome tried = run("models test --json");

        assertThat(tried.code()).isEqualTo(4);
        assertThat(tried.json().at("/models/0/ok").asBoolean(true)).isFalse();
        assertThat(tried.json().at("/models/0/failure").asText()).isEqualTo("key refused");
        assertThat(tried.json().at("/models/0/problems/0").asText()).contains("models key judge");
    }

    @Test
    void aServiceThatIsNotThereIsOneLine() {
        run("models add judge --provider openai --model judge --base-url http://127.0.0.1:9/v1");

        Outcome tried = run("models test judge");

        assertThat(tried.code()).isEqualTo(4);
        assertThat(tried.out()).contains("FAULT judge").contains("nothing answers at 127.0.0.1:9");
    }

    @Test
    void aKeyIsReadFromInputAndKeptInTheKeyringOnly() throws IOException {
        server.requireKey(KEY);
        run("models add judge --provider openai --model judge --base-url " + server.baseUrl());

        Outcome kept = new Shell(person(), KEY + "\n").run("models", "key", "judge", "--json");
        Outcome tried = run("models test judge --json");

        assertThat(kept.code()).isZero();
        assertThat(tried.json().at("/models/0/ok").asBoolean()).isTrue();
        assertThat(Secrets.in(folder, KEY)).isEmpty();
        for (String text : List.of(kept.out(), kept.err(), tried.out(), tried.err(), run("models list").out(), run("doctor").out())) {
            assertThat(Secrets.in(text, KEY)).isEmpty();
        }
    }

    @Test
    void aKeyDoesNotFollowAModelToAnotherAddress() {
        try (ModelServer other = ModelServer.start()) {
            run("models add judge --provider openai --model judge --base-url " + server.baseUrl());
            assertThat(new Shell(person(), KEY).run("models", "key", "judge").code()).isZero();

            run("models add judge --replace --provider openai --model judge --base-url " + other.baseUrl());

            assertThat(run("models test judge").code()).isZero();
            assertThat(other.last().header("authorization")).isEmpty();
        }
    }

    @Test
    void theProvidersUsualVariableGoesToTheProviderOnly() {
        run("models add mine --provider openai --model judge --base-url " + server.baseUrl());
        run("models add named --provider openai --model judge --key-env MY_KEY --base-url " + server.baseUrl());

        run("models test mine");
        String forMine = server.last().header("authorization");
        run("models test named");

        assertThat(forMine).isEmpty();
        assertThat(server.last().header("authorization")).isEqualTo("Bearer key-of-mine");
    }

    @Test
    void whereThereIsNoKeyringThatIsSaidAndNothingIsKept() {
        keyring = new Keyring() {
            @Override
            public Optional<String> find(String account) {
                return Optional.empty();
            }

            @Override
            public boolean keep(String account, String secret) {
                return false;
            }

            @Override
            public boolean forget(String account) {
                return true;
            }
        };
        run("models add claude --provider anthropic --model claude-sonnet-4-5");

        Outcome kept = new Shell(person(), KEY).run("models", "key", "claude");

        assertThat(kept.code()).isEqualTo(2);
        assertThat(kept.err().lines()).singleElement().asString().contains("no keyring").contains("ANTHROPIC_API_KEY").doesNotContain(KEY);
    }

    @Test
    void serversOnThisComputerAreFound() {
        Outcome found = run("models discover --json");

        assertThat(found.code()).isZero();
        assertThat(found.json().at("/servers/0/baseUrl").asText()).isEqualTo(server.baseUrl().toString());
        assertThat(found.json().path("models").valueStream().map(model -> model.path("model").asText())).containsExactly("judge", "alpha");
        assertThat(run("models discover").out()).contains("assay models add judge --provider openai --model judge --base-url " + server.baseUrl());
    }

    @Test
    void doctorLooksAtTheServices() {
        run("models add judge --provider openai --model judge --base-url " + server.baseUrl());
        run("models add gone --provider openai --model judge --base-url http://127.0.0.1:9/v1");
        run("models add claude --provider anthropic --model claude-sonnet-4-5");

        Outcome doctor = run("doctor --json");

        assertThat(doctor.code()).isEqualTo(1);
        assertThat(doctor.json().path("checks").valueStream()
                        .filter(check -> check.path("name").asText().startsWith("model "))
                        .map(check -> check.path("name").asText() + " " + check.path("ok").asBoolean()))
                .containsExactly("model judge true", "model gone false", "model claude false");
        assertThat(server.requests()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "--provider telepathy --model m",
        "--provider openai --model m --base-url http://far.example/v1",
        "--provider openai --model m --header Authorization=abc",
        "--provider openai --model m --extra-body [1]",
        "--provider openai --model m --temperature 3",
        "--provider openai --model m --price-in 3",
        "--provider openai --model m --schema maybe",
        "--provider azure --model m",
        "--model m",
    })
    void whatIsWrongIsOneLineAndNothingIsKept(String options) {
        Outcome outcome = run("models add judge " + options);

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err().lines()).hasSize(1);
        assertThat(folder.resolve("models.json")).doesNotExist();
    }

    @Test
    void everyOptionArrives() throws IOException {
        Outcome added = new Shell(person(), "").run(
                "models", "add", "full", "--provider", "openai", "--model", "m", "--base-url", "http://far.example/v1", "--allow-insecure",
                "--key-env", "MY_KEY", "--temperature", "0.5", "--top-p", "0.9", "--max-tokens", "100", "--seed", "7", "--reasoning-effort", "low",
                "--system-prompt", "Be fair.", "--extra-body", "{\"top_k\":3}", "--schema", "json-mode", "--requests-per-minute", "60",
                "--tokens-per-minute", "1000", "--concurrency", "4", "--price-in", "1", "--price-out", "2", "--timeout", "30", "--header", "X-A=b",
                "--header", "Authorization=Bearer ${MY_KEY}", "--proxy", "http://proxy.example:3128");

        assertThat(added.code()).isZero();
        assertThat(added.err()).contains("not https");
        assertThat(Files.readString(folder.resolve("models.json"), UTF_8)).contains(
                "\"temperature\" : 0.5", "\"topP\" : 0.9", "\"maxTokens\" : 100", "\"seed\" : 7", "\"reasoningEffort\" : \"low\"",
                "\"systemPrompt\" : \"Be fair.\"", "\"top_k\" : 3", "\"schemaSupport\" : \"json-mode\"", "\"requestsPerMinute\" : 60",
                "\"tokensPerMinute\" : 1000", "\"concurrency\" : 4", "\"timeoutSeconds\" : 30.0", "\"X-A\" : \"b\"", "Bearer ${MY_KEY}",
                "\"proxy\" : \"http://proxy.example:3128\"", "\"insecureAddressConfirmed\" : true", "\"keyVariable\" : \"MY_KEY\"");
    }

    private Outcome run(String line) {
        return new Shell(person(), "").run(line.split(" "));
    }

    /** As a new process would have it. */
    private PersonalModels person() {
        Discovery discovery = new Discovery(List.of(new Place("vLLM", Provider.OPENAI, server.port())));
        return PersonalModels.in(folder, keyring, discovery, Map.of("OPENAI_API_KEY", KEY, "MY_KEY", "key-of-mine"), Clocks.fixed());
    }
}
