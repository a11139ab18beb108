package dev.assay.datasets.models.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.datasets.AssayException;
import dev.assay.datasets.models.ApiKey;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.Provider;
import dev.assay.datasets.testing.LoopbackServer;
import dev.assay.datasets.testing.Secrets;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenAiBatchServiceTest {

    private final List<String> targets = new CopyOnWriteArrayList<>();
    private final LoopbackServer server = LoopbackServer.start((request, reply) -> {
        targets.add(request.method() + " " + request.target());
        reply.json(200, request.path().endsWith("/files") ? "{\"id\":\"file-1\",\"data\":[]}" : "{\"id\":\"batch-1\",\"status\":\"in_progress\"}");
    });

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aKeyThatCannotBeSentIsToldWithoutIt() {
        assertThatThrownBy(() -> service("/v1", "sk-planted \n0123456789", Map.of()))
                .isInstanceOf(AssayException.class)
                .hasMessageContaining("the key for the model alpha")
                .satisfies(e -> assertThat(Secrets.in(e, "planted", "0123456789")).isEmpty());
        assertThatThrownBy(() -> service("/v1", "sk-good-0123456789", Map.of("X-Team", "${BROKEN}")))
                .isInstanceOf(AssayException.class)
                .hasMessageContaining("the header X-Team of the model alpha")
                .satisfies(e -> assertThat(Secrets.in(e, "planted")).isEmpty());
    }

    @Test
    void theQueryOfTheBaseUrlStandsBehindThePath() {
        try (OpenAiBatchService service = service("/v1/?api-version=2&x=%C3%BC", "none", Map.of())) {
            assertThat(service.findFile("a.jsonl")).isEmpty();
            assertThat(service.get("batch-1")).isPresent();
        }

        assertThat(targets).containsExactly("GET /v1/files?purpose=batch&api-version=2&x=%C3%BC", "GET /v1/batches/batch-1?api-version=2&x=%C3%BC");
    }

    @Test
    void onlySecretsAreTakenOutOfResults() {
        String line = "{\"answer\": \"EMPTY, says the Research Assistant\"}";
        try (OpenAiBatchService service = service("/v1", "EMPTY", Map.of("X-Title", "Research Assistant"))) {
            assertThat(service.withoutSecrets(line)).isEqualTo(line);
        }
        try (OpenAiBatchService service = service("/v1", "sk-planted-0123456789", Map.of())) {
            assertThat(service.withoutSecrets("you sent sk-planted-0123456789")).isEqualTo("you sent …");
        }
    }

    private OpenAiBatchService service(String base, String key, Map<String, String> headers) {
        ModelDefinition plain = ModelDefinition.of("alpha", Provider.OPENAI, "m", Optional.of(URI.create(server.uri("") + base)));
        ModelDefinition model = new ModelDefinition(
                plain.name(), plain.provider(), plain.model(), plain.baseUrl(), plain.keyVariable(), plain.parameters(), plain.limits(), plain.price(), headers,
                plain.proxy(), plain.timeout());
        return new OpenAiBatchService(model, new ApiKey(key), name -> Optional.of("planted\nvalue"), Clock.systemUTC());
    }
}
