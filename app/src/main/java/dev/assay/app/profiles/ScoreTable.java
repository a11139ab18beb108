package dev.assay.app.profiles;

import dev.assay.app.controls.Inks;
import dev.assay.app.listing.JudgedPart;
import dev.assay.app.profiles.FoldedTree.Row;
import dev.assay.app.profiles.ProfilesModel.Cell;
import dev.assay.app.profiles.ScoreSheet.Widest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/**
 * The score tree with its subjects side by side: the tree stands still while the subjects scroll sideways. Rows are virtual and each is
 * one drawing, so that hundreds of nodes by seventeen subjects scroll smoothly.
 */
final class ScoreTable extends Region {

    private static final double HEADER = 28;
    private static final double SCROLL_BAR = 12;

    private final ProfilesModel model;
    private final Runnable opened;
    private final Consumer<JudgedPart> followed;
    private final BooleanSupplier isDetailed;
    private final Inks inks = new Inks(this::refit);
    private final ListView<Row> list = new ListView<>();
    private final ScoreTableHeader header;
    private final ScrollBar sideways = new ScrollBar();
    private final Tooltip tooltip = new Tooltip();
    private final List<ScoreRowCell> cells = new ArrayList<>();
    private Columns columns;
    private ScoreRowPainter painter;
    private boolean isFitted;
    private boolean isChosenWanted;
    private double fittedTo;

