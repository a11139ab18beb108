package dev.assay.app.overview;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;

/** A row that leads somewhere, by a click or by Enter. */
final class LinkRow extends HBox {

    /** @param name what a screen reader says */
    LinkRow(String name, Runnable go, Node... cells) {
        super(cells);
        getStyleClass().add("overview-row");
        setAccessibleRole(AccessibleRole.HYPERLINK);
        setAccessibleText(name);
        setFocusTraversable(true);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                go.run();
            }
        });
        setOnKeyPressed(event -> {
            if (event.getTarget() == this && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)) {
                event.consume();
                go.run();
            }
        });
    }
}
