package dev.assay.app.workbench;

import dev.assay.app.steps.ModelServices;
import javafx.beans.property.ReadOnlyLongProperty;

/** The language models of the person, which belong to no study, and the way to them. */
public interface OwnModels {

    /**
     * As they are set up now. Reads files; not on the JavaFX thread.
     *
     * @throws dev.assay.datasets.AssayException if the list of models cannot be read
     */
    ModelServices services();

    /** Grows with each change of what is set up here. Changes on the JavaFX thread. */
    ReadOnlyLongProperty version();
}
