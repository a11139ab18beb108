package dev.assay.datasets.models.langchain4j;

import dev.assay.datasets.AssayException;
import dev.assay.datasets.models.ApiKey;
import dev.assay.datasets.models.LanguageModel;
import dev.assay.datasets.models.ModelConnector;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.http.BodyAdditions;
import dev.assay.datasets.models.http.Connections;
import dev.assay.datasets.models.http.Connections.Way;
import dev.assay.datasets.models.http.Credentials;
import dev.assay.datasets.models.http.FailureReading;
import dev.langchain4j.model.chat.ChatModel;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Connects to every provider. LangChain4j writes the requests in each provider's form; they are sent by a client of our own, and what comes back is
 * read here, because the adapters mix reasoning into the text, lose why a model stopped, and make exceptions of refusals.
 *
 * <p>All models of a connector share their connections; closing it ends them.
 */
public final class LangChain4jConnector implements ModelConnector {

    private final Map<Way, HttpClient> clients = new ConcurrentHashMap<>();
    private final Function<String, Optional<String>> environment;
    private final Clock clock;

    /** @param environment variables, to which values of headers may refer */
    public LangChain4jConnector(Function<String, Optional<String>> environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public LanguageModel connect(ModelDefinition model, ApiKey key) {
        URI address = model.address()
                .orElseThrow(() -> new AssayException("the model " + model.name() + " has no address: say it with --base-url"));
        if (model.model().isBlank()) {
            throw new AssayException("the model " + model.name() + " names no model of its service: say it with --model");
        }
        if (!List.of("http", "https").contains(String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT)) || address.getHost() == null) {
            throw new AssayException("the address of the model " + model.name() + " is not of the form https://host/path: correct it with --base-url");
        }
        Credentials credentials = Credentials.of(model, key, environment);
        HttpClient client = clients.computeIfAbsent(Way.to(address, model.proxy()), Connections::of);
        ServiceClient service = new ServiceClient(client, credentials.headers(), BodyAdditions.of(model), model.timeout());
        ChatModel adapter = Adapters.of(model, address, key, service);
        return new ConnectedModel(model, credentials, adapter, new FailureReading(clock));
    }

    @Override
    public void close() {
        clients.values().forEach(HttpClient::shutdownNow);
        clients.clear();
    }
}
