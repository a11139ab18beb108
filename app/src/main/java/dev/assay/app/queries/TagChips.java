package dev.assay.app.queries;

import dev.assay.app.queries.QueryDetails.Placed;
import dev.assay.taxonomy.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The categories of a query, each a chip that a click, Enter, Space or Delete takes away. */
final class TagChips extends FlowPane {

    private final Consumer<Node> remove;
    private final Runnable none;

    /** @param none called when the focus stood on a chip and no chip is left */
    TagChips(Consumer<Node> remove, Runnable none) {
        this.remove = remove;
        this.none = none;
        getStyleClass().add("tag-chips");
        setMinWidth(0);
    }

    void show(List<Placed> tags, boolean writable) {
        List<javafx.scene.Node> before = new ArrayList<>(getChildren());
        int focused = -1;
        for (int i = 0; i < before.size(); i++) {
            focused = before.get(i).isFocused() ? i : focused;
        }
        getChildren().setAll(tags.stream().map(tag -> chip(tag, writable)).toList());
        if (tags.isEmpty()) {
            Label nothing = new Label("None");
            nothing.getStyleClass().add("muted");
            getChildren().add(nothing);
        }
        if (focused >= 0) {
            if (tags.isEmpty()) {
                none.run();
            } else {
                getChildren().get(Math.min(focused, tags.size() - 1)).requestFocus();
            }
        }
    }

    private Button chip(Placed tag, boolean writable) {
        Button chip = new Button(tag.node().path().names().getFirst() + (tag.node().depth() > 1 ? " › " + tag.node().name() : ""));
        chip.setMnemonicParsing(false);
        chip.getStyleClass().setAll("chip", "neutral", "filter-chip");
        chip.maxWidthProperty().bind(widthProperty());
        String path = NodeNames.path(tag.node());
        chip.setTooltip(new Tooltip(tag.score() < 1 ? path + "\nfits by %.2f of 1, found by the tagger".formatted(tag.score()) : path));
        chip.setAccessibleText(path + (writable ? ", remove" : ""));
        if (writable) {
            chip.setGraphic(new FontIcon(Feather.X));
            chip.setContentDisplay(ContentDisplay.RIGHT);
            chip.setOnAction(event -> remove.accept(tag.node()));
            chip.setOnKeyPressed(event -> {
                if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE || event.getCode() == KeyCode.ENTER) {
                    event.consume();
                    remove.accept(tag.node());
                }
            });
        }
        return chip;
    }
}
