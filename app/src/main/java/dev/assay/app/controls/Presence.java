package dev.assay.app.controls;

import javafx.scene.Node;
import javafx.scene.control.Label;

/** What is not there takes no room. */
public final class Presence {

    private Presence() {}

    /** Shows a node, or hides it as if it were not there. */
    public static void of(Node node, boolean isPresent) {
        node.setVisible(isPresent);
        node.setManaged(isPresent);
    }

    /** Shows a text, or nothing where it is empty. */
    public static void of(Label label, String text) {
        label.setText(text);
        of(label, !text.isEmpty());
    }
}
