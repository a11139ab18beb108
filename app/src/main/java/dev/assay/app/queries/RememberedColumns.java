package dev.assay.app.queries;

import dev.assay.app.theme.Appearance;
import dev.assay.app.workbench.Settings;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.util.Subscription;

/**
 * Order, widths and choice of the columns, as the person left them. Widths are kept in em, so that they grow with the text; the column of the query
 * has what is left of the table's width.
 */
final class RememberedColumns {

    private static final String NAME = "queries.columns";
    private static final double SMALLEST_QUERY = 20;
    /** Room for the scroll bar at the right. */
    private static final double BAR = 14;

    private final TableView<ListedRow> table;
    private final Map<QueryColumn, TableColumn<ListedRow, ListedRow>> columns;
    private final Settings settings;
    private final ObservableList<QueryColumn> hidden = FXCollections.observableArrayList();
    private final Set<QueryColumn> withheld = EnumSet.of(QueryColumn.SCORE);
    private final Subscription scaling;
    private double em;
    private boolean arranging;

    RememberedColumns(TableView<ListedRow> table, Map<QueryColumn, TableColumn<ListedRow, ListedRow>> columns, Settings settings) {
        this.table = table;
        this.columns = columns;
        this.settings = settings;
        em = emOf(settings);
        restore();
        table.setColumnResizePolicy(this::resize);
        scaling = settings.textSize().subscribe((before, now) -> rescale());
        table.getColumns().subscribe(this::remember);
        columns.values().forEach(column -> column.widthProperty().subscribe((before, now) -> remember()));
    }

    void close() {
        scaling.unsubscribe();
    }

    /** Columns that the person has hidden; add and remove to hide and show. */
    ObservableList<QueryColumn> hidden() {
        return FXCollections.unmodifiableObservableList(hidden);
    }

    void setShown(QueryColumn kind, boolean isShown) {
        if (isShown) {
            hidden.remove(kind);
        } else if (!hidden.contains(kind)) {
            hidden.add(kind);
        }
        showColumns();
        remember();
    }

    /** Whether a column has anything to say at present. */
    void offer(QueryColumn kind, boolean isUseful) {
        if (isUseful ? withheld.remove(kind) : withheld.add(kind)) {
            showColumns();
        }
    }

    /** Back to the usual columns, widths and order. */
    void reset() {
        hidden.clear();
        arranging = true;
        columns.forEach((kind, column) -> column.setPrefWidth(kind.usualWidth() * em));
        table.getColumns().setAll(columns.values());
        arranging = false;
        showColumns();
        remember();
    }

    /** A column was dragged wider or narrower, or (without a column) the table has another width. */
    private Boolean resize(@SuppressWarnings("rawtypes") TableView.ResizeFeatures features) {
        TableColumn<ListedRow, ListedRow> query = column(QueryColumn.QUERY);
        TableColumn<?, ?> dragged = features.getColumn();
        if (dragged != null && !dragged.equals(query)) {
            dragged.setPrefWidth(Math.max(dragged.getMinWidth(), dragged.getWidth() + features.getDelta()));
        }
        fill();
        return true;
    }

    private void fill() {
        double others = table.getVisibleLeafColumns().stream()
                .filter(column -> !column.equals(column(QueryColumn.QUERY)))
                .mapToDouble(TableColumn::getPrefWidth)
                .sum();
        column(QueryColumn.QUERY).setPrefWidth(Math.max(SMALLEST_QUERY * em, table.getWidth() - others - BAR));
    }

    private void rescale() {
        double before = em;
        em = emOf(settings);
        columns.values().forEach(column -> column.setPrefWidth(column.getPrefWidth() * em / before));
        fill();
    }

    private void showColumns() {
        columns.forEach((kind, column) -> column.setVisible(!hidden.contains(kind) && !withheld.contains(kind)));
        fill();
    }

    private TableColumn<ListedRow, ListedRow> column(QueryColumn kind) {
        return Objects.requireNonNull(columns.get(kind));
    }

    private void remember() {
        if (!arranging) {
            settings.remember(NAME, table.getColumns().stream()
                    .flatMap(column -> QueryColumn.of(column.getId()).stream())
                    .map(kind -> String.format(Locale.ROOT, "%s %.2f %s", kind, column(kind).getPrefWidth() / em, hidden.contains(kind) ? "hidden" : "shown"))
                    .collect(Collectors.joining("\n")));
        }
    }

    private void restore() {
        arranging = true;
        List<TableColumn<ListedRow, ListedRow>> order = new ArrayList<>();
        columns.forEach((kind, column) -> column.setPrefWidth(kind.usualWidth() * em));
        settings.recall(NAME).ifPresent(lines -> lines.lines().forEach(line -> {
            String[] words = line.split(" ", -1);
            Optional<QueryColumn> kind = QueryColumn.of(words[0]);
            if (words.length == 3 && kind.isPresent() && words[1].matches("\\d{1,4}\\.\\d{1,4}")) {
                column(kind.get()).setPrefWidth(Math.max(2, Double.parseDouble(words[1])) * em);
                order.add(column(kind.get()));
                if (words[2].equals("hidden") && !kind.get().grows()) {
                    hidden.add(kind.get());
                }
            }
        }));
        columns.values().stream().filter(column -> !order.contains(column)).forEach(order::add);
        table.getColumns().setAll(order.stream().distinct().toList());
        arranging = false;
        showColumns();
    }

    private static double emOf(Settings settings) {
        return Appearance.TEXT_SIZE * settings.textSize().get() / 100;
    }
}
