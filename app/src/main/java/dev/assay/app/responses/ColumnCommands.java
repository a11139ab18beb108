package dev.assay.app.responses;

import dev.assay.app.text.DocumentView;
import dev.assay.app.text.Manuscript;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What can be done with a column, for its menu and its keys. */
final class ColumnCommands {

    private final ResponsesModel model;

    ColumnCommands(ResponsesModel model) {
        this.model = model;
    }

    ContextMenu menu(Column column, int place, int count) {
        boolean concealed = model.concealed().get();
        MenuItem pin = item(column.pinned() ? "Let it scroll" : "Keep at the left", () -> model.setPinned(column.subject(), !column.pinned()));
        MenuItem left = item("Move left", () -> model.move(column.subject(), place - 1));
        MenuItem right = item("Move right", () -> model.move(column.subject(), place + 2));
        left.setDisable(place == 0);
        right.setDisable(place == count - 1);
        MenuItem hide = item("Hide", () -> model.setHidden(column.subject(), true));
        hide.setDisable(count == 1);
        MenuItem compare = isReference(column)
                ? item("Stop comparing", () -> model.reference().set(Optional.empty()))
                : item("Mark where others differ from it", () -> model.reference().set(Optional.of(column.subject())));
        MenuItem copy = item("Copy the answer", () -> copy(column));
        ContextMenu menu = new ContextMenu();
        if (!concealed) {
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
