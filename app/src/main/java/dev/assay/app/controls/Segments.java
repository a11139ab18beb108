package dev.assay.app.controls;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** A few choices side by side, of which always exactly one holds. */
public final class Segments<T> extends HBox {

    private final ToggleGroup group = new ToggleGroup();

    /** @param chosen called when a person chooses another; {@link #choose} does not call it */
    public Segments(List<T> choices, Function<T, String> name, Consumer<T> chosen) {
        getStyleClass().add("segments");
        getStylesheets().add(Inks.STYLESHEET);
        setMaxHeight(USE_PREF_SIZE);
        for (int i = 0; i < choices.size(); i++) {
            T choice = choices.get(i);
            ToggleButton button = new ToggleButton(name.apply(choice));
            button.setUserData(choice);
            button.setToggleGroup(group);
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(event -> {
                button.setSelected(true);
                chosen.accept(choice);
            });
            getChildren().add(button);
        }
    }

    /** Always shows that this one holds: the others lead elsewhere. */
    public void hold(T choice) {
        choose(choice);
        group.selectedToggleProperty().subscribe(() -> choose(choice));
    }

    /** Shows that this one holds. */
    public void choose(T choice) {
        group.getToggles().stream()
                .filter(toggle -> choice.equals(toggle.getUserData()))
                .findFirst()
                .ifPresent(group::selectToggle);
    }
}
