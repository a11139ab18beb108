package dev.assay.app.queries;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A button that opens a pane below itself. Esc, a click elsewhere or the button again close it; the focus comes back to the button. */
final class Dropdown extends Button {

    private final Popup popup = new Popup();
    private final Region content;
    private final Node first;

    /** @param first gets the focus when the pane opens */
    Dropdown(String text, Region content, Node first) {
        super(text, new FontIcon(Feather.CHEVRON_DOWN));
        this.content = content;
        this.first = first;
        getStyleClass().add("dropdown");
        setContentDisplay(ContentDisplay.RIGHT);
        content.getStyleClass().addAll("assay", "dropdown-pane");
        content.getStylesheets().add(QueriesView.STYLESHEET);
        setMinWidth(USE_PREF_SIZE);
        popup.getContent().add(content);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        popup.setConsumeAutoHidingEvents(true);
        popup.setOnHidden(event -> requestFocus());
        setOnAction(event -> toggle());
    }

    void toggle() {
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

    boolean isOpen() {
        return popup.isShowing();
    }

    Popup popup() {
        return popup;
    }
}
