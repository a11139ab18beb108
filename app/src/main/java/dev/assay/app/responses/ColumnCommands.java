package dev.assay.app.responses;

import dev.assay.app.text.DocumentView;
import dev.assay.app.text.Manuscript;
import dev.assay.app.workbench.Action;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What can be done with a column: in its menu, and as actions on the column in which the keyboard is or was last. */
final class ColumnCommands {

    private final ResponsesModel model;

    ColumnCommands(ResponsesModel model) {
        this.model = model;
    }

    List<Action> actions(String group) {
        return List.of(
                Action.of("responses.hide", "Hide the answer in which the keyboard is", group, onCurrent(this::hide)).key("H").enabledWhen(when(this::canHide)),
                Action.of("responses.show-all", "Show all answers again", group, () -> model.subjects().forEach(subject -> model.setHidden(subject, false)))
                        .enabledWhen(Bindings.createBooleanBinding(
                                () -> !model.concealed().get() && model.subjects().size() > model.columns().get().size(), model.columns(), model.concealed())),
                Action.of("responses.pin", "Keep the answer at the left, or let it scroll", group, onCurrent(this::pin)).key("P").enabledWhen(when(this::canArrange)),
                Action.of("responses.move-left", "Move the answer to the left", group, onCurrent(column -> move(column, -1)))
                        .key("Alt+Shift+Left")
                        .enabledWhen(when(column -> canMove(column, -1))),
                Action.of("responses.move-right", "Move the answer to the right", group, onCurrent(column -> move(column, 1)))
                        .key("Alt+Shift+Right")
                        .enabledWhen(when(column -> canMove(column, 1))),
                Action.of("responses.compare", "Mark where other answers differ from this one, or stop", group, onCurrent(this::compare)).key("D").enabledWhen(when(any -> true)),
                Action.of("responses.copy", "Copy the answer", group, onCurrent(ColumnCommands::copy)).key("Shortcut+Shift+C").enabledWhen(when(any -> true)));
    }

    private Runnable onCurrent(Consumer<Column> work) {
        return () -> model.currentColumn().ifPresent(work);
    }

    private BooleanBinding when(Predicate<Column> condition) {
        return Bindings.createBooleanBinding(
                () -> model.currentColumn().filter(condition).isPresent(), model.columns(), model.current(), model.concealed());
    }

    ContextMenu menu(Column column) {
        MenuItem pin = item(column.pinned() ? "Let it scroll" : "Keep at the left", () -> pin(column));
        MenuItem left = item("Move left", () -> move(column, -1));
        MenuItem right = item("Move right", () -> move(column, 1));
        left.setDisable(!canMove(column, -1));
        right.setDisable(!canMove(column, 1));
        MenuItem hide = item("Hide", () -> hide(column));
        hide.setDisable(!canHide(column));
        MenuItem compare = item(isReference(column) ? "Stop comparing" : "Mark where others differ from it", () -> compare(column));
        MenuItem copy = item("Copy the answer", () -> copy(column));
        ContextMenu menu = new ContextMenu();
        if (canArrange(column)) {
            menu.getItems().addAll(pin, left, right, hide, new SeparatorMenuItem());
        }
        menu.getItems().addAll(compare, copy);
        return menu;
    }

    boolean isReference(Column column) {
        return model.reference().get().filter(column.subject()::equals).isPresent();
    }

    void chooseReplicate(Column column, int number) {
        model.chooseReplicate(column.subject(), number);
    }

    /** While names are hidden, the order is drawn: arranging would be of the true one, which is not to be seen. */
    private boolean canArrange(Column any) {
        return !model.concealed().get();
    }

    private boolean canHide(Column column) {
        return canArrange(column) && model.columns().get().size() > 1;
    }

    private boolean canMove(Column column, int by) {
        int to = place(column) + by;
        return canArrange(column) && to >= 0 && to < model.columns().get().size();
    }

    private int place(Column column) {
        return model.columns().get().stream().map(Column::subject).toList().indexOf(column.subject());
    }

    private void pin(Column column) {
        model.setPinned(column.subject(), !column.pinned());
    }

    private void hide(Column column) {
        model.setHidden(column.subject(), true);
    }

    private void move(Column column, int by) {
        int from = place(column);
        model.move(column.subject(), by < 0 ? from - 1 : from + 2);
    }

    private void compare(Column column) {
        model.reference().set(isReference(column) ? Optional.empty() : Optional.of(column.subject()));
    }

    /** The text as it was written, and nothing of who wrote it. */
    private static void copy(Column column) {
        DocumentView.copy(column.chosen().turns().stream().map(Manuscript::source).collect(Collectors.joining("\n\n")));
    }

    private static MenuItem item(String text, Runnable work) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> work.run());
        return item;
    }
}
