package dev.assay.app.workbench;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;

/**
 * Something a person can do, known by name: menus, keys, palette and the list of commands in the documentation all show the same ones.
 *
 * @param id never changes: "queries.next"
 * @param name what it does, as in a menu: "Next query"
 * @param label its name, with what it would be done to now where that changes: "Undo: add tag Poetry to query 17"
 * @param group where it belongs: the title of a view, or "Study", "Edit", "View", "Help"
 * @param key pressed for it; a key without Ctrl, Alt or Cmd works only while no text is edited
 * @param enabled whether it can be done now
 */
public record Action(
        String id,
        String name,
        ObservableValue<String> label,
        String group,
        Optional<KeyCombination> key,
        Optional<Ikon> icon,
        ObservableValue<Boolean> enabled,
        Runnable work) {

    private static final ReadOnlyBooleanProperty ALWAYS = new ReadOnlyBooleanWrapper(true).getReadOnlyProperty();

    /** An action without a key or icon that can always be done. */
    public static Action of(String id, String name, String group, Runnable work) {
        return new Action(id, name, new ReadOnlyStringWrapper(name).getReadOnlyProperty(), group, Optional.empty(), Optional.empty(), ALWAYS, work);
    }

    /** @param combination as JavaFX spells it: "Shortcut+K" (Ctrl, or Cmd on a Mac), "J", "Shift+F6" */
    public Action key(String combination) {
        return new Action(id, name, label, group, Optional.of(KeyCombination.valueOf(combination)), icon, enabled, work);
    }

    /** @param now the name, with what it would be done to now */
    public Action labelled(ObservableValue<String> now) {
        return new Action(id, name, now, group, key, icon, enabled, work);
    }

    public Action icon(Ikon sign) {
        return new Action(id, name, label, group, key, Optional.of(sign), enabled, work);
    }

    public Action enabledWhen(ObservableValue<Boolean> condition) {
        return new Action(id, name, label, group, key, icon, condition, work);
    }

    /** The same by name, but something else is done, always. */
    public Action instead(Runnable other) {
        return new Action(id, name, label, group, key, icon, ALWAYS, other);
    }

    /** Does it, if it can be done now. */
    public void run() {
        if (enabled.getValue()) {
            work.run();
        }
    }
}
