package dev.assay.app.gallery;

import dev.assay.app.controls.Choice;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;

/** Boxes that choose one of a few. */
final class Choices {

    private Choices() {}

    /** A box with a list that follows the property, and sets it. */
    static <T> ComboBox<T> box(String name, ObjectProperty<T> chosen, Function<T, String> titles) {
        ComboBox<T> box = new Choice<>(name, titles);
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty().bindBidirectional(chosen);
        return box;
    }
}
