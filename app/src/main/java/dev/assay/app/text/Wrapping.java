package dev.assay.app.text;

import java.text.Bidi;
import javafx.scene.control.Labeled;

/** Labels of several lines whose words may be anybody's. */
public final class Wrapping {

    private Wrapping() {}

    /**
     * Wraps a label's text, unless some of it runs from the right: JavaFX 26 throws in the middle of the layout when it wraps such words
     * (ArrayIndexOutOfBoundsException in PrismTextLayout). That text stands in one line and is cut at its end.
     */
    public static void on(Labeled label) {
        label.wrapTextProperty().bind(label.textProperty().map(text -> !runsFromRight(text)).orElse(true));
    }

    static boolean runsFromRight(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    }
}
