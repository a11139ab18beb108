package dev.assay.app.testing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.TreeView;
import org.jspecify.annotations.Nullable;

/** Controls that a screen reader has no name for. On the JavaFX thread. */
public final class Nameless {

    private Nameless() {}

    /** Those that are seen, at a node or below it. */
    public static List<String> in(Node root) {
        Set<Node> all = new HashSet<>(root.lookupAll("*"));
        Set<Node> labelled = new HashSet<>();
        all.forEach(node -> {
            if (node instanceof Label label && label.getLabelFor() != null && !isBlank(label.getText())) {
                labelled.add(label.getLabelFor());
            }
        });
        return all.stream()
                .filter(node -> needsName(node) && isShown(node) && isBlank(node.getAccessibleText()) && !labelled.contains(node))
                .map(Node::toString)
                .toList();
    }

    private static boolean needsName(Node node) {
        return switch (node) {
            case Labeled labeled -> labeled.isFocusTraversable() && isBlank(labeled.getText());
            // The field of a box that one may type into is named by the box.
            case TextInputControl field -> !(field.getParent() instanceof ComboBoxBase<?>) && !(field.getParent() instanceof Spinner<?>);
            case ComboBoxBase<?> any -> true;
            case ChoiceBox<?> any -> true;
            case Spinner<?> any -> true;
            case Slider any -> true;
            case ProgressIndicator any -> true;
            case ListView<?> list -> !(list.getParent() instanceof ComboBoxBase<?>);
            case TableView<?> any -> true;
            case TreeView<?> any -> true;
            case TreeTableView<?> any -> true;
            default -> false;
        };
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
