package dev.assay.datasets.models.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.datasets.models.Provider;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Finds model servers on this computer at the ports that they usually have. Only asks for their lists of models, and sends no key. */
public final class Discovery {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int LONGEST_LIST = 4 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What servers that speak OpenAI's protocol write as the owner of their models. */
    private static final Map<String, String> BY_OWNER = Map.of("vllm", "vLLM", "llamacpp", "llama.cpp", "organization_owner", "LM Studio");

    private final List<Place> places;

    /**
     * Where a server may be.
     *
     * @param software that usually has this port
     */
    public record Place(String software, Provider provider, int port) {}

    public Discovery(List<Place> places) {
        this.places = List.copyOf(places);
    }

    /** At the ports that the servers have unless somebody changes them. */
    public static Discovery usual() {
        return new Discovery(List.of(
                new Place("Ollama", Provider.OLLAMA, 11434),
                new Place("LM Studio", Provider.OPENAI, 1234),
                new Place("llama.cpp", Provider.OPENAI, 8080),
                new Place("vLLM", Provider.OPENAI, 8000)));
    }

    /** Looks everywhere at once, for two seconds at most. */
    public List<LocalServer> find() {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(PATIENCE)
                .build();
        try {
            List<CompletableFuture<Optional<LocalServer>>> looking = places.stream().map(place -> look(client, place)).toList();
            return looking.stream().map(CompletableFuture::join).flatMap(Optional::stream).toList();
        } finally {
            client.shutdownNow();
        }
    }

    private static CompletableFuture<Optional<LocalServer>> look(HttpClient client, Place place) {
        String server = "http://127.0.0.1:" + place.port();
        boolean ollama = place.provider() == Provider.OLLAMA;
        URI base = URI.create(ollama ? server : server + "/v1");
        HttpRequest request = HttpRequest.newBuilder(URI.create(ollama ? server + "/api/tags" : base + "/models")).build();
        return client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_LIST))
                .thenApply(reply -> read(reply, place, base))
                .completeOnTimeout(Optional.empty(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                // Nobody is there.
                .exceptionally(_ -> Optional.empty());
    }

    /** Empty if something else answers there. */
    private static Optional<LocalServer> read(HttpResponse<String> reply, Place place, URI base) {
        boolean ollama = place.provider() == Provider.OLLAMA;
        JsonNode models = json(reply.body()).path(ollama ? "models" : "data");
        if (reply.statusCode() != 200 || !models.isArray()) {
            return Optional.empty();
        }
        String software = BY_OWNER.getOrDefault(models.path(0).path("owned_by").asText(), place.software());
        List<String> ids = models.valueStream().map(model -> model.path(ollama ? "name" : "id").asText()).filter(id -> !id.isBlank()).toList();
        return Optional.of(new LocalServer(software, place.provider(), base, ids));
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
