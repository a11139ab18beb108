package dev.assay.datasets.models.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.datasets.models.Provider;
import dev.assay.datasets.models.registry.Discovery.Place;
import dev.assay.datasets.testing.LoopbackServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DiscoveryTest {

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void serversAreFoundWithTheirModelsAndNothingElseIsTakenForOne() throws IOException {
        try (LoopbackServer ollama = LoopbackServer.start((request, reply) ->
                        reply.json(request.target().equals("/api/tags") ? 200 : 404, "{\"models\":[{\"name\":\"llama3.2:latest\",\"size\":2019393189}]}"));
                LoopbackServer vllm = LoopbackServer.start((request, reply) -> reply.json(
                        request.target().equals("/v1/models") ? 200 : 404,
                        "{\"object\":\"list\",\"data\":[{\"id\":\"Qwen/Qwen3-8B\",\"object\":\"model\",\"owned_by\":\"vllm\"}]}"));
                LoopbackServer page = LoopbackServer.start((request, reply) -> reply.json(200, "<html>a web application</html>"));
                LoopbackServer silent = LoopbackServer.start((request, reply) -> reply.hang())) {
            List<Place> places = List.of(
                    new Place("Ollama", Provider.OLLAMA, ollama.port()),
                    new Place("llama.cpp", Provider.OPENAI, vllm.port()),
                    new Place("page", Provider.OPENAI, page.port()),
                    new Place("silent", Provider.OPENAI, silent.port()),
                    new Place("nobody", Provider.OPENAI, freePort()));
            long begun = System.nanoTime();

            List<LocalServer> found = new Discovery(places).find();

            assertThat(found).containsExactly(
                    new LocalServer("Ollama", Provider.OLLAMA, ollama.uri(""), List.of("llama3.2:latest")),
                    new LocalServer("vLLM", Provider.OPENAI, vllm.uri("/v1"), List.of("Qwen/Qwen3-8B")));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(6));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
