package dev.assay.app.shell;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** Where the focus is and can go. */
final class Focus {

    private Focus() {}

    /** Gives the focus to a node or to the first one in it that can have it; false if there is none. */
    static boolean moveInto(Node node) {
        Optional<Node> first = firstIn(node);
        first.ifPresent(Node::requestFocus);
        return first.isPresent();
    }

    static boolean isWithin(@Nullable Node node, Node ancestor) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Node> firstIn(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (node.isFocusTraversable()) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(child -> firstIn(child).stream()).findFirst()
                : Optional.empty();
    }
}