    /**
     * @param opened the details of the chosen cell are wanted
     * @param entered likewise, by a key: the focus goes there
     * @param followed queries behind the chosen cell are wanted
     * @param isDetailed whether the details of the chosen cell are to be seen
     */
    ScoreTable(ProfilesModel model, Runnable opened, Runnable entered, Consumer<JudgedPart> followed, BooleanSupplier isDetailed) {
        this.model = model;
        this.opened = opened;
        this.followed = followed;
        this.isDetailed = isDetailed;
        this.columns = Columns.fit(900, inks, Widest.NOTHING, 0, Mode.SCORES);
        this.header = new ScoreTableHeader(model, columns);
        this.painter = new ScoreRowPainter(inks, columns);
        getStyleClass().add("score-table");
        getChildren().addAll(inks, list, header, sideways);
        sideways.setOrientation(Orientation.HORIZONTAL);
        sideways.setFocusTraversable(false);
        sideways.valueProperty().subscribe(this::repaint);
        list.setItems(model.rows());
        list.setCellFactory(any -> {
            ScoreRowCell cell = new ScoreRowCell(this);
            cells.add(cell);
            return cell;
        });
        list.setAccessibleText("Score tree: a row for each node, a column for each subject");
        list.setId("score-tree");
        list.setTooltip(tooltip);
        tooltip.setStyle("-fx-font-size: 0.92em;");
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> new ScoreTableKeys(model, this, entered).press(event));
        list.addEventFilter(ScrollEvent.SCROLL, this::scrollSideways);
        list.addEventFilter(MouseEvent.MOUSE_MOVED, this::explain);
        model.sheet().subscribe(this::refit);
        model.subjects().subscribe(this::refit);
        model.mode().subscribe(this::refit);
        model.order().subscribe(this::repaint);
        model.axis().subscribe(this::repaint);
        model.cell().subscribe(cell -> showChosen());
        model.rows().subscribe(this::selectChosenRow);
    }

    private void refit() {
        isFitted = false;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double scale = inks.scale();
        double top = 2 * Math.round(HEADER * scale);
        double bar = SCROLL_BAR;
        fit(getWidth() - SCROLL_BAR);
        double body = getWidth() - SCROLL_BAR - columns.tree();
        boolean isWide = columns.groups() > body + 1;
        list.setFixedCellSize(columns.rowHeight());
        list.resizeRelocate(0, top, getWidth(), Math.max(0, getHeight() - top - (isWide ? bar : 0)));
        sideways.setVisible(isWide);
        sideways.setMax(Math.max(0, columns.groups() - body));
        sideways.setValue(isWide ? Math.min(sideways.getValue(), sideways.getMax()) : 0);
        sideways.setVisibleAmount(sideways.getMax() * body / Math.max(1, columns.groups()));
        sideways.setUnitIncrement(columns.subject() / 3);
        sideways.setBlockIncrement(columns.subject());
        sideways.resizeRelocate(columns.tree(), getHeight() - bar, Math.max(0, body), bar);
        header.resizeRelocate(0, 0, getWidth(), top);
        repaint();
        bringChosenToView();
    }

    private void fit(double width) {
        if (isFitted && Math.abs(fittedTo - width) < 0.5) {
            return;
        }
        isFitted = true;
        isChosenWanted = true;
        fittedTo = width;
        Widest widest = model.sheet().get().map(ScoreSheet::widest).orElse(Widest.NOTHING);
        columns = Columns.fit(width, inks, widest, model.subjects().size(), model.mode().get());
        painter = new ScoreRowPainter(inks, columns);
    }

    private void repaint() {
        header.paint(columns, painter, sideways.getValue());
        cells.forEach(ScoreRowCell::paint);
    }

    Columns columns() {
        return columns;
    }

    ScoreRowPainter painter() {
        return painter;
    }

    ProfilesModel model() {
        return model;
    }

    /** What row cells draw, if there is anything to draw. */
    Optional<ScoreRowPainter.Look> look(Row row) {
        return model.sheet().get().filter(sheet -> row.node() < sheet.nodes().size()).map(sheet -> {
            Optional<Cell> here = model.cell().get().filter(cell -> cell.node().equals(sheet.nodes().get(row.node()).path()));
            return new ScoreRowPainter.Look(
                    sheet,
                    model.subjects(),
                    model.mode().get(),
                    model.axis().get(),
                    sideways.getValue(),
                    here.flatMap(Cell::subject),
                    here.isPresent() && here.get().subject().isEmpty());
        });
    }

    private void showChosen() {
        selectChosenRow();
        repaint();
    }

    private void selectChosenRow() {
        int row = model.chosenRow();
        if (row < 0) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(row);
            list.getFocusModel().focus(row);
            isChosenWanted = true;
            requestLayout();
        }
    }

    /** Only once the rows stand where they are going to stand. */
    private void bringChosenToView() {
        int row = model.chosenRow();
        if (!isChosenWanted || row < 0 || list.getHeight() <= 0) {
            return;
        }
        isChosenWanted = false;
        model.cell().get().flatMap(Cell::subject).ifPresent(this::scrollTo);
        list.layout();
        boolean isSeen = cells.stream()
                .filter(cell -> cell.getIndex() == row && cell.isVisible())
                .map(cell -> list.sceneToLocal(cell.localToScene(cell.getBoundsInLocal())))
                .anyMatch(bounds -> bounds.getMinY() >= -1 && bounds.getMaxY() <= list.getHeight() + 1);
        if (!isSeen) {
            list.scrollTo(Math.max(0, row - (int) (list.getHeight() / columns.rowHeight() / 3)));
        }
    }

    private void scrollTo(String subject) {
        double begin = model.subjects().indexOf(subject) * columns.subject();
        double body = getWidth() - SCROLL_BAR - columns.tree();
        double at = sideways.getValue();
        double moved = begin < at ? begin : begin + columns.subject() > at + body ? begin + columns.subject() - body : at;
        sideways.setValue(Math.clamp(moved, 0, Math.max(0, sideways.getMax())));
    }

    private void scrollSideways(ScrollEvent event) {
        double by = event.isShiftDown() && event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX();
        if (sideways.isVisible() && by != 0 && Math.abs(by) >= Math.abs(event.isShiftDown() ? 0 : event.getDeltaY())) {
            sideways.setValue(Math.clamp(sideways.getValue() - by, 0, sideways.getMax()));
            event.consume();
        }
    }

    /** A row cell was pressed at this place. */
    void pressed(Row row, MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        list.requestFocus();
        Optional<String> subject = subjectAt(event.getX());
        boolean isTree = event.getX() < columns.tree();
        if (isTree && row.isBranch() && (isChevron(row, event.getX()) || event.getClickCount() == 2)) {
            model.fold(row);
        }
        if (isTree || subject.isPresent()) {
            model.select(new Cell(model.path(row), subject));
        }
        if (subject.isPresent() && event.getClickCount() == 2) {
            followed.accept(partAt(row, subject.get(), event.getX()));
        } else if (subject.isPresent()) {
            opened.run();
        }
        event.consume();
    }

    /** The sign ▲ and its number stand for answers without a score. */
    private JudgedPart partAt(Row row, String subject, double x) {
        double inGroup = (x - columns.tree() + sideways.getValue()) % columns.subject();
        boolean isOnFailures = model.sheet().get()
                .flatMap(sheet -> sheet.cell(row.node(), subject))
                .filter(cell -> cell.score().n() == 0 || painter.isFailures(cell, inGroup))
                .filter(cell -> cell.score().failures() > 0)
                .isPresent();
        return isOnFailures ? new JudgedPart.Failed() : new JudgedPart.Scored();
    }

    private boolean isChevron(Row row, double x) {
        return painter.isChevron(model.sheet().get().orElseThrow().nodes().get(row.node()), x);
    }

    private Optional<String> subjectAt(double x) {
        int at = (int) Math.floor((x - columns.tree() + sideways.getValue()) / columns.subject());
        return x < columns.tree() || at < 0 || at >= model.subjects().size() ? Optional.empty() : Optional.of(model.subjects().get(at));
    }

    private void explain(MouseEvent event) {
        Optional<String> words = rowAt(event)
                .filter(row -> !isDetailed(new Cell(model.path(row), subjectAt(event.getX()))))
                .flatMap(row -> words(row, subjectAt(event.getX())));
        tooltip.setText(words.orElse(""));
        tooltip.setOpacity(words.isEmpty() ? 0 : 1);
    }

    /** What the details say needs no tooltip, least of all one over the details. */
    private boolean isDetailed(Cell cell) {
        return isDetailed.getAsBoolean() && model.cell().get().filter(cell::equals).isPresent();
    }

    private Optional<Row> rowAt(MouseEvent event) {
        return cells.stream()
                .filter(cell -> cell.isVisible() && cell.contains(cell.sceneToLocal(new Point2D(event.getSceneX(), event.getSceneY()))))
                .map(ScoreRowCell::getItem)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** What stands in a cell, in words. */
    Optional<String> words(Row row, Optional<String> subject) {
        return model.sheet().get().flatMap(sheet -> subject.isEmpty()
                ? Optional.of(sheet.nodes().get(row.node()).path().depth() == 0
                        ? "All queries"
                        : String.join(" › ", sheet.nodes().get(row.node()).path().names()))
                : sheet.cell(row.node(), subject.get()).map(cell -> cell.inWords(sheet.reference().words())));
    }

    /** Rows that fit into the table at once. */
    int rowsAtOnce() {
        return Math.max(1, (int) (list.getHeight() / columns.rowHeight()) - 1);
    }

    ScoreTableHeader header() {
        return header;
    }

    Tooltip tooltip() {
        return tooltip;
    }

    ListView<Row> list() {
        return list;
    }

    ScrollBar sideways() {
        return sideways;
    }
}
