package dev.assay.app.shell;

import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;

/** placeholder until the edit history is there */
final class Edits {
    private final ReadOnlyBooleanWrapper no = new ReadOnlyBooleanWrapper(false);
    void undo() {}
    void redo() {}
    ObservableValue<Boolean> canUndo() { return no; }
    ObservableValue<Boolean> canRedo() { return no; }
}
