package dev.assay.app.profiles;

import dev.assay.app.profiles.FoldedTree.Row;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** One row of the table, as one drawing. */
final class ScoreRowCell extends ListCell<Row> {

    private final ScoreTable table;
    private final Canvas canvas = new Canvas();
    private final Pane holder = new Pane(canvas);

    ScoreRowCell(ScoreTable table) {
        this.table = table;
        getStyleClass().add("score-row");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        setMinWidth(0);
        canvas.setManaged(false);
        holder.setMouseTransparent(true);
        setGraphic(holder);
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
        holder.resizeRelocate(0, 0, getWidth(), getHeight());
        if (Math.abs(canvas.getWidth() - getWidth()) > 0.5 || Math.abs(canvas.getHeight() - getHeight()) > 0.5) {
            paint();
        }
    }

    void paint() {
        Row row = getItem();
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        if (row == null || isEmpty()) {
            canvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
            setAccessibleText("");
            return;
        }
        table.look(row).ifPresent(look -> {
            table.painter().row(canvas.getGraphicsContext2D(), row, look, getWidth());
            setAccessibleText(table.words(row, look.chosen()).orElse("") + (row.isBranch() ? row.isOpen() ? ", open" : ", folded" : ""));
        });
    }
}
