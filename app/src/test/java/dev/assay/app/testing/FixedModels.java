package dev.assay.app.testing;

import dev.assay.app.steps.ModelServices;
import dev.assay.app.workbench.OwnModels;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.models.ApiKey;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.registry.CheckedModel;
import dev.assay.datasets.models.registry.LocalServer;
import dev.assay.datasets.testing.Clocks;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/** Models that stay as a test has set them up, asked over HTTP like any other; they cannot be changed. */
public final class FixedModels implements OwnModels {

    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
    private final List<ModelDefinition> models;
    private final Optional<ApiKey> key;

    public FixedModels(List<ModelDefinition> models) {
        this(models, Optional.empty());
    }

    /** @param key of all of them */
    public FixedModels(List<ModelDefinition> models, Optional<ApiKey> key) {
        this.models = List.copyOf(models);
        this.key = key;
    }

    @Override
    public ModelServices services() {
        return ModelServices.over(models, model -> key, name -> Optional.empty(), Clocks.fixed());
    }

    @Override
    public List<Kept> list() {
        return models.stream().map(model -> new Kept(model, new KeyState.NotNeeded())).toList();
    }

    @Override
    public List<String> problems() {
        return List.of();
    }

    @Override
    public void put(Optional<String> before, ModelDefinition model, boolean isConfirmed) {
        throw new UnsupportedOperationException("these stay as they are");
    }

    @Override
    public void keepKey(ModelDefinition model, ApiKey key, boolean isForSession) {
        throw new UnsupportedOperationException("these stay as they are");
    }

    @Override
    public void remove(ModelDefinition model) {
        throw new UnsupportedOperationException("these stay as they are");
    }

    @Override
    public Optional<CheckedModel> check(ModelDefinition model, Cancellation cancellation) {
        throw new UnsupportedOperationException("these are not tested");
    }

    @Override
    public List<LocalServer> discover() {
        return List.of();
    }

    @Override
    public Optional<UsualPrice> usualPrice(ModelDefinition model) {
        return Optional.empty();
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
