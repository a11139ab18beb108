package dev.assay.app.workbench;

import dev.assay.app.steps.ModelServices;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.models.ApiKey;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.Price;
import dev.assay.datasets.models.registry.CheckedModel;
import dev.assay.datasets.models.registry.LocalServer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;

/**
 * The language models of the person, which belong to no study, and the way to them. All methods but {@link #version} and {@link #changed} read files, ask the system's keyring
 * or the network: never on the JavaFX thread. Those that can fail throw {@link dev.assay.datasets.AssayException}.
 */
public interface OwnModels {

    /** Where the key to a model is; the key itself is told to nobody. */
    sealed interface KeyState {

        record InKeyring() implements KeyState {}

        /** @param name of the environment variable that holds it */
        record InVariable(String name) implements KeyState {}

        /** Typed in, and forgotten when the program ends. */
        record OfSession() implements KeyState {}

        /** There is none, and the service wants none as far as is known. */
        record NotNeeded() implements KeyState {}

        /** There is none, and without it the service refuses. */
        record Missing() implements KeyState {}
    }

    /** A model with the state of its key. */
    record Kept(ModelDefinition definition, KeyState key) {}

    /** A price that was published on a day. */
    record UsualPrice(Price price, LocalDate asOf) {}

    /** As they are set up now, each with its price as far as it is known, and what connects to them. */
    ModelServices services();

    /** In the order in which they were added. */
    List<Kept> list();

    /** What is wrong with entries of the list that cannot be used, one line for each. */
    List<String> problems();

    /**
     * Adds a model or changes one.
     *
     * @param before name of the model that it takes the place of; empty for a new one
     * @param isConfirmed whether the person has said that the address may be one that others can listen to
     */
    void put(Optional<String> before, ModelDefinition model, boolean isConfirmed);

    /** @param isForSession whether it is forgotten when the program ends; else it goes into the system's keyring */
    void keepKey(ModelDefinition model, ApiKey key, boolean isForSession);

    /** With its key in the keyring. */
    void remove(ModelDefinition model);

    /** Asks the model something short, and looks how it can be told the form of a reply. Gives up when it is cancelled. */
    Optional<CheckedModel> check(ModelDefinition model, Cancellation cancellation);

    /** Looks for servers on this computer, for a few seconds. */
    List<LocalServer> discover();

    /** What the model costs by a table that is only a start; empty if the table does not know it, or the model has a price of its own. */
    Optional<UsualPrice> usualPrice(ModelDefinition model);

    /** Grows with each change of what is set up. Changes on the JavaFX thread. */
    ReadOnlyLongProperty version();

    /** Says that something was changed. On the JavaFX thread. */
    void changed();
}
