package dev.assay.app.categories;

import dev.assay.app.charts.Numerals;
import dev.assay.app.profiles.FoldedTree.Row;
import dev.assay.app.profiles.ScoreSheet.SheetNode;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The nodes to tick. Space ticks, Right opens, Left folds. */
final class CategoryTree extends ListView<Row> {

    private static final double INDENT = 14;

    private final CategoriesModel model;

    CategoryTree(CategoriesModel model) {
        this.model = model;
        getStyleClass().add("category-tree");
        setId("category-tree");
        setItems(model.tree());
        setCellFactory(any -> new NodeCell());
        setAccessibleText("Categories to tick");
        setMinWidth(180);
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        model.ticked().subscribe(this::refresh);
    }

    private void press(KeyEvent event) {
        Row row = getSelectionModel().getSelectedItem();
        if (row == null) {
            return;
        }
        boolean known = true;
        switch (event.getCode()) {
            case SPACE, ENTER -> tick(row);
            case RIGHT -> fold(row, true);
            case LEFT -> fold(row, false);
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }

    private void tick(Row row) {
        if (row.node() > 0) {
            model.toggle(model.path(row));
        }
    }

    private void fold(Row row, boolean open) {
        int at = getSelectionModel().getSelectedIndex();
        if (row.isOpen() != open) {
            model.fold(row);
            getSelectionModel().select(at);
            getFocusModel().focus(at);
        }
    }

    private final class NodeCell extends ListCell<Row> {

        private final Button chevron = new Button();
        private final CheckBox tick = new CheckBox();
        private final Label name = new Label();
        private final Label n = new Label();
        private final HBox box = new HBox(4, chevron, tick, name, n);
        private final FontIcon direction = new FontIcon(Feather.CHEVRON_RIGHT);
        private final Tooltip path = new Tooltip();

        NodeCell() {
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setPrefWidth(0);
            chevron.getStyleClass().add("tree-chevron");
            chevron.setFocusTraversable(false);
            chevron.setGraphic(direction);
            tick.setFocusTraversable(false);
            name.setMinWidth(0);
            name.setMaxWidth(Double.MAX_VALUE);
            name.setTooltip(path);
            n.getStyleClass().add("secondary");
            n.setMinWidth(USE_PREF_SIZE);
            HBox.setHgrow(name, Priority.ALWAYS);
            box.setAlignment(Pos.CENTER_LEFT);
            chevron.setOnAction(event -> model.fold(getItem()));
            tick.setOnAction(event -> tick(getItem()));
        }

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            if (row == null || empty || model.sheet().get().isEmpty()) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            SheetNode node = model.sheet().get().get().nodes().get(row.node());
            box.setPadding(new Insets(0, 0, 0, INDENT * node.level()));
            chevron.setVisible(row.isBranch());
            direction.setIconCode(row.isOpen() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
            chevron.setAccessibleText(row.isOpen() ? "Fold " + node.name() : "Open " + node.name());
            tick.setVisible(row.node() > 0);
            tick.setManaged(row.node() > 0);
            tick.setSelected(model.ticked().contains(node.path()));
            tick.setAccessibleText("Rank at " + node.name());
            name.setText(node.name());
            path.setText(node.path().depth() == 0 ? node.name() : String.join(" › ", node.path().names()));
            name.getStyleClass().removeAll("strong", "muted");
            name.getStyleClass().add(node.path().depth() <= 1 ? "strong" : row.isHit() ? "label" : "muted");
            n.setText(Numerals.count(node.n()));
            setAccessibleText(node.name() + ", n " + node.n() + (tick.isSelected() ? ", ticked" : ""));
            setGraphic(box);
        }
    }
}
