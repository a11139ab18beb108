package dev.assay.app.profiles;

import dev.assay.app.controls.Choice;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;

/** Chooses the run of judging that a view is about. */
public final class RunBox {

    private static final String NAME = "Run of judging";

    private boolean isFollowing;

    private RunBox() {}

    /** A box that shows the run, and sets it when a person chooses another. */
    public static ComboBox<RunChoice> of(ObservableList<RunChoice> runs, ObjectProperty<Optional<RunChoice>> run) {
        return new RunBox().box(runs, run);
    }

    private ComboBox<RunChoice> box(ObservableList<RunChoice> runs, ObjectProperty<Optional<RunChoice>> run) {
        ComboBox<RunChoice> box = new Choice<>(NAME, RunChoice::name);
        box.setItems(runs);
        Tooltip tooltip = new Tooltip(NAME);
        tooltip.textProperty().bind(box.valueProperty().map(chosen -> NAME + ": " + chosen.name()).orElse(NAME));
        box.setTooltip(tooltip);
        box.setId("run");
        run.subscribe(now -> {
            isFollowing = true;
            box.setValue(now.orElse(null));
            isFollowing = false;
        });
        box.valueProperty().subscribe((before, now) -> {
            if (!isFollowing && now != null) {
                run.set(Optional.of(now));
            }
        });
        return box;
    }
}
