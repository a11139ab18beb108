package dev.assay.app.shell;

import dev.assay.app.workbench.Action;
import dev.assay.app.workbench.Actions;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;

/** The keys of all actions. A key alone, without Ctrl, Alt or Cmd, is left to whoever edits text. */
final class Shortcuts {

    private Shortcuts() {}

    /** @param suspended while this holds, keys go elsewhere */
    static void install(Scene scene, Actions actions, BooleanSupplier suspended) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (suspended.getAsBoolean()) {
                return;
            }
            Node focused = scene.getFocusOwner();
            boolean writing = focused instanceof TextInputControl field && field.isEditable();
            find(actions, event, writing).ifPresent(action -> {
                event.consume();
                action.run();
            });
        });
    }

    private static Optional<Action> find(Actions actions, KeyEvent event, boolean writing) {
        return actions.all().stream()
                .filter(action -> action.key().filter(key -> key.match(event) && !(writing && isText(key))).isPresent())
                .filter(action -> action.enabled().getValue())
                .findFirst();
    }

    private static boolean isText(KeyCombination key) {
        boolean isFunctionKey = key.getName().matches("(Shift\\+)?F\\d+");
        return !isFunctionKey
                && key.getShortcut() != ModifierValue.DOWN
                && key.getControl() != ModifierValue.DOWN
                && key.getAlt() != ModifierValue.DOWN
                && key.getMeta() != ModifierValue.DOWN;
    }
}
