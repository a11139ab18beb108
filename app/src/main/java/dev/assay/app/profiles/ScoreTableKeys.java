package dev.assay.app.profiles;

import dev.assay.app.profiles.FoldedTree.Row;
import dev.assay.app.profiles.ProfilesModel.Cell;
import java.util.Optional;
import javafx.scene.input.KeyEvent;

/** Arrows move the chosen cell; on the tree, Right opens a node and Left folds it. Enter opens the details. */
record ScoreTableKeys(ProfilesModel model, ScoreTable table, Runnable opened) {

    void press(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || model.rows().isEmpty()) {
            return;
        }
        boolean known = true;
        switch (event.getCode()) {
            case UP -> move(-1);
            case DOWN -> move(1);
            case PAGE_UP -> move(-table.rowsAtOnce());
            case PAGE_DOWN -> move(table.rowsAtOnce());
            case HOME -> move(-model.rows().size());
            case END -> move(model.rows().size());
            case LEFT -> left();
            case RIGHT -> right();
            case SPACE -> row().ifPresent(model::fold);
            case ENTER -> enter();
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }

    private Optional<Row> row() {
        return model.chosenRow() < 0 ? Optional.empty() : Optional.of(model.rows().get(model.chosenRow()));
    }

    private Optional<String> subject() {
        return model.cell().get().flatMap(Cell::subject);
    }

    private void move(int by) {
        int from = model.chosenRow();
        int to = from < 0 ? 0 : Math.clamp((long) from + by, 0, model.rows().size() - 1);
        choose(model.rows().get(to), subject());
    }

    private void choose(Row row, Optional<String> subject) {
        model.select(new Cell(model.path(row), subject));
    }

    private void left() {
        row().ifPresentOrElse(
                row -> {
                    if (subject().isPresent()) {
                        int at = model.subjects().indexOf(subject().get());
                        choose(row, at <= 0 ? Optional.empty() : Optional.of(model.subjects().get(at - 1)));
                    } else if (row.isOpen()) {
                        model.fold(row);
                    } else {
                        toParent(row);
                    }
                },
                () -> move(0));
    }

    private void toParent(Row row) {
        model.rows().stream()
                .filter(other -> row.node() > 0 && model.path(other).equals(model.path(row).parent()))
                .findFirst()
                .ifPresent(parent -> choose(parent, Optional.empty()));
    }

    private void right() {
        row().ifPresentOrElse(
                row -> {
                    if (subject().isEmpty() && row.isBranch() && !row.isOpen()) {
                        model.fold(row);
                    } else {
                        int at = subject().map(model.subjects()::indexOf).orElse(-1);
                        choose(row, Optional.of(model.subjects().get(Math.min(at + 1, model.subjects().size() - 1))));
                    }
                },
                () -> move(0));
    }

    private void enter() {
        if (subject().isEmpty()) {
            row().ifPresent(row -> choose(row, model.subjects().stream().findFirst()));
        }
        opened.run();
    }
}
