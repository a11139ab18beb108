package dev.assay.app.workbench;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.layout.Region;

/** The pane at the right of the window, which shows details of what is selected in a view, on demand. */
public final class Details {

    private final ReadOnlyObjectWrapper<Optional<Region>> content = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** Opens the pane if it is closed. The pane adds its own close button and scrolling; the content brings its padding of 16. */
    public void show(Region details) {
        content.set(Optional.of(details));
    }

    public void hide() {
        content.set(Optional.empty());
    }

    public ReadOnlyObjectProperty<Optional<Region>> content() {
        return content.getReadOnlyProperty();
    }
}
