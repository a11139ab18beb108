package dev.assay.app.overview;

import dev.assay.app.overview.Coverage.Leaf;
import dev.assay.app.text.TextTip;
import dev.assay.app.text.Wrapping;
import dev.assay.datasets.Counted;
import dev.assay.taxonomy.tree.NodePath;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The leaves of the taxonomy with too few queries for a test; each leads to the queries it has. */
final class ThinLeavesPane extends VBox {

    private final Consumer<NodePath> open;

    /** @param open told a leaf that has queries */
    ThinLeavesPane(List<Leaf> leaves, Consumer<NodePath> open) {
        this.open = open;
        getStyleClass().add("overview-setup");
        getStylesheets().add(OverviewView.stylesheet());
        Label title = new Label(Coverage.inWords(leaves.size()));
        title.getStyleClass().add("panel-title");
        Label about = new Label("With fewer than " + Coverage.THIN + " queries, nothing is tested. Import more queries of these kinds, or read them with the node above.");
        Wrapping.on(about);
        about.setMinHeight(Region.USE_PREF_SIZE);
        about.getStyleClass().add("secondary");
        ListView<Leaf> list = new ListView<>();
        list.getStyleClass().add("overview-thin-leaves");
        list.setAccessibleText("Thin leaves; Enter shows the queries of one");
        list.getItems().setAll(leaves);
        list.setCellFactory(any -> new LeafCell());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                go(list.getSelectionModel().getSelectedItem());
            }
        });
        getChildren().setAll(title, about, list);
    }

    private void go(Leaf leaf) {
        if (leaf != null && leaf.queries() > 0) {
            open.accept(leaf.path());
        }
    }

    private final class LeafCell extends ListCell<Leaf> {

        private final Label name = new Label();
        private final Label above = new Label();
        private final Label count = new Label();
        private final HBox row = new HBox(new VBox(name, above), count);

        LeafCell() {
            List.of(name, above).forEach(label -> label.setMinWidth(0));
            above.getStyleClass().addAll("secondary", "small");
            count.setMinWidth(Region.USE_PREF_SIZE);
            HBox.setHgrow(row.getChildren().getFirst(), Priority.ALWAYS);
            row.getStyleClass().add("overview-thin-leaf");
            setPrefWidth(0);
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY) {
                    go(getItem());
                }
            });
        }

        @Override
        protected void updateItem(Leaf leaf, boolean empty) {
            super.updateItem(leaf, empty);
            setText(null);
            setGraphic(empty || leaf == null ? null : row);
            if (empty || leaf == null) {
                setTooltip(null);
                return;
            }
            List<String> names = leaf.path().names();
            name.setText(names.getLast());
            above.setText(String.join(" › ", names.subList(0, names.size() - 1)));
            count.setText(leaf.queries() == 0 ? "none" : String.format(Locale.ROOT, "%,d", leaf.queries()));
            count.getStyleClass().setAll("label", leaf.queries() == 0 ? "muted" : "accent-text");
            setTooltip(TextTip.of(String.join(" › ", names)));
            setAccessibleText(String.join(", ", names) + ": " + Counted.of(leaf.queries(), "query", "queries"));
        }
    }
}
