package dev.assay.app.queries;

import dev.assay.taxonomy.tree.Node;
import dev.assay.taxonomy.tree.Taxonomy;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** A field for a category to be added: what is typed is looked for in all names; arrows choose, Enter adds. */
final class TagField extends VBox {

    private static final int MOST = 30;
    private static final int AT_ONCE = 7;
    private static final double ROW = 2.3;

    private final TextField field = new TextField();
    private final ListView<Node> found = new ListView<>();
    private final Supplier<Taxonomy> taxonomy;
    private final Consumer<Node> add;

    /** @param leave called when somebody leaves the field by Esc */
    TagField(Supplier<Taxonomy> taxonomy, Consumer<Node> add, Runnable leave) {
        this.taxonomy = taxonomy;
        this.add = add;
        getStyleClass().add("tag-field");
        field.setPromptText("Add a category");
        field.setAccessibleText("Add a category");
        field.textProperty().subscribe(this::search);
        found.setFocusTraversable(false);
        found.setVisible(false);
        found.setAccessibleText("Categories found");
        found.setCellFactory(any -> new PathCell());
        found.setOnMouseClicked(event -> addChosen());
        found.managedProperty().bind(found.visibleProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (press(event.getCode(), leave)) {
                event.consume();
            }
        });
        getChildren().addAll(field, found);
    }

    TextField field() {
        return field;
    }

    private boolean press(KeyCode key, Runnable leave) {
        switch (key) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case ENTER -> addChosen();
            case ESCAPE -> {
                if (field.getText().isEmpty()) {
                    leave.run();
                }
                field.clear();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void move(int step) {
        int last = found.getItems().size() - 1;
        if (last >= 0) {
            found.getSelectionModel().select(Math.clamp(found.getSelectionModel().getSelectedIndex() + step, 0, last));
            found.scrollTo(Math.max(0, found.getSelectionModel().getSelectedIndex() - AT_ONCE / 2));
        }
    }

    private void addChosen() {
        Node chosen = found.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            field.clear();
            add.accept(chosen);
        }
    }

    private void search() {
        List<Node> nodes = field.getText().isBlank()
                ? List.of()
                : NodeNames.find(taxonomy.get().nodes(), field.getText()).limit(MOST).toList();
        found.getItems().setAll(nodes);
        found.setVisible(!nodes.isEmpty());
        found.getSelectionModel().selectFirst();
        found.setStyle("-fx-pref-height: %.1fem;".formatted(ROW * Math.min(AT_ONCE, nodes.size()) + 0.4));
    }

    private static final class PathCell extends ListCell<Node> {
        @Override
        protected void updateItem(Node node, boolean empty) {
            super.updateItem(node, empty);
            setText(empty || node == null ? null : node.depth() == 1 ? node.name() : node.name() + "  –  " + node.path().names().getFirst());
        }
    }
}
