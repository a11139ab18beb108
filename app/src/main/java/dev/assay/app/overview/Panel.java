package dev.assay.app.overview;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A frame with a title, what it is about, and its content. */
final class Panel extends VBox {

    private final Label about = new Label();
    private final HBox header;

    Panel(String title, Node... content) {
        getStyleClass().addAll("panel", "overview-panel");
        Label name = new Label(title);
        name.getStyleClass().add("panel-title");
        name.setMinWidth(USE_PREF_SIZE);
        about.getStyleClass().add("secondary");
        about.setMaxWidth(Double.MAX_VALUE);
        about.setMinWidth(0);
        HBox.setHgrow(about, Priority.ALWAYS);
        header = new HBox(name, about);
        header.getStyleClass().addAll("panel-header", "overview-panel-header");
        getChildren().add(header);
        getChildren().addAll(content);
    }

    void about(String text) {
        about.setText(text);
    }

    /** Puts something at the right end of the header. */
    void end(Node node) {
        header.getChildren().add(node);
    }
}
