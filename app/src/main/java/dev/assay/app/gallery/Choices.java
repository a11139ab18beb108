package dev.assay.app.gallery;

import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** Boxes that choose one of a few. */
final class Choices {

    private Choices() {}

    /** A box with a list that follows the property, and sets it. */
    static <T> ComboBox<T> box(String name, ObjectProperty<T> chosen, Function<T, String> titles) {
        ComboBox<T> box = new ComboBox<>();
        box.setAccessibleText(name);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T item) {
                return item == null ? "" : titles.apply(item);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        });
        box.valueProperty().bindBidirectional(chosen);
        return box;
    }
}
