package dev.assay.app.categories;

import dev.assay.app.controls.Inks;
import dev.assay.app.profiles.ScoreCell;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/**
 * The rankings side by side. Columns share the width there is; they scroll sideways rather than become too narrow for the names. The
 * chosen subject is marked in every column. A column is drawn when it comes near to what is seen, each in a frame of its own.
 */
final class RankingGrid extends ScrollPane {

    private final CategoriesModel model;
    private final BiConsumer<Ranking, String> followed;
    private final Executor later;
    private final HBox columns = new HBox();
    private final Inks inks = new Inks(this::refit);
    private final List<RankingColumn> shown = new ArrayList<>();
    private final Set<RankingColumn> drawn = new HashSet<>();
    private RankingPainter painter;
    private boolean isWaiting;
    private int generation;
    private int chosenColumn;
    private Optional<String> chosenSubject = Optional.empty();

    /**
     * @param followed the queries behind a subject's number in a ranking are wanted
     * @param later runs work on the JavaFX thread, a frame later
     */
    RankingGrid(CategoriesModel model, BiConsumer<Ranking, String> followed, Executor later) {
        this.model = model;
        this.followed = followed;
        this.later = later;
        this.painter = new RankingPainter(inks, List.of());
        getStyleClass().add("rankings");
        setId("rankings");
        setContent(new StackPane(columns, inks));
        setFocusTraversable(true);
        StackPane.setAlignment(columns, Pos.TOP_LEFT);
        columns.getStyleClass().add("ranking-columns");
        setAccessibleText("Rankings: a column for each chosen category");
        model.rankings().subscribe(this::fill);
        viewportBoundsProperty().subscribe(() -> {
            paintDrawn();
            drawSoon();
        });
        hvalueProperty().subscribe(() -> missing().forEach(this::draw));
        focusedProperty().subscribe(this::paintDrawn);
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    }

    private void fill(List<Ranking> rankings) {
        shown.clear();
        drawn.clear();
        generation++;
        rankings.forEach(ranking -> {
            RankingColumn column = new RankingColumn(ranking, () -> model.toggle(ranking.nodes().getFirst()));
            Tooltip tooltip = new Tooltip();
            Tooltip.install(column.body(), tooltip);
            column.body().setOnMouseMoved(event -> tooltip.setText(column.rowAt(event.getY(), painter)
                    .map(cell -> cell.inWords("the mean of the others"))
                    .orElse("")));
            column.body().setOnMousePressed(event -> press(column, event));
            shown.add(column);
        });
        columns.getChildren().setAll(shown);
        chosenColumn = Math.clamp(chosenColumn, 0, Math.max(0, shown.size() - 1));
        refit();
    }

    /** Colours and sizes change one by one, a dozen at a time: they are drawn once. */
    private void refit() {
        if (!isWaiting) {
            isWaiting = true;
            Platform.runLater(() -> {
                isWaiting = false;
                painter = new RankingPainter(inks, model.rankings().get());
                fit();
                drawn.clear();
                generation++;
                drawSoon();
            });
        }
    }

    private void drawSoon() {
        int mine = generation;
        missing().forEach(column -> later.execute(() -> {
            if (mine == generation && !drawn.contains(shown.get(column))) {
                draw(column);
            }
        }));
    }

    private void draw(int column) {
        drawn.add(shown.get(column));
        paint(column);
    }

    /** Places of columns that are seen, or stand beside what is seen, and are not drawn. */
    private List<Integer> missing() {
        return IntStream.range(0, shown.size()).filter(column -> isNear(column) && !drawn.contains(shown.get(column))).boxed().toList();
    }

    private boolean isNear(int column) {
        double width = shown.get(column).getPrefWidth();
        double seen = getViewportBounds().getWidth();
        double from = getHvalue() * Math.max(0, width * shown.size() - seen);
        return width > 0 && (column + 2) * width >= from && (column - 1) * width <= from + seen;
    }

    private void fit() {
        double share = Math.floor(getViewportBounds().getWidth() / Math.max(1, shown.size()));
        shown.forEach(column -> column.fit(painter, share));
    }

    private void paintDrawn() {
        fit();
        for (int column = 0; column < shown.size(); column++) {
            if (drawn.contains(shown.get(column))) {
                paint(column);
            }
        }
    }

    private void paint(int column) {
        int chosenRow = column == chosenColumn && isFocused() ? chosenSubject.map(shown.get(column)::indexOf).orElse(-1) : -1;
        shown.get(column).paint(painter, model.axis().get(), chosenSubject, chosenRow);
    }

    private void press(RankingColumn column, MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        requestFocus();
        column.rowAt(event.getY(), painter).map(cell -> cell.score().subject()).ifPresent(subject -> {
            choose(shown.indexOf(column), Optional.of(subject));
            if (event.getClickCount() == 2) {
                followed.accept(column.ranking(), subject);
            }
        });
        event.consume();
    }

    private void press(KeyEvent event) {
        if (shown.isEmpty() || !isFocused() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean known = true;
        switch (event.getCode()) {
            case UP -> move(-1);
            case DOWN -> move(1);
            case LEFT -> choose(Math.max(0, chosenColumn - 1), chosenSubject);
            case RIGHT -> choose(Math.min(shown.size() - 1, chosenColumn + 1), chosenSubject);
            case HOME -> move(-model.rankings().get().get(chosenColumn).rows().size());
            case END -> move(model.rankings().get().get(chosenColumn).rows().size());
            case ENTER -> chosenSubject.ifPresent(subject -> followed.accept(shown.get(chosenColumn).ranking(), subject));
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }

    private void move(int by) {
        RankingColumn column = shown.get(chosenColumn);
        List<ScoreCell> rows = column.ranking().rows();
        int from = chosenSubject.map(column::indexOf).orElse(-1);
        int to = Math.clamp((long) from + by, 0, Math.max(0, rows.size() - 1));
        if (!rows.isEmpty()) {
            choose(chosenColumn, Optional.of(rows.get(to).score().subject()));
        }
    }

    private void choose(int column, Optional<String> subject) {
        chosenColumn = column;
        chosenSubject = subject;
        setAccessibleText(subject.flatMap(name -> shown.get(column).ranking().rows().stream()
                        .filter(cell -> cell.score().subject().equals(name))
                        .findFirst())
                .map(cell -> shown.get(column).ranking().title() + ": " + cell.inWords("the mean of the others"))
                .orElse("Rankings"));
        paintDrawn();
        bringToView();
    }

    private void bringToView() {
        Bounds column = shown.get(chosenColumn).getBoundsInParent();
        double room = columns.getWidth() - getViewportBounds().getWidth();
        double left = getHvalue() * room;
        if (room > 0 && (column.getMinX() < left || column.getMaxX() > left + getViewportBounds().getWidth())) {
            double to = column.getMinX() < left ? column.getMinX() : column.getMaxX() - getViewportBounds().getWidth();
            setHvalue(Math.clamp(to / room, 0, 1));
        }
    }

    /** The chosen subject and the ranking in which it is chosen. */
    Optional<String> chosenSubject() {
        return chosenSubject;
    }

    List<RankingColumn> columns() {
        return shown;
    }

    RankingPainter painter() {
        return painter;
    }
}
