package dev.assay.app.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * What lies over the window for a while: palette, questions, previews. The window beneath is dimmed and cannot be reached; Esc or a click
 * beside takes the topmost away and gives the focus back to where it was.
 */
final class Overlay extends StackPane {

    private record Layer(StackPane pane, Optional<Node> focusedBefore, Runnable closed) {}

    private final Deque<Layer> layers = new ArrayDeque<>();

    Overlay() {
        setPickOnBounds(false);
        setVisible(false);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.focusOwnerProperty().subscribe(owner -> {
                    if (owner != null) {
                        keepFocus(owner);
                    }
                });
            }
        });
    }

    /** Lays a box over the window, in the middle. @return what takes it away again */
    Runnable show(Region box, Node focused) {
        return show(box, focused, Pos.CENTER, () -> {});
    }

    /**
     * Lays a box over the window.
     *
     * @param focused gets the focus
     * @param closed called when the box has been taken away, however
     * @return what takes it away again
     */
    Runnable show(Region box, Node focused, Pos position, Runnable closed) {
        StackPane pane = new StackPane(box);
        pane.getStyleClass().add("scrim");
        StackPane.setAlignment(box, position);
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        pane.setOnMousePressed(event -> {
            if (pane.equals(event.getTarget())) {
                closeTop();
            }
        });
        pane.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                closeTop();
            }
        });
        Layer layer = new Layer(pane, Optional.ofNullable(focusOwner()), closed);
        layers.push(layer);
        getChildren().add(pane);
        setVisible(true);
        Platform.runLater(focused::requestFocus);
        return () -> close(layer);
    }

    boolean isOpen() {
        return !layers.isEmpty();
    }

    /** Takes the topmost away, if there is one. */
    void closeTop() {
        if (!layers.isEmpty()) {
            close(layers.peek());
        }
    }

    private void close(Layer layer) {
        if (!layers.remove(layer)) {
            return;
        }
        getChildren().remove(layer.pane());
        setVisible(!layers.isEmpty());
        layer.focusedBefore().ifPresent(Node::requestFocus);
        layer.closed().run();
    }

    /** The focus stays in the topmost box: where Tab would lead out of it, it goes back in. */
    private void keepFocus(Node owner) {
        Layer top = layers.peek();
        if (top != null && !Focus.isWithin(owner, top.pane())) {
            Platform.runLater(() -> Focus.moveInto(top.pane()));
        }
    }

    private @Nullable Node focusOwner() {
        return getScene() == null ? null : getScene().getFocusOwner();
    }
}
