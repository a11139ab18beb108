package dev.assay.app.steps;

import dev.assay.datasets.AssayException;
import dev.assay.datasets.models.Keys;
import dev.assay.datasets.models.ModelConnector;
import dev.assay.datasets.models.ModelDefinition;
import java.util.List;

/**
 * The models of a person, and the way to them.
 *
 * @param models as they are set up now
 */
public record ModelServices(List<ModelDefinition> models, Keys keys, ModelConnector connector) implements AutoCloseable {

    public ModelServices {
        models = List.copyOf(models);
    }

    /** @throws AssayException if there is no model of this name */
    public ModelDefinition model(String name) {
        return models.stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssayException("there is no model " + name + ": "
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
