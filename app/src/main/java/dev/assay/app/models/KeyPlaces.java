package dev.assay.app.models;

import dev.assay.app.workbench.OwnModels.KeyState;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.models.ApiKey;
import dev.assay.datasets.models.Keys;
import dev.assay.datasets.models.ModelDefinition;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Where keys are looked for: what was typed in this session, then the environment. */
public final class KeyPlaces implements Keys {

    private final Map<String, ApiKey> ofSession = new ConcurrentHashMap<>();
    private final Function<String, Optional<String>> environment;

    public KeyPlaces(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    static KeyPlaces ofThisPerson(Function<String, Optional<String>> environment) {
        return new KeyPlaces(environment);
    }

    @Override
    public Optional<ApiKey> of(ModelDefinition model) {
        return Optional.ofNullable(ofSession.get(model.name()))
                .or(() -> variable(model).flatMap(environment).map(ApiKey::new));
    }

    KeyState state(ModelDefinition model) {
        if (ofSession.containsKey(model.name())) {
            return new KeyState.OfSession();
        }
        Optional<String> set = variable(model).filter(name -> environment.apply(name).isPresent());
        if (set.isPresent()) {
            return new KeyState.InVariable(set.get());
        }
        return model.needsKey() ? new KeyState.Missing() : new KeyState.NotNeeded();
    }

    void keepForSession(ModelDefinition model, ApiKey key) {
        ofSession.put(model.name(), key);
    }

    void keepInKeyring(ModelDefinition model, ApiKey key) {
        if (model.name().isEmpty()) {
            return;
        }
        throw new AssayException("there is no keyring for the key of " + model.name() + ": keep it for this session, or set an environment variable");
    }

    void rename(ModelDefinition before, ModelDefinition now) {
        if (!before.name().equals(now.name())) {
            Optional.ofNullable(ofSession.remove(before.name())).ifPresent(key -> keepForSession(now, key));
        }
    }

    void forget(ModelDefinition model) {
        assert ofSession.remove(model.name()) != null || !ofSession.containsKey(model.name());
    }

    private static Optional<String> variable(ModelDefinition model) {
        return model.keyVariable().or(model.provider()::usualKeyVariable);
    }
}
