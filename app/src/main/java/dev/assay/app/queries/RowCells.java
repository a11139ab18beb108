package dev.assay.app.queries;

import dev.assay.app.charts.Numerals;
import dev.assay.datasets.records.QueryRow;
import dev.assay.taxonomy.tree.Node;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;

/** Cells of the table of queries. */
final class RowCells {

    private RowCells() {}

    /** Gives a column its cells. */
    static void dress(TableColumn<ListedRow, ListedRow> column, QueryColumn kind) {
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(any -> switch (kind) {
            case NUMBER -> new Text(row -> Numerals.count(row.number()), true);
            case QUERY -> new Preview();
            case SCORE -> new Text(row -> row.score().orElse(""), true);
            case CATEGORIES -> new Chips(
                    row -> row.nodes().stream().map(Node::name).toList(), row -> row.nodes().stream().map(NodeNames::path).toList());
            case SOURCE -> new Text(ofQuery(QueryRow::source), false);
            case LENGTH -> new Text(ofQuery(query -> Numerals.count(query.length())), true);
            case ANSWERS -> new Text(ofQuery(query -> Numerals.count(query.responses())), true);
            case FLAGS -> new Text(RowCells::flags, false);
        });
    }

    private static Function<ListedRow, String> ofQuery(Function<QueryRow, String> text) {
        return row -> row.query().map(text).orElse("");
    }

    private static String flags(ListedRow row) {
        return row.query().map(query -> query.flags().stream().sorted().map(QueryFlags::name).collect(Collectors.joining(", "))).orElse("");
    }

    private static final class Text extends TableCell<ListedRow, ListedRow> {

        private final Function<ListedRow, String> text;

        Text(Function<ListedRow, String> text, boolean isNumber) {
            this.text = text;
            getStyleClass().add(isNumber ? "number-cell" : "text-cell");
        }

        @Override
        protected void updateItem(ListedRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty ? null : text.apply(row));
        }
    }

    /** The beginning of the query; of a conversation, how many turns it has. */
    private static final class Preview extends TableCell<ListedRow, ListedRow> {

        private final Label turns = new Label();

        Preview() {
            getStyleClass().add("query-cell");
            turns.getStyleClass().addAll("chip", "turns");
            turns.setMinWidth(USE_PREF_SIZE);
            setContentDisplay(ContentDisplay.RIGHT);
            setGraphicTextGap(8);
        }

        @Override
        protected void updateItem(ListedRow row, boolean empty) {
            super.updateItem(row, empty);
            Optional<QueryRow> query = empty ? Optional.empty() : row.query();
            setText(empty ? null : query.map(QueryRow::preview).orElse("…"));
            boolean isConversation = query.filter(each -> each.followUps() > 0).isPresent();
            query.ifPresent(each -> turns.setText(each.followUps() + 1 + " turns"));
            setGraphic(isConversation ? turns : null);
        }
    }

    /** Names as chips; the whole of them in a tooltip and for who does not see them. */
    private static final class Chips extends TableCell<ListedRow, ListedRow> {

        private final Function<ListedRow, List<String>> names;
        private final Function<ListedRow, List<String>> full;
        private final ChipLine line = new ChipLine();
        private final Tooltip tooltip = new Tooltip();

        Chips(Function<ListedRow, List<String>> names, Function<ListedRow, List<String>> full) {
            this.names = names;
            this.full = full;
            getStyleClass().add("chips-cell");
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            line.prefWidthProperty().bind(widthProperty().subtract(16));
        }

        @Override
        protected void updateItem(ListedRow row, boolean empty) {
            super.updateItem(row, empty);
            List<String> shown = empty ? List.of() : names.apply(row);
            setGraphic(shown.isEmpty() ? null : line);
            line.show(shown);
            setAccessibleText(shown.isEmpty() ? null : String.join(", ", shown));
            if (shown.isEmpty()) {
                setTooltip(null);
            } else {
                tooltip.setText(String.join("\n", full.apply(row)));
                setTooltip(tooltip);
            }
        }
    }
}
