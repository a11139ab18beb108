package dev.assay.app.platform;

import dev.assay.datasets.models.ModelConnector;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.langchain4j.LangChain4jConnector;
import dev.assay.datasets.models.registry.Discovery;
import dev.assay.datasets.models.registry.ModelRegistry;
import dev.assay.datasets.models.registry.PriceTable;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The models of a person with all that belongs to them.
 *
 * @param environment variables of the process
 */
public record PersonalModels(
        ModelRegistry registry, PersonalKeys keys, PriceTable prices, Discovery discovery, Function<String, Optional<String>> environment, Clock clock) {

    private static final Duration PATIENCE_WITH_THE_KEYRING = Duration.ofSeconds(3);

    /**
     * Of whoever runs the program.
     *
     * @param environment of the process
     * @param properties of the virtual machine
     */
    public static PersonalModels of(Map<String, String> environment, Map<?, ?> properties, Clock clock) {
        Keyring keyring = SystemKeyring.ofThisSystem(PATIENCE_WITH_THE_KEYRING);
        return in(UserFolder.preferences(environment, properties), keyring, Discovery.usual(), environment, clock);
    }

    /** @param folder of the person's preferences */
    public static PersonalModels in(Path folder, Keyring keyring, Discovery discovery, Map<String, String> environment, Clock clock) {
        Function<String, Optional<String>> variables = name -> Optional.ofNullable(environment.get(name));
        return new PersonalModels(
                new ModelRegistry(folder.resolve("models.json")), new PersonalKeys(keyring, variables), PriceTable.bundled(), discovery, variables, clock);
    }

    /** As they are set up now, with their prices where those are known. */
    public List<ModelDefinition> priced() {
        return registry.list().stream().map(prices::priced).toList();
    }

    /** A way to them; to be closed. */
    public ModelConnector connector() {
        return new LangChain4jConnector(environment, clock);
    }
}
