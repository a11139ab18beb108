package dev.assay.app.testing;

import dev.assay.app.steps.ModelServices;
import dev.assay.app.workbench.OwnModels;
import dev.assay.datasets.models.ApiKey;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.langchain4j.LangChain4jConnector;
import dev.assay.datasets.testing.Clocks;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/** Models that stay as a test has set them up, asked over HTTP like any other. */
public final class FixedModels implements OwnModels {

    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
    private final ModelServices services;

    public FixedModels(List<ModelDefinition> models) {
        this(models, Optional.empty());
    }

    /** @param key of all of them */
    public FixedModels(List<ModelDefinition> models, Optional<ApiKey> key) {
        services = new ModelServices(models, model -> key, new LangChain4jConnector(name -> Optional.empty(), Clocks.fixed()));
    }

    @Override
    public ModelServices services() {
        return services;
    }

    @Override
    public ReadOnlyLongProperty version() {
        return version.getReadOnlyProperty();
    }
}
