package dev.assay.app.workbench;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * One view of an open study: its nodes, its actions, and where in it one is. Made once per study, when it is first shown; kept until the
 * study is closed. All methods are called on the JavaFX thread.
 */
public interface View {

    /** What stands in the middle of the window, with the view's own header. Always the same node. */
    Region node();

    /**
     * Shows what a place of this view names. Called each time the view comes to the front, and when the study has changed while it is
     * there; loading goes through {@link Background}.
     */
    void show(Place place);

    /** What can be done here, for menus, palette and keys. Always the same list. */
    List<Action> actions();

    /** The one main action, shown as the primary button of the toolbar; one of {@link #actions}. */
    default Optional<Action> primary() {
        return Optional.empty();
    }

    /** The innermost part of the trail in the toolbar ("Query 701"); empty where the view's name says it all. */
    default Optional<ObservableValue<String>> subtitle() {
        return Optional.empty();
    }

    /** Parts of the view between which F6 jumps, in the order of focus: header, main content, further panes. */
    List<Node> regions();

    /** The study is closed. */
    default void close() {}
}
