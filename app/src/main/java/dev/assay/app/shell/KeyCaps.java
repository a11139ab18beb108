package dev.assay.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCharacterCombination;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A combination of keys, as people know it: "Ctrl Shift W", or "⌘ ⇧ W" on a Mac. */
final class KeyCaps {

    static final boolean MAC = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");

    private KeyCaps() {}

    /** One small frame per key. */
    static HBox of(KeyCombination keys) {
        HBox caps = new HBox(4);
        for (String name : names(keys, MAC)) {
            caps.getChildren().add(cap(name));
        }
        return caps;
    }

    /** A key in a small frame. */
    static Label cap(String name) {
        Label cap = new Label(name);
        cap.getStyleClass().add("key-cap");
        cap.setMinWidth(Region.USE_PREF_SIZE);
        return cap;
    }

    /** The keys in one text: "Ctrl+Shift+W". */
    static String text(KeyCombination keys) {
        return String.join("+", names(keys, MAC));
    }

    static List<String> names(KeyCombination keys, boolean mac) {
        List<String> names = new ArrayList<>();
        if (keys.getShortcut() == ModifierValue.DOWN) {
            names.add(mac ? "⌘" : "Ctrl");
        }
        if (keys.getControl() == ModifierValue.DOWN) {
            names.add("Ctrl");
        }
        if (keys.getAlt() == ModifierValue.DOWN) {
            names.add(mac ? "⌥" : "Alt");
        }
        if (keys.getShift() == ModifierValue.DOWN) {
            names.add(mac ? "⇧" : "Shift");
        }
        names.add(switch (keys) {
            case KeyCodeCombination code -> name(code.getCode());
            case KeyCharacterCombination character -> character.getCharacter();
            default -> keys.getName();
        });
        return names;
    }

    private static String name(KeyCode code) {
        return switch (code) {
            case ESCAPE -> "Esc";
            case LEFT -> "←";
            case RIGHT -> "→";
            case UP -> "↑";
            case DOWN -> "↓";
            case PLUS, EQUALS -> "+";
            case MINUS -> "−";
            default -> code.getName();
        };
    }
}
