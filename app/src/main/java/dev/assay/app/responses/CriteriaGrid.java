package dev.assay.app.responses;

import dev.assay.app.responses.Comparison.Shown;
import dev.assay.app.responses.Judged.Failed;
import dev.assay.app.text.TextTip;
import dev.assay.judges.Criterion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The criteria with each answer's score. A criterion's name and weight stand in a line above its scores, so that every score stands exactly
 * below the answer that it is about, however narrow the columns are.
 */
final class CriteriaGrid extends VBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final VBox rows = new VBox();
    private final ScrollPane scroll = new ScrollPane(rows);
    private final Consumer<Cell> choose;
    private final Executor later;
    private final List<CriterionRow> all = new ArrayList<>();
    private @Nullable CriterionRow mean;
    private int criteriaCount;
    private int generation;
    private List<Column> columns = List.of();
    private Optional<Cell> chosen = Optional.empty();
    private double offset;
    private double seen = Double.MAX_VALUE;

    /** @param later makes rows, one after the other, so that many of them do not hold the window up */
    CriteriaGrid(Consumer<Cell> choose, Executor later) {
        this.choose = choose;
        this.later = later;
        getStyleClass().add("responses-grid");
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("responses-scroll");
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        setAccessibleText("Scores by criterion");
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        widthProperty().subscribe(width -> {
            rows.setMinWidth(width.doubleValue());
            rows.setMaxWidth(width.doubleValue());
        });
    }

    /** Shows the scores of these columns. */
    void show(Sheet sheet, List<Column> shown, Comparison comparison, JudgingRun run) {
        columns = shown;
        all.clear();
        List<Criterion> criteria = sheet.criteria();
        criteriaCount = criteria.size();
        mean = mean(criteria.size(), comparison, run);
        present(mean, criteria.size());
        if (criteria.isEmpty()) {
            rows.getChildren().clear();
            getChildren().setAll(mean);
        } else if (getChildren().contains(scroll)) {
            getChildren().set(1, mean);
        } else {
            getChildren().setAll(scroll, mean);
        }
        int mine = ++generation;
        for (int i = 0; i < criteria.size(); i++) {
            int place = i;
            later.execute(() -> {
                if (mine == generation) {
                    add(row(criteria.get(place), place, comparison, run), place, criteria.size());
                }
            });
        }
    }

    /** Rows of the query before stay until their successors are there: the grid does not flicker. */
    private void add(CriterionRow row, int place, int count) {
        all.add(row);
        present(row, place);
        if (place < rows.getChildren().size()) {
            rows.getChildren().set(place, row);
        } else {
            rows.getChildren().add(row);
        }
        if (place == count - 1 && rows.getChildren().size() > count) {
            rows.getChildren().remove(count, rows.getChildren().size());
        }
    }

    /** Brings a row to where the person has scrolled and what they have chosen. */
    private void present(CriterionRow row, int place) {
        row.pseudoClassStateChanged(CHOSEN, chosen.filter(at -> at.criterion() == place).isPresent());
        for (Region region : row.cells()) {
            region.pseudoClassStateChanged(CHOSEN, chosen.filter(region.getUserData()::equals).isPresent());
        }
        keepSeen(row);
    }

    private CriterionRow row(Criterion criterion, int place, Comparison comparison, JudgingRun run) {
        Label name = new Label(criterion.name());
        name.getStyleClass().add("responses-criterion");
        name.setMinWidth(USE_PREF_SIZE);
        name.setTooltip(TextTip.of(criterion.description()));
        Region bar = new Region();
        bar.getStyleClass().add("responses-weight");
        bar.setMinWidth(Math.max(2, criterion.weight() * 1.6));
        bar.setMaxWidth(Math.max(2, criterion.weight() * 1.6));
        Label weight = new Label("weight " + criterion.weight());
        weight.getStyleClass().add("secondary");
        weight.setMinWidth(USE_PREF_SIZE);
        Label description = new Label(criterion.description());
        description.getStyleClass().addAll("secondary", "responses-description");
        description.setMinWidth(0);
        description.setTooltip(TextTip.of(criterion.description()));
        HBox.setHgrow(description, Priority.ALWAYS);
        HBox label = new HBox(8, name, weight, bar, description);
        label.getStyleClass().add("responses-row-label");
        List<Region> cells = new ArrayList<>();
        for (Column column : columns) {
            Optional<Shown> shown = comparison.criterion(column.answer(), column.replicate(), place);
            cells.add(cell(column, new Cell(column.subject(), place), criterion.name(), shown, run, "responses-score"));
        }
        return new CriterionRow(label, cells);
    }

    private CriterionRow mean(int criteria, Comparison comparison, JudgingRun run) {
        Label name = new Label(criteria == 0 ? "Score" : "Weighted mean");
        name.getStyleClass().add("strong");
        Label hint = new Label(criteria == 0 ? "This run has no criteria for this query." : "of " + criteria + " criteria, weight 100");
        hint.getStyleClass().add("secondary");
        HBox label = new HBox(8, name, hint);
        label.getStyleClass().add("responses-row-label");
        List<Region> cells = new ArrayList<>();
        for (Column column : columns) {
            Optional<Shown> shown = comparison.total(column.answer(), column.replicate());
            cells.add(cell(column, new Cell(column.subject(), criteria), "Mean", shown, run, "strong"));
        }
        CriterionRow row = new CriterionRow(label, cells);
        row.getStyleClass().add("responses-mean");
        return row;
    }

    private Region cell(Column column, Cell at, String criterion, Optional<Shown> shown, JudgingRun run, String style) {
        HBox cell = new HBox(8);
        cell.getStyleClass().add("responses-cell");
        cell.setUserData(at);
        cell.setAccessibleRole(AccessibleRole.TABLE_CELL);
        cell.setOnMouseClicked(event -> {
            requestFocus();
            choose.accept(at);
        });
        if (shown.isPresent()) {
            Shown score = shown.get();
            DotStrip strip = new DotStrip(run.low(), run.high(), score, false);
            HBox.setHgrow(strip, Priority.ALWAYS);
            Label number = new Label(run.print(score.score()));
            number.getStyleClass().add(style);
            number.setMinWidth(USE_PREF_SIZE);
            AnswerHeader.tint(number, score.verdict());
            cell.getChildren().add(strip);
            score.interval().ifPresent(interval -> {
                Label half = new Label(AnswerHeader.half(run, interval));
                half.getStyleClass().add("secondary");
                half.setMinWidth(USE_PREF_SIZE);
                cell.getChildren().add(half);
            });
            cell.getChildren().add(number);
            cell.setAccessibleText("%s, %s: %s%s".formatted(criterion, column.name(), run.print(score.score()), switch (score.verdict()) {
                case BETTER -> ", better than the baseline";
                case WORSE -> ", worse than the baseline";
                case SAME -> ", as good as the baseline";
                case NONE -> "";
            }));
        } else if (column.chosen().judged() instanceof Failed(String reason)) {
            Label failed = AnswerHeader.chip("failed", "failed");
            failed.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
            failed.setTooltip(TextTip.of(reason));
            cell.getChildren().add(failed);
            cell.setAccessibleText("%s, %s: judging failed: %s".formatted(criterion, column.name(), reason));
        } else {
            Label none = new Label("not judged");
            none.getStyleClass().add("secondary");
            cell.getChildren().add(none);
            cell.setAccessibleText("%s, %s: not judged".formatted(criterion, column.name()));
        }
        return cell;
    }

    /** Frames the chosen cell and lights its row. */
    void setChosen(Optional<Cell> cell) {
        chosen = cell;
        for (int i = 0; i < all.size(); i++) {
            present(all.get(i), i);
        }
        if (mean != null) {
            present(mean, criteriaCount);
        }
        cell.ifPresent(at -> reveal(at.criterion()));
    }

    private void reveal(int row) {
        if (row >= all.size()) {
            return;
        }
        Bounds bounds = all.get(row).getBoundsInParent();
        double height = scroll.getViewportBounds().getHeight();
        double room = rows.getHeight() - height;
        double top = scroll.getVvalue() * room;
        if (room > 0 && bounds.getMinY() < top) {
            scroll.setVvalue(bounds.getMinY() / room);
        } else if (room > 0 && bounds.getMaxY() > top + height) {
            scroll.setVvalue((bounds.getMaxY() - height) / room);
        }
    }

    /** The labels stay where they are seen while the columns scroll below the window, and pinned columns with them. */
    void setScrolled(double by, double width) {
        offset = by;
        seen = width;
        all.forEach(this::keepSeen);
        if (mean != null) {
            keepSeen(mean);
        }
    }

    private void keepSeen(CriterionRow row) {
        row.label().setTranslateX(offset);
        row.label().setMaxWidth(seen);
        for (int i = 0; i < columns.size(); i++) {
            row.cells().get(i).setTranslateX(columns.get(i).pinned() ? offset : 0);
            row.cells().get(i).setViewOrder(columns.get(i).pinned() ? -1 : 0);
        }
    }

    private void key(KeyEvent event) {
        if (columns.isEmpty() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        int row = chosen.map(Cell::criterion).orElse(0);
        int column = chosen.map(at -> columns.stream().map(Column::subject).toList().indexOf(at.subject())).orElse(0);
        switch (event.getCode()) {
            case UP -> row--;
            case DOWN -> row += chosen.isPresent() ? 1 : 0;
            case LEFT -> column--;
            case RIGHT -> column += chosen.isPresent() ? 1 : 0;
            case HOME -> column = 0;
            case END -> column = columns.size() - 1;
            case ENTER, SPACE -> {}
            default -> {
                return;
            }
        }
        choose.accept(new Cell(columns.get(Math.clamp(column, 0, columns.size() - 1)).subject(), Math.clamp(row, 0, criteriaCount)));
        event.consume();
    }

    /** A line with what it is about, and below it one cell for each column. */
    static final class CriterionRow extends Region {

        private final HBox label;
        private final List<Region> cells;

        CriterionRow(HBox label, List<Region> cells) {
            this.label = label;
            this.cells = List.copyOf(cells);
            getStyleClass().add("responses-row");
            label.setViewOrder(-2);
            getChildren().add(label);
            getChildren().addAll(cells);
        }

        HBox label() {
            return label;
        }

        List<Region> cells() {
            return cells;
        }

        private double labelHeight() {
            return Math.ceil(label.prefHeight(-1));
        }

        private double cellHeight() {
            return Math.ceil(cells.stream().mapToDouble(cell -> cell.prefHeight(-1)).max().orElse(0));
        }

        @Override
        protected double computePrefHeight(double width) {
            return getInsets().getTop() + labelHeight() + cellHeight() + getInsets().getBottom();
        }

        @Override
        protected double computeMinHeight(double width) {
            return computePrefHeight(width);
        }

        @Override
        protected void layoutChildren() {
            double top = getInsets().getTop();
            label.resizeRelocate(0, top, Math.min(getWidth(), label.getMaxWidth() > 0 ? label.getMaxWidth() : getWidth()), labelHeight());
            double[] edges = ColumnEdges.of(getWidth(), cells.size());
            for (int i = 0; i < cells.size(); i++) {
                cells.get(i).resizeRelocate(edges[i], top + labelHeight(), edges[i + 1] - edges[i], cellHeight());
            }
        }
    }
}
