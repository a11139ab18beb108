package dev.assay.app.gallery;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;

/** Controls that choose one of a few. */
final class Choices {

    private Choices() {}

    /** Buttons side by side of which one is down, as the property has it. */
    static <T> HBox segments(List<T> items, ObjectProperty<T> chosen, Function<T, ObservableValue<String>> titles) {
        ToggleGroup group = new ToggleGroup();
        HBox box = new HBox();
        for (T item : items) {
            ToggleButton button = new ToggleButton();
            button.textProperty().bind(titles.apply(item));
            button.setToggleGroup(group);
            button.setUserData(item);
            button.setMinWidth(HBox.USE_PREF_SIZE);
            boolean first = item.equals(items.getFirst());
            boolean last = item.equals(items.getLast());
            button.getStyleClass().add(first ? Styles.LEFT_PILL : last ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
            button.setOnAction(event -> {
                // Pressing the one that is down again changes nothing.
                button.setSelected(true);
                chosen.set(item);
            });
            chosen.subscribe(now -> button.setSelected(item.equals(now)));
            box.getChildren().add(button);
        }
        return box;
    }

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
