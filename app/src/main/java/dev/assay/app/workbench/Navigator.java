package dev.assay.app.workbench;

import javafx.beans.value.ObservableValue;

/** Goes to places, and back. */
public interface Navigator {

    /** Shows a place and remembers the one before. Nothing happens if it is shown already. */
    void go(Place place);

    /** What is shown has changed a little (a selection, a filter): coming back here later shows it so, but it is no step of its own. */
    void settle(Place place);

    ObservableValue<Place> here();
}
