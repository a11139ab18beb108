package dev.assay.app.steps;

import dev.assay.datasets.AssayException;
import dev.assay.datasets.models.ApiKey;
import dev.assay.datasets.models.Keys;
import dev.assay.datasets.models.ModelConnector;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.batches.BatchConnector;
import dev.assay.datasets.models.batches.OpenAiBatchService;
import dev.assay.datasets.models.langchain4j.LangChain4jConnector;
import dev.assay.datasets.models.limits.Timing;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The models of a person, and the way to them.
 *
 * @param models as they are set up now
 * @param connector for single calls
 * @param batches for batches of calls
 * @param timing by which is waited
 * @param batchTiming by which is waited for batches
 */
public record ModelServices(
        List<ModelDefinition> models, Keys keys, ModelConnector connector, BatchConnector batches, Timing timing, Timing batchTiming)
        implements AutoCloseable {

    public ModelServices {
        models = List.copyOf(models);
    }

    /**
     * @param environment variables, to which values of headers may refer
     * @param clock tells services' dates
     */
    public static ModelServices over(List<ModelDefinition> models, Keys keys, Function<String, Optional<String>> environment, Clock clock) {
        // Chance decides only how long is waited.
        Timing timing = Timing.system(new SplittableRandom());
        return new ModelServices(
                models,
                keys,
                new LangChain4jConnector(environment, clock),
                model -> new OpenAiBatchService(model, keys.of(model).orElse(ApiKey.NONE), environment, clock),
                timing,
                timing);
    }

    /** The same in another time, for tests that do not wait. */
    public ModelServices in(Timing other) {
        return new ModelServices(models, keys, connector, batches, other, other);
    }

    /** The same, waiting for batches in another way. */
    public ModelServices awaitingBatches(UnaryOperator<Timing> way) {
        return new ModelServices(models, keys, connector, batches, timing, way.apply(batchTiming));
    }

    public Optional<ModelDefinition> find(String name) {
        return models.stream().filter(model -> model.name().equals(name)).findFirst();
    }

    /** @throws AssayException if there is no model of this name */
    public ModelDefinition model(String name) {
        return find(name).orElseThrow(() -> new AssayException("there is no model " + name + ": "
                        + (models.isEmpty()
                                ? "add it with `models add`"
                                : "choose " + String.join(", ", models.stream().map(ModelDefinition::name).toList()) + ", or add it with `models add`")));
    }

    /** Ends the connections. */
    @Override
    public void close() {
        connector.close();
    }
}
