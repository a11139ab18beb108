package dev.assay.datasets.models.gateway;

import dev.assay.datasets.models.ApiKey;
import dev.assay.datasets.models.Keys;
import dev.assay.datasets.models.LanguageModel;
import dev.assay.datasets.models.ModelConnector;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.limits.Backoff;
import dev.assay.datasets.models.limits.Breaker;
import dev.assay.datasets.models.limits.CallLimiter;
import dev.assay.datasets.models.limits.Timing;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The ways to the models that are in use, one for each, made when it is first asked. */
final class ModelConnections implements AutoCloseable {

    /** The way to one model. */
    record Connection(LanguageModel model, CallLimiter limiter, Breaker breaker) {}

    private final ModelConnector connector;
    private final Keys keys;
    private final Backoff backoff;
    private final Timing timing;
    private final Map<ModelDefinition, Connection> connections = new ConcurrentHashMap<>();

    ModelConnections(ModelConnector connector, Keys keys, Backoff backoff, Timing timing) {
        this.connector = connector;
        this.keys = keys;
        this.backoff = backoff;
        this.timing = timing;
    }

    Connection to(ModelDefinition definition) {
        Connection there = connections.get(definition);
        return there != null ? there : connections.computeIfAbsent(definition, this::connect);
    }

    private Connection connect(ModelDefinition definition) {
        ApiKey key = keys.of(definition).orElseGet(() -> new ApiKey(""));
        return new Connection(connector.connect(definition, key), new CallLimiter(definition.limits(), backoff, timing), new Breaker());
    }

    @Override
    public void close() {
        connections.values().forEach(connection -> connection.model().close());
    }
}
