package dev.assay.datasets.models.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelLimits;
import dev.assay.datasets.models.ModelParameters;
import dev.assay.datasets.models.Price;
import dev.assay.datasets.models.Provider;
import dev.assay.datasets.models.SchemaSupport;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelRegistryTest {

    private static final ModelDefinition PLAIN = ModelDefinition.of("judge", Provider.OPENAI, "gpt-5-mini", Optional.empty());

    @TempDir
    Path folder;

    private Path file = Path.of("models.json");
    private ModelRegistry registry = new ModelRegistry(file);

    @BeforeEach
    void inAFolderThatIsNotThereYet() {
        file = folder.resolve("Assay/models.json");
        registry = new ModelRegistry(file);
    }

    @Test
    void everythingOfADefinitionIsKept() {
        ModelDefinition full = new ModelDefinition(
                "Judge (low)", Provider.OPENAI, "org/model:free", Optional.of(URI.create("https://router.example/api/v1")), Optional.of("ROUTER_KEY"),
                new ModelParameters(
                        Optional.of(0.0), Optional.of(0.9), Optional.of(500), Optional.of(1L << 40), Optional.of("low"), Optional.of("Be fair.\nAnd brief."),
                        JsonNodeFactory.instance.objectNode().put("top_k", 5), Optional.of(SchemaSupport.JSON_MODE)),
                new ModelLimits(Optional.of(60), Optional.of(90_000), Optional.of(4)), Optional.of(new Price(0.25, 2)),
                Map.of("X-Title", "Assay", "Authorization", "Bearer ${ROUTER_KEY}"), Optional.of(URI.create("http://proxy.example:3128")),
                Duration.ofMillis(90_500));

        registry.add(full, false);
        registry.add(PLAIN, false);

        assertThat(new ModelRegistry(file).list()).containsExactly(full, PLAIN);
        assertThat(registry.get("judge (LOW)")).isEqualTo(full);
        assertThat(registry.problems()).isEmpty();
    }

    @Test
    void aNameIsThereOnce() {
        registry.add(PLAIN, false);

        assertThatThrownBy(() -> registry.add(ModelDefinition.of("JUDGE", Provider.OLLAMA, "llama3", Optional.empty()), false))
                .isInstanceOf(AssayException.class)
                .hasMessageContaining("already a model judge");
        registry.replace("judge", ModelDefinition.of("Judge", Provider.OLLAMA, "llama3", Optional.empty()), false);
        assertThat(registry.list()).extracting(ModelDefinition::name).containsExactly("Judge");
        registry.remove("judge");
        assertThat(registry.list()).isEmpty();
        assertThatThrownBy(() -> registry.remove("judge")).hasMessageContaining("there is no model judge");
    }

    @Test
    void changingAModelKeepsWhatThisProgramDoesNotKnow() throws Exception {
        write("""
                {"version": 1, "colour": "blue", "models": [
                  {"name": "judge", "provider": "openai", "model": "old", "badge": {"a": 1}, "keyVariable": "OLD",
                   "parameters": {"temperature": 1, "creativity": 7}, "limits": {"perDay": 3}}]}
                """);

        registry.replace("judge", PLAIN, false);

        assertThat(new ObjectMapper().readTree(file.toFile())).isEqualTo(new ObjectMapper().readTree("""
                {"version": 1, "colour": "blue", "models": [
                  {"name": "judge", "provider": "openai", "model": "gpt-5-mini", "badge": {"a": 1}, "headers": {}, "timeoutSeconds": 120.0,
                   "parameters": {"creativity": 7}, "limits": {"perDay": 3}}]}
                """));
    }

    @Test
    void anEntryThatCannotBeUsedIsToldAndKept() throws Exception {
        write("""
                {"version": 1, "models": [
                  {"name": "later", "provider": "telepathy", "model": "m"},
                  {"name": "open", "provider": "openai", "model": "m", "baseUrl": "http://far.example/v1"},
                  {"name": "good", "provider": "ollama", "model": "llama3"}]}
                """);

        assertThat(registry.list()).extracting(ModelDefinition::name).containsExactly("good");
        assertThat(registry.problems()).hasSize(2).anyMatch(line -> line.contains("telepathy")).anyMatch(line -> line.contains("http://far.example/v1"));
        assertThatThrownBy(() -> registry.get("later")).hasMessageContaining("telepathy");
        registry.remove("good");
        assertThat(file).content().contains("telepathy").contains("far.example");
    }

    @Test
    void aBrokenFileIsLeftAsItIs() throws Exception {
        write("{\"models\": [\n{\"name\": ");

        assertThatThrownBy(registry::list).isInstanceOf(AssayException.class).hasMessageContaining(file + ":2").hasMessageContaining("mend");
        assertThatThrownBy(() -> registry.add(PLAIN, false)).isInstanceOf(AssayException.class);
        assertThat(file).hasContent("{\"models\": [\n{\"name\": ");
    }

    @Test
    void aFileOfANewerProgramIsReadButNotWritten() throws Exception {
        String newer = "{\"version\": 2, \"models\": [{\"name\": \"judge\", \"provider\": \"ollama\", \"model\": \"llama3\"}]}";
        write(newer);

        assertThat(registry.list()).hasSize(1);
        assertThatThrownBy(() -> registry.remove("judge")).hasMessageContaining("newer version");
        assertThat(file).hasContent(newer);
    }

    @Test
    void anOpenWayToAnotherComputerNeedsAConfirmation() {
        ModelDefinition open = at("http://10.0.0.7:8000/v1");

        assertThatThrownBy(() -> registry.add(open, false)).isInstanceOf(AssayException.class).hasMessageContaining("--allow-insecure");
        registry.add(open, true);

        assertThat(registry.list()).containsExactly(open);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8000/v1", "http://127.0.0.1:1234/v1", "http://[::1]:8080/v1", "https://far.example/v1"})
    void aWayThatNobodyCanListenToNeedsNone(String address) {
        registry.add(at(address), false);

        assertThat(registry.list()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1.evil.example/v1", "http://localhost.evil.example/v1", "http://0.0.0.0:80/v1", "http://[::2]/v1"})
    void whatOnlyLooksLikeThisComputerIsNot(String address) {
        assertThat(DefinitionCheck.needsConfirmation(at(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "ftp://far.example/v1", "/v1", "https:///v1", "https://me:secret@far.example/v1", "https://far.example/v1?key=abc",
        "https://far.example/sk-abcdefghijklmnopqrs/v1", "https://far.example/v1?x=sk-abcdefghijklmnopqrs"
    })
    void anAddressThatIsNoneOrHoldsAKeyIsRefused(String address) {
        assertThatThrownBy(() -> registry.add(at(address), true)).isInstanceOf(AssayException.class).hasMessageContaining("base URL");
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"Authorization, Bearer abc", "X-Api-Key, abc", "x-access-token, abc", "Cookie, a=b", "X-Team, sk-123", "X-Team, Bearer abc", "X-Team, Bearer abc${NAME}"})
    void aKeyInAHeaderIsNeverStored(String name, String value) {
        assertThatThrownBy(() -> registry.add(withHeader(name, value), false))
                .isInstanceOf(AssayException.class)
                .hasMessageContaining("${VARIABLE}")
                .hasMessageNotContaining("abc");
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{'api_key': 'planted'}", "{'a': {'Authorization': 'planted'}}", "{'a': [{'b': [{'accessToken': 'planted'}]}]}", "{'auth': ['planted']}",
        "{'user': 'sk-planted'}", "{'a': {'b': 'Bearer planted'}}", "{'sk-planted': 1}", "{'tools': [{'url': 'https://x.example/?token=planted'}]}",
        "{'note': 'the key is gsk_planted0123456789'}", "{'api_key': '${VARIABLE}'}"
    })
    void aKeyInTheBodyIsNeverStored(String body) {
        assertThatThrownBy(() -> registry.add(withBody(body), false))
                .isInstanceOf(AssayException.class)
                .hasMessageContaining("of the body")
                .hasMessageNotContaining("planted");
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{'max_completion_tokens': 5, 'skip_special_tokens': true, 'prompt_cache_key': 'mine', 'stop_token_ids': [1, 2]}",
        "{'response_format': {'schema': {'properties': {'key': {'type': 'string'}}, 'required': ['key', 'token']}}}",
        "{'provider': {'order': ['task-management-oriented'], 'data_collection': 'deny'}, 'stop': ['https://x.example/?page=two']}"
    })
    void whatIsNoKeyMayBeInTheBody(String body) {
        registry.add(withBody(body), false);

        assertThat(registry.problems()).isEmpty();
        assertThat(registry.list()).containsExactly(withBody(body));
    }

    @Test
    void aQueryThatWouldNotBeSentIsRefused() {
        for (Provider provider : Provider.values()) {
            ModelDefinition model = ModelDefinition.of(provider.id(), provider, "m", Optional.of(URI.create("https://far.example/v1?version=2")));
            if (provider == Provider.OPENAI || provider == Provider.AZURE) {
                registry.add(model, false);
            } else {
                assertThatThrownBy(() -> registry.add(model, false)).isInstanceOf(AssayException.class).hasMessageContaining("base URL");
            }
        }
        assertThat(registry.list()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"Host, far.example", "Content-Length, 5", "'X Y', z", "X-Y, 'a\tb'"})
    void aHeaderThatCannotBeSentIsRefused(String name, String value) {
        assertThatThrownBy(() -> registry.add(withHeader(name, value), false)).isInstanceOf(AssayException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a,b", "a\nb", " a"})
    void aNameCanBeWrittenInAList(String name) {
        assertThatThrownBy(() -> registry.add(ModelDefinition.of(name, Provider.OLLAMA, "llama3", Optional.empty()), false))
                .isInstanceOf(AssayException.class);
    }

    @Test
    void pricesAreThePersonsElseOfTheTableElseUnknown() {
        PriceTable table = PriceTable.bundled();

        assertThat(table.priceOf(PLAIN.at(new Price(7, 8)))).contains(new Price(7, 8));
        assertThat(table.priceOf(PLAIN)).contains(new Price(0.25, 2));
        assertThat(table.priceOf(ModelDefinition.of("x", Provider.ANTHROPIC, "claude-sonnet-4-5-20250929", Optional.empty()))).contains(new Price(3, 15));
        assertThat(table.priceOf(at("http://localhost:8000/v1"))).contains(Price.FREE);
        assertThat(table.priceOf(at("https://far.example/v1"))).as("another service asks other prices").isEmpty();
        assertThat(table.priceOf(ModelDefinition.of("x", Provider.OPENAI, "gpt-99", Optional.empty()))).isEmpty();
        assertThat(table.asOf()).isAfter("2025-01-01");
        assertThat(List.of(table.isPublished(PLAIN), table.isPublished(PLAIN.at(Price.FREE)))).containsExactly(true, false);
    }

    private void write(String content) throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static ModelDefinition at(String address) {
        return ModelDefinition.of("judge", Provider.OPENAI, "gpt-5-mini", Optional.of(URI.create(address)));
    }

    private static ModelDefinition withBody(String body) {
        try {
            return PLAIN.with(new ModelParameters(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                    (ObjectNode) new ObjectMapper().readTree(body.replace('\'', '"')), Optional.empty()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ModelDefinition withHeader(String name, String value) {
        return new ModelDefinition(
                "judge", Provider.OPENAI, "m", Optional.empty(), Optional.empty(), ModelParameters.usual(), ModelLimits.none(), Optional.empty(),
                Map.of(name, value), Optional.empty(), ModelDefinition.USUAL_TIMEOUT);
    }
}
