package dev.assay.app.queries;

import dev.assay.app.listing.Order;
import dev.assay.app.text.DocumentView;
import dev.assay.app.workbench.Settings;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.util.Subscription;

/** The table of queries: rows come as they are looked at, the order comes from the study. */
final class QueryGrid extends TableView<ListedRow> {

    private static final double ROW = 28;

    /** Rows that are left above a query that is brought into view. */
    private static final int ABOVE = 3;

    private final QueriesModel model;
    private final Map<QueryColumn, TableColumn<ListedRow, ListedRow>> columns = new EnumMap<>(QueryColumn.class);
    private final RememberedColumns remembered;
    private final Subscription rowHeight;
    /** While the table is brought up to what the model says, it says nothing back. */
    private boolean following;

    /** What keys and clicks on a row do. */
    interface Uses {
        void open();

        void toggleDetails();
    }

    QueryGrid(QueriesModel model, Settings settings, Uses uses) {
        this.model = model;
        getStyleClass().add("query-grid");
        getStylesheets().add(DocumentView.stylesheet());
        setAccessibleText("Queries");
        setPlaceholder(new Label());
        for (QueryColumn kind : QueryColumn.values()) {
            columns.put(kind, column(kind));
        }
        rowHeight = settings.textSize().subscribe(percent -> setFixedCellSize(ROW * percent.intValue() / 100));
        remembered = new RememberedColumns(this, columns, settings);
        setSortPolicy(table -> {
            if (!following) {
                model.ask(list -> list.withOrder(order()));
            }
            return true;
        });
        setRowFactory(table -> row(uses));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
            if (plain && event.getCode() == KeyCode.ENTER) {
                uses.open();
                event.consume();
            } else if (plain && event.getCode() == KeyCode.SPACE) {
                uses.toggleDetails();
                event.consume();
            }
        });
        getSelectionModel().selectedIndexProperty().subscribe(place -> {
            if (!following) {
                model.choose(place.intValue());
            }
        });
        model.shown().subscribe(this::follow);
        model.chosen().subscribe(this::follow);
        model.listed().subscribe(this::follow);
    }

    /** Gives the focus to the table, at its chosen row or else the first. */
    void enter() {
        requestFocus();
        if (getSelectionModel().getSelectedIndex() < 0 && !getItems().isEmpty()) {
            getSelectionModel().select(0);
        }
    }

    /** The study is closed. */
    void close() {
        rowHeight.unsubscribe();
        remembered.close();
    }

    RememberedColumns remembered() {
        return remembered;
    }

    private void follow() {
        following = true;
        model.shown().get().ifPresent(list -> {
            boolean isNew = !list.rows().equals(getItems());
            if (isNew) {
                setItems(list.rows());
                scrollTo(0);
            }
            remembered.offer(QueryColumn.SCORE, list.about().isPresent());
            showOrder(model.listed().get().order());
            showChosen(model.chosen().get());
        });
        following = false;
    }

    private void showChosen(int place) {
        if (place < 0) {
            getSelectionModel().clearSelection();
        } else if (getSelectionModel().getSelectedIndex() != place) {
            getSelectionModel().clearAndSelect(place);
            getFocusModel().focus(place);
            scrollTo(Math.max(0, place - ABOVE));
        }
    }

    private void showOrder(Order order) {
        if (order.equals(order())) {
            return;
        }
        columns.forEach((kind, column) -> column.setSortType(order.descending() ? SortType.DESCENDING : SortType.ASCENDING));
        List<TableColumn<ListedRow, ?>> sorted = FXCollections.observableArrayList();
        columns.forEach((kind, column) -> {
            if (kind.order().filter(by -> by == order.by()).isPresent() && !order.equals(Order.usual())) {
                sorted.add(column);
            }
        });
        getSortOrder().setAll(sorted);
    }

    /** As the headers say; no header, the usual one. */
    private Order order() {
        return getSortOrder().stream()
                .findFirst()
                .flatMap(column -> QueryColumn.of(column.getId())
                        .flatMap(QueryColumn::order)
                        .map(by -> new Order(by, column.getSortType() == SortType.DESCENDING)))
                .orElse(Order.usual());
    }

    private static TableColumn<ListedRow, ListedRow> column(QueryColumn kind) {
        TableColumn<ListedRow, ListedRow> column = new TableColumn<>(kind.header());
        column.setId(kind.name());
        column.setSortable(kind.order().isPresent());
        column.setMinWidth(40);
        if (kind.isNumber()) {
            column.getStyleClass().add("number-column");
        }
        RowCells.dress(column, kind);
        return column;
    }

    private TableRow<ListedRow> row(Uses uses) {
        TableRow<ListedRow> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && !row.isEmpty()) {
                uses.open();
            }
        });
        return row;
    }
}
