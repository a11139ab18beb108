package dev.assay.app.queries;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.Region;
import javafx.stage.Popup;

/** A button as for a menu that opens a pane below itself. Esc, a click elsewhere or the button again close it; the focus comes back to the button. */
final class Dropdown extends MenuButton {

    private final Popup popup = new Popup();
    private final Region content;
    private final Node first;

    /** @param first gets the focus when the pane opens */
    Dropdown(String text, Region content, Node first) {
        super(text);
        this.content = content;
        this.first = first;
        content.getStyleClass().addAll("assay", "dropdown-pane");
        content.getStylesheets().add(QueriesView.STYLESHEET);
        popup.getContent().add(content);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        popup.setConsumeAutoHidingEvents(true);
        popup.setOnHidden(event -> requestFocus());
    }

    /** Opens the pane, or closes it. */
    @Override
    public void show() {
        if (popup.isShowing()) {
            popup.hide();
            return;
        }
        // A popup is a scene of its own: it takes over the stylesheets of the window, but not the size of its text.
        content.setStyle(getScene().getRoot().getStyle());
        Bounds bounds = localToScreen(getBoundsInLocal());
        popup.show(this, bounds.getMinX(), bounds.getMaxY() + 4);
        first.requestFocus();
    }

    Popup popup() {
        return popup;
    }
}
