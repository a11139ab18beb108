package dev.assay.app.shell;

import dev.assay.app.workbench.Action;
import dev.assay.app.workbench.Actions;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;

/**
 * The keys of all actions. Whoever edits text keeps the keys that mean something there: letters, undo and redo, on a Mac jumps by words. A key that did
 * something types nothing: the field that an action has just opened is empty.
 */
public final class Shortcuts {

    private static final Set<KeyCombination> IN_TEXT =
            Set.of(KeyCombination.valueOf("Shortcut+Z"), KeyCombination.valueOf("Shortcut+Shift+Z"));

    private boolean isDone;

    private Shortcuts() {}

    /** @param suspended while this holds, keys go elsewhere */
    public static void install(Scene scene, Actions actions, BooleanSupplier suspended) {
        Shortcuts keys = new Shortcuts();
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            keys.isDone = false;
            if (!suspended.getAsBoolean()) {
                keys.press(scene, actions, event);
            }
        });
        scene.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (keys.isDone) {
                event.consume();
            }
        });
    }

    private void press(Scene scene, Actions actions, KeyEvent event) {
        Node focused = scene.getFocusOwner();
        boolean writing = focused instanceof TextInputControl field && field.isEditable();
        find(actions, event, writing).ifPresent(action -> {
            event.consume();
            isDone = true;
            action.run();
        });
    }

    private static Optional<Action> find(Actions actions, KeyEvent event, boolean writing) {
        return actions.all().stream()
                .filter(action -> action.key().filter(key -> key.match(event) && !(writing && isOfText(key))).isPresent())
                .filter(action -> action.enabled().getValue())
                .findFirst();
    }

    private static boolean isOfText(KeyCombination key) {
        boolean isFunctionKey = key.getName().matches("(Shift\\+)?F\\d+");
        boolean isAlone = key.getShortcut() != ModifierValue.DOWN
                && key.getControl() != ModifierValue.DOWN
                && key.getAlt() != ModifierValue.DOWN
                && key.getMeta() != ModifierValue.DOWN;
        return isAlone ? !isFunctionKey : IN_TEXT.contains(key) || (KeyCaps.MAC && key.getAlt() == ModifierValue.DOWN);
    }
}
