package dev.assay.app.controls;

import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** A box that chooses one of a few; nothing is typed into it. */
public final class Choice<T> extends ComboBox<T> {

    /**
     * A box without items.
     *
     * @param name what a screen reader says
     * @param words how an item is shown
     */
    public Choice(String name, Function<T, String> words) {
        setAccessibleText(name);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(T item) {
                return item == null ? "" : words.apply(item);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        });
    }
}
