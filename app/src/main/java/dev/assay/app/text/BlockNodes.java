package dev.assay.app.text;

import dev.assay.app.text.Block.CodeBlock;
import dev.assay.app.text.Block.Container;
import dev.assay.app.text.Block.Heading;
import dev.assay.app.text.Block.Marker;
import dev.assay.app.text.Block.Paragraph;
import dev.assay.app.text.Block.Rule;
import dev.assay.app.text.Block.Setting;
import dev.assay.app.text.Block.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes the nodes of blocks, and keeps a list of the passages among them. */
final class BlockNodes {

    private final Consumer<String> openLink;
    private final Consumer<String> copy;
    private final List<PassageNode> passages = new ArrayList<>();

    /**
     * @param openLink told the address when a link is chosen
     * @param copy told the code when it is to be copied
     */
    BlockNodes(Consumer<String> openLink, Consumer<String> copy) {
        this.openLink = openLink;
        this.copy = copy;
    }

    /** All passages that have nodes, in order. */
    List<PassageNode> passages() {
        return passages;
    }

    Region make(Block block) {
        Region content = switch (block) {
            case Heading heading -> heading(heading);
            case Paragraph paragraph -> passage(paragraph.passage());
            case CodeBlock code -> code(code);
            case Table table -> table(table);
            case Rule rule -> rule();
        };
        return placed(block.setting(), content);
    }

    private PassageNode passage(Passage passage) {
        PassageNode node = new PassageNode(passage, openLink);
        passages.add(node);
        return node;
    }

    private Region heading(Heading heading) {
        PassageNode node = passage(heading.passage());
        node.getStyleClass().addAll("text-heading", "text-heading-" + Math.min(heading.level(), 4));
        return node;
    }

    private static Region rule() {
        Region line = new Region();
        line.getStyleClass().add("text-rule");
        return line;
    }

    private Region code(CodeBlock code) {
        VBox lines = new VBox();
        lines.getStyleClass().add("text-code-block");
        code.passages().forEach(passage -> lines.getChildren().add(passage(passage)));
        Label language = new Label(code.language());
        language.getStyleClass().add("text-code-language");
        language.setMouseTransparent(true);
        Button button = new Button();
        FontIcon icon = new FontIcon(Feather.COPY);
        button.setGraphic(icon);
        button.getStyleClass().add("text-code-copy");
        button.setAccessibleText("Copy the code");
        button.setTooltip(new Tooltip("Copy the code"));
        button.setOnAction(event -> {
            copy.accept(code.code());
            icon.setIconCode(Feather.CHECK);
            button.setAccessibleText("Copied");
        });
        HBox corner = new HBox(language, button);
        corner.getStyleClass().add("text-code-corner");
        corner.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        corner.setPickOnBounds(false);
        StackPane block = new StackPane(lines, corner);
        StackPane.setAlignment(corner, Pos.TOP_RIGHT);
        return block;
    }

    private Region table(Table table) {
        List<List<Region>> rows = new ArrayList<>();
        for (int row = 0; row < table.rows().size(); row++) {
            List<Region> cells = new ArrayList<>();
            for (int column = 0; column < table.alignments().size(); column++) {
                StackPane cell = new StackPane(passage(table.rows().get(row).get(column)));
                cell.getStyleClass().addAll("text-cell", "text-cell-" + table.alignments().get(column).name().toLowerCase(Locale.ROOT));
                if (table.headed() && row == 0) {
                    cell.getStyleClass().add("text-cell-header");
                }
                cell.setAlignment(Pos.TOP_LEFT);
                cells.add(cell);
            }
            rows.add(cells);
        }
        TableNode node = new TableNode(shares(table), rows);
        node.getStyleClass().add("text-table");
        return node;
    }

    /** Shares of the width: by the length of the longest cell, none less than a third of an equal share. */
    private static double[] shares(Table table) {
        int columns = table.alignments().size();
        double[] longest = new double[columns];
        for (List<Passage> row : table.rows()) {
            for (int column = 0; column < columns; column++) {
                longest[column] = Math.max(longest[column], Math.clamp(row.get(column).length(), 6, 60));
            }
        }
        double least = Arrays.stream(longest).sum() / columns / 3;
        double[] widths = Arrays.stream(longest).map(length -> Math.max(least, length)).toArray();
        double all = Arrays.stream(widths).sum();
        return Arrays.stream(widths).map(width -> width / all).toArray();
    }

    /** With the bars of quotes, the indents of lists and the marker of an item before it. */
    private static Region placed(Setting setting, Region content) {
        List<Region> before = new ArrayList<>();
        int last = setting.inside().lastIndexOf(Container.LIST);
        for (int i = 0; i < setting.inside().size(); i++) {
            before.add(switch (setting.inside().get(i)) {
                case QUOTE -> bar();
                case LIST -> indent(i == last ? setting.marker().map(BlockNodes::marker).orElseGet(Region::new) : new Region());
            });
        }
        PlacedBlock placed = new PlacedBlock(before, content);
        placed.getStyleClass().add(setting.close() ? "text-close" : "text-apart");
        return placed;
    }

    private static Region bar() {
        Region line = new Region();
        line.getStyleClass().add("text-quote-bar");
        StackPane bar = new StackPane(line);
        bar.getStyleClass().add("text-quote-indent");
        return bar;
    }

    private static Region indent(Node marker) {
        HBox indent = new HBox(marker);
        indent.getStyleClass().add("text-indent");
        return indent;
    }

    private static Node marker(Marker marker) {
        return switch (marker) {
            case Marker.Bullet(int depth) -> sign(depth % 2 == 1 ? "•" : "–");
            case Marker.Numeral(int number) -> sign(number + ".");
            case Marker.Task(boolean done) -> {
                FontIcon icon = new FontIcon(done ? Feather.CHECK_SQUARE : Feather.SQUARE);
                icon.setAccessibleText(done ? "done" : "open");
                icon.getStyleClass().add("text-task");
                yield icon;
            }
        };
    }

    private static Label sign(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("text-marker");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
