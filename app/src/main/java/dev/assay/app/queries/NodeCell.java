package dev.assay.app.queries;

import dev.assay.taxonomy.tree.Node;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A node of the taxonomy that can be ticked, with the number of queries under it. */
final class NodeCell extends TreeCell<Node> {

    private final Predicate<Node> isChosen;
    private final ToIntFunction<Node> count;
    private final CheckBox box = new CheckBox();
    private final Label queries = new Label();
    private final HBox line;

    NodeCell(Predicate<Node> isChosen, ToIntFunction<Node> count, Consumer<Node> toggle) {
        this.isChosen = isChosen;
        this.count = count;
        box.setMnemonicParsing(false);
        box.setFocusTraversable(false);
        box.setOnAction(event -> {
            if (getItem() != null) {
                toggle.accept(getItem());
            }
        });
        queries.getStyleClass().add("secondary");
        queries.setMinWidth(USE_PREF_SIZE);
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        line = new HBox(8, box, between, queries);
        line.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(Node node, boolean empty) {
        super.updateItem(node, empty);
        setText(null);
        if (empty || node == null) {
            setGraphic(null);
            return;
        }
        box.setText(node.name());
        box.setSelected(isChosen.test(node));
        queries.setText("%,d".formatted(count.applyAsInt(node)));
        setAccessibleText(node.name() + ", " + queries.getText() + " queries" + (box.isSelected() ? ", chosen" : ""));
        setGraphic(line);
    }
}
