package dev.assay.app.models;

import dev.assay.app.platform.UserFolder;
import dev.assay.app.steps.ModelServices;
import dev.assay.app.workbench.OwnModels;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.models.ApiKey;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.langchain4j.LangChain4jConnector;
import dev.assay.datasets.models.registry.CheckedModel;
import dev.assay.datasets.models.registry.Discovery;
import dev.assay.datasets.models.registry.LocalServer;
import dev.assay.datasets.models.registry.ModelCheck;
import dev.assay.datasets.models.registry.ModelRegistry;
import dev.assay.datasets.models.registry.PriceTable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/** The models in the person's own file, with keys from where the person keeps them. */
public final class PersonsModels implements OwnModels {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final ModelRegistry registry;
    private final KeyPlaces keys;
    private final Function<String, Optional<String>> environment;
    private final Discovery discovery;
    private final Clock clock;
    private final PriceTable prices = PriceTable.bundled();
    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();

    /** @param environment variables of the process */
    public PersonsModels(ModelRegistry registry, KeyPlaces keys, Function<String, Optional<String>> environment, Discovery discovery, Clock clock) {
        this.registry = registry;
        this.keys = keys;
        this.environment = environment;
        this.discovery = discovery;
        this.clock = clock;
    }

    /** In the folder of the person's preferences. */
    public static PersonsModels ofThisPerson(Clock clock) {
        Function<String, Optional<String>> environment = name -> Optional.ofNullable(System.getenv(name));
        ModelRegistry registry = new ModelRegistry(UserFolder.preferences(System.getenv(), System.getProperties()).resolve("models.json"));
        return new PersonsModels(registry, KeyPlaces.ofThisPerson(environment), environment, Discovery.usual(), clock);
    }

    @Override
    public ModelServices services() {
        return new ModelServices(registry.list().stream().map(prices::priced).toList(), keys, connector());
    }

    private LangChain4jConnector connector() {
        return new LangChain4jConnector(environment, clock);
    }

    @Override
    public List<Kept> list() {
        return registry.list().stream().map(model -> new Kept(model, keys.state(model))).toList();
    }

    @Override
    public List<String> problems() {
        return registry.problems();
    }

    @Override
    public void put(Optional<String> before, ModelDefinition model, boolean isConfirmed) {
        if (before.isPresent()) {
            ModelDefinition old = registry.get(before.get());
            registry.replace(before.get(), model, isConfirmed);
            keys.rename(old, model);
        } else {
            registry.add(model, isConfirmed);
        }
    }

    @Override
    public void keepKey(ModelDefinition model, ApiKey key, boolean isForSession) {
        if (isForSession) {
            keys.keepForSession(model, key);
        } else {
            keys.keepInKeyring(model, key);
        }
    }

    @Override
    public void remove(ModelDefinition model) {
        registry.remove(model.name());
        keys.forget(model);
    }

    @Override
    public Optional<CheckedModel> check(ModelDefinition model, Cancellation cancellation) {
        CompletableFuture<CheckedModel> result = new CompletableFuture<>();
        try (LangChain4jConnector connector = connector()) {
            Thread asking = Thread.ofVirtual().start(() -> {
                try {
                    result.complete(new ModelCheck(connector, keys, System::nanoTime).check(prices.priced(model)));
                } catch (RuntimeException | StackOverflowError e) {
                    result.completeExceptionally(e);
                }
            });
            while (asking.isAlive() && !result.isDone()) {
                if (cancellation.await(BETWEEN_LOOKS)) {
                    asking.interrupt();
                    return Optional.empty();
                }
            }
            return Optional.of(result.join());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (CompletionException e) {
            throw e.getCause() instanceof AssayException said ? said : e;
        }
    }

    @Override
    public List<LocalServer> discover() {
        return discovery.find();
    }

    @Override
    public Optional<UsualPrice> usualPrice(ModelDefinition model) {
        return prices.isPublished(model) ? prices.priceOf(model).map(price -> new UsualPrice(price, prices.asOf())) : Optional.empty();
    }

    @Override
    public ReadOnlyLongProperty version() {
        return version.getReadOnlyProperty();
    }

    @Override
    public void changed() {
        version.set(version.get() + 1);
    }
}
