package dev.assay.app.text;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * Lets the text of a document be selected across its passages and copied: by dragging, by two clicks a word, by three a passage, with Shift
 * further; by keyboard all of it, or by Shift and arrows from what was last chosen. The toolkit's flowing text knows where its characters
 * are, but not how to select them.
 */
final class TextSelection {

    private static final KeyCombination ALL = new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final Node owner;
    private final Supplier<List<PassageNode>> passages;
    private final Supplier<String> text;
    private final ContextMenu menu = new ContextMenu();
    private int anchor;
    private int caret;

    TextSelection(Node owner, Supplier<List<PassageNode>> passages, Supplier<String> text) {
        this.owner = owner;
        this.passages = passages;
        this.text = text;
        owner.setFocusTraversable(true);
        owner.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        owner.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        owner.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        MenuItem copy = new MenuItem("Copy");
        copy.setOnAction(event -> copy());
        MenuItem all = new MenuItem("Select all");
        all.setOnAction(event -> select(0, text.get().length()));
        menu.getItems().setAll(copy, all);
        owner.setOnContextMenuRequested(event -> {
            copy.setDisable(anchor == caret);
            menu.show(owner, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    /** What is selected. */
    String text() {
        String all = text.get();
        int from = Math.clamp(Math.min(anchor, caret), 0, all.length());
        return all.substring(from, Math.clamp(Math.max(anchor, caret), from, all.length()));
    }

    void clear() {
        anchor = 0;
        caret = 0;
    }

    private void select(int from, int to) {
        anchor = from;
        caret = to;
        int first = Math.min(from, to);
        int last = Math.max(from, to);
        passages.get().forEach(passage -> passage.select(first, last));
    }

    private void press(MouseEvent event) {
        owner.requestFocus();
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        menu.hide();
        Optional<PassageNode> nearest = nearest(event.getSceneY());
        if (nearest.isEmpty()) {
            return;
        }
        int at = nearest.get().offsetAt(event.getSceneX(), event.getSceneY());
        if (event.getClickCount() == 2) {
            selectWord(at);
        } else if (event.getClickCount() == 3) {
            select(nearest.get().passage().start(), nearest.get().passage().end());
        } else {
            select(event.isShiftDown() ? anchor : at, at);
        }
        event.consume();
    }

    private void drag(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() < 2) {
            nearest(event.getSceneY()).ifPresent(passage -> select(anchor, passage.offsetAt(event.getSceneX(), event.getSceneY())));
            event.consume();
        }
    }

    private void selectWord(int at) {
        String all = text.get();
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        int from = Math.max(0, at - 100);
        words.setText(all.substring(from, Math.min(all.length(), at + 100)));
        int end = words.following(Math.min(at - from, words.last() - 1 < 0 ? 0 : words.last() - 1));
        int start = words.previous();
        select(from + Math.max(0, start), from + Math.max(0, end));
    }

    private void key(KeyEvent event) {
        if (COPY.match(event)) {
            copy();
        } else if (ALL.match(event)) {
            select(0, text.get().length());
        } else if (event.isShiftDown() && event.getCode() == KeyCode.RIGHT) {
            select(anchor, step(event, 1));
        } else if (event.isShiftDown() && event.getCode() == KeyCode.LEFT) {
            select(anchor, step(event, -1));
        } else if (event.getCode() == KeyCode.ESCAPE && anchor != caret) {
            select(caret, caret);
        } else {
            return;
        }
        event.consume();
    }

    /** The next place for the caret: a character further, or with Ctrl a word. */
    private int step(KeyEvent event, int direction) {
        String all = text.get();
        BreakIterator steps = event.isShortcutDown() ? BreakIterator.getWordInstance(Locale.ROOT) : BreakIterator.getCharacterInstance(Locale.ROOT);
        int from = Math.max(0, caret - 200);
        String around = all.substring(from, Math.min(all.length(), caret + 200));
        steps.setText(around);
        int at = direction > 0 ? steps.following(Math.min(caret - from, around.length())) : steps.preceding(caret - from);
        return at == BreakIterator.DONE ? caret : from + at;
    }

    private void copy() {
        if (anchor != caret) {
            DocumentView.copy(text().strip());
        }
    }

    /** The passage at this height, or the nearest one. */
    private Optional<PassageNode> nearest(double sceneY) {
        PassageNode nearest = null;
        double least = Double.MAX_VALUE;
        for (PassageNode passage : passages.get()) {
            Bounds bounds = passage.localToScene(passage.getLayoutBounds());
            double distance = Math.max(0, Math.max(bounds.getMinY() - sceneY, sceneY - bounds.getMaxY()));
            if (distance < least) {
                least = distance;
                nearest = passage;
            }
        }
        return Optional.ofNullable(nearest);
    }
}
