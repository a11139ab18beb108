package dev.assay.app.profiles;

import dev.assay.app.controls.Drawing;
import dev.assay.app.profiles.FoldedTree.Row;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** One row of the table, as one drawing. */
final class ScoreRowCell extends ListCell<Row> {

    private final ScoreTable table;
    private final Drawing drawing = new Drawing();

    ScoreRowCell(ScoreTable table) {
        this.table = table;
        getStyleClass().add("score-row");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        setMinWidth(0);
        setGraphic(drawing);
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (getItem() != null) {
                table.pressed(getItem(), event);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        paint();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (drawing.getWidth() != getWidth() || drawing.getHeight() != getHeight()) {
            drawing.resizeRelocate(0, 0, getWidth(), getHeight());
            paint();
        }
        drawing.relocate(0, 0);
    }

    void paint() {
        Row row = getItem();
        drawing.begin(getWidth(), getHeight());
        if (row == null || isEmpty()) {
            drawing.end();
            setAccessibleText("");
            return;
        }
        table.look(row).ifPresent(look -> {
            table.painter().row(drawing, row, look, getWidth());
            setAccessibleText(table.words(row, look.chosen()).orElse("") + (row.isBranch() ? row.isOpen() ? ", open" : ", folded" : ""));
        });
        drawing.end();
    }
}
