package dev.assay.app.models;

import dev.assay.app.platform.PersonalKeys;
import dev.assay.app.platform.PersonalModels;
import dev.assay.app.steps.ModelServices;
import dev.assay.app.workbench.OwnModels;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.StoppedException;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.models.ApiKey;
import dev.assay.datasets.models.ModelConnector;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.registry.CheckedModel;
import dev.assay.datasets.models.registry.LocalServer;
import dev.assay.datasets.models.registry.ModelCheck;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/** The models of the person as the command line has them too. */
public final class KeptModels implements OwnModels {

    private final PersonalModels person;
    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();

    public KeptModels(PersonalModels person) {
        this.person = person;
    }

    @Override
    public ModelServices services() {
        return ModelServices.over(person.priced(), person.keys(), person.environment(), person.clock());
    }

    @Override
    public List<Kept> list() {
        return person.registry().list().stream().map(model -> new Kept(model, state(model))).toList();
    }

    private KeyState state(ModelDefinition model) {
        Optional<PersonalKeys.Found> found = person.keys().find(model);
        if (found.isEmpty()) {
            return model.needsKey() ? new KeyState.Missing() : new KeyState.NotNeeded();
        }
        return switch (found.get().source()) {
            case SESSION -> new KeyState.OfSession();
            case KEYRING -> new KeyState.InKeyring();
            case ENVIRONMENT -> new KeyState.InVariable(PersonalKeys.variableOf(model).orElse("environment"));
        };
    }

    @Override
    public List<String> problems() {
        return person.registry().problems();
    }

    @Override
    public void put(Optional<String> before, ModelDefinition model, boolean isConfirmed) {
        if (before.isEmpty()) {
            person.registry().add(model, isConfirmed);
            return;
        }
        ModelDefinition old = person.registry().get(before.get());
        person.registry().replace(before.get(), model, isConfirmed);
        if (!old.name().equals(model.name()) && old.address().equals(model.address())) {
            moveKey(old, model);
        }
    }

    /** A key belongs to a model at one address: it follows a new name, and never to another address. */
    private void moveKey(ModelDefinition from, ModelDefinition to) {
        person.keys().find(from).ifPresent(found -> {
            switch (found.source()) {
                case SESSION -> person.keys().keepForThisSession(to, found.key());
                case KEYRING -> keepInKeyring(to, found.key());
                case ENVIRONMENT -> {
                    return;
                }
            }
            forgetKey(from);
        });
    }

    @Override
    public void keepKey(ModelDefinition model, ApiKey key, boolean isForSession) {
        if (isForSession) {
            person.keys().keepForThisSession(model, key);
        } else {
            keepInKeyring(model, key);
        }
    }

    private void keepInKeyring(ModelDefinition model, ApiKey key) {
        if (!person.keys().keep(model, key)) {
            throw new AssayException("the key of " + model.name() + " was not kept, since this computer has no keyring that answers:"
                    + " enter it for this session only, or put it into an environment variable");
        }
    }

    @Override
    public void remove(ModelDefinition model) {
        person.registry().remove(model.name());
        forgetKey(model);
    }

    private void forgetKey(ModelDefinition model) {
        if (!person.keys().forget(model)) {
            throw new AssayException("the key of " + model.name() + " is still in the keyring of this computer: remove it there (Assay, " + model.name() + ")");
        }
    }

    @Override
    public Optional<CheckedModel> check(ModelDefinition model, Cancellation cancellation) {
        try (ModelConnector connector = person.connector()) {
            return Optional.of(cancellation.interrupting(() -> new ModelCheck(connector, person.keys(), System::nanoTime).check(model)));
        } catch (StoppedException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<LocalServer> discover() {
        return person.discovery().find();
    }

    @Override
    public Optional<UsualPrice> usualPrice(ModelDefinition model) {
        return person.prices().isPublished(model)
                ? person.prices().priceOf(model).map(price -> new UsualPrice(price, person.prices().asOf()))
                : Optional.empty();
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
