package dev.assay.app.responses;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * The answers side by side. A column is moved by dragging its header; where it would go is shown by a line. A column enters the
 * scene when it comes near to what is seen, some columns at a time, and leaves it with the row: styling those of 17 subjects takes longer than the
 * window may stand still.
 */
final class AnswersRow extends Region {

    /** A shorter way is a click. */
    private static final double DRAG = 8;

    /** So many columns enter the scene in one frame. */
    private static final int TOGETHER = 2;

    private final Region drop = new Region();
    private final BooleanProperty inStep;
    private final BooleanSupplier canMove;
    private final BiConsumer<Integer, Integer> move;
    private final Executor later;
    private final Set<AnswerColumn> followed = new HashSet<>();
    private List<AnswerColumn> columns = List.of();
    private boolean isWaiting;
    private double seenFrom;
    private double seenTo;
    private boolean scrolling;
    private Optional<AnswerColumn> pressed = Optional.empty();
    private double pressedAt;

    /**
     * @param canMove whether columns can be dragged now
     * @param move told from which place to before which place a column is dragged
     * @param later runs work on the JavaFX thread, in a later frame
     */
    AnswersRow(BooleanProperty inStep, BooleanSupplier canMove, BiConsumer<Integer, Integer> move, Executor later) {
        this.inStep = inStep;
        this.canMove = canMove;
        this.move = move;
        this.later = later;
        drop.getStyleClass().add("responses-drop");
        drop.setVisible(false);
        drop.setMouseTransparent(true);
        drop.setViewOrder(-2);
        drop.setManaged(false);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        getChildren().setAll(drop);
        sceneProperty().subscribe(this::enterSoon);
        widthProperty().subscribe(this::enterSoon);
    }

    /** Takes new columns in; those that were there before keep what they show. */
    void setColumns(List<AnswerColumn> shown) {
        shown.stream().filter(followed::add).forEach(this::follow);
        columns = List.copyOf(shown);
        List<Node> there = new ArrayList<>(columns);
        there.retainAll(getChildren());
        there.add(drop);
        getChildren().setAll(there);
        enter();
    }

    /** The part of the row, in pixels from its left end, that the person sees. */
    void setSeen(double from, double to) {
        seenFrom = from;
        seenTo = to;
        if (missing().findAny().isPresent()) {
            enterSoon();
        }
    }

    /** Makes sure that a column, by its place, can be given the keyboard. */
    void bringIn(int place) {
        if (getScene() != null && !getChildren().contains(columns.get(place))) {
            add(place);
        }
    }

    /** Some columns more, or none any more once the row has left the scene. */
    private void enter() {
        if (getScene() == null) {
            getChildren().setAll(drop);
            return;
        }
        missing().limit(TOGETHER).boxed().toList().forEach(this::add);
        if (missing().findAny().isPresent()) {
            enterSoon();
        }
    }

    /** Places of columns that are to be in the scene, and are not. */
    private IntStream missing() {
        return IntStream.range(0, columns.size()).filter(place -> isNear(place) && !getChildren().contains(columns.get(place)));
    }

    private void enterSoon() {
        if (!isWaiting) {
            isWaiting = true;
            later.execute(() -> {
                isWaiting = false;
                enter();
            });
        }
    }

    /** Seen, or one column beside what is seen: Tab reaches it. */
    private boolean isNear(int place) {
        double[] edges = ColumnEdges.of(getWidth(), columns.size());
        double beside = edges[place + 1] - edges[place];
        double x = edges[place] + columns.get(place).getTranslateX();
        return x <= seenTo + beside && x + beside >= seenFrom - beside;
    }

    /** In the order of the columns, in which Tab goes. */
    private void add(int place) {
        int before = (int) columns.subList(0, place).stream().filter(getChildren()::contains).count();
        getChildren().add(before, columns.get(place));
    }

    private void follow(AnswerColumn column) {
        column.scrolled().addListener((value, before, now) -> {
            if (inStep.get() && !scrolling && columns.contains(column)) {
                scrolling = true;
                columns.forEach(other -> other.scrolled().set(now.doubleValue()));
                scrolling = false;
            }
        });
        column.header().setOnMousePressed(event -> {
            pressed = Optional.of(column).filter(any -> event.getButton() == MouseButton.PRIMARY && canMove.getAsBoolean());
            pressedAt = event.getSceneX();
        });
    }

    private void drag(MouseEvent event) {
        boolean far = pressed.isPresent() && Math.abs(event.getSceneX() - pressedAt) > DRAG;
        drop.setVisible(far);
        if (far) {
            double[] edges = ColumnEdges.of(getWidth(), columns.size());
            drop.resizeRelocate(edges[gap(event)] - 1, 0, 3, getHeight());
            pressed.get().setOpacity(0.6);
        }
    }

    private void release(MouseEvent event) {
        pressed.ifPresent(column -> {
            column.setOpacity(1);
            if (drop.isVisible()) {
                move.accept(columns.indexOf(column), gap(event));
            }
        });
        drop.setVisible(false);
        pressed = Optional.empty();
    }

    /** The gap between columns that is nearest to the pointer. */
    private int gap(MouseEvent event) {
        double x = sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
        double[] edges = ColumnEdges.of(getWidth(), columns.size());
        int nearest = 0;
        for (int i = 1; i < edges.length; i++) {
            if (Math.abs(edges[i] - x) < Math.abs(edges[nearest] - x)) {
                nearest = i;
            }
        }
        return nearest;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 120;
    }

    @Override
    protected void layoutChildren() {
        double[] edges = ColumnEdges.of(getWidth(), columns.size());
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).resizeRelocate(edges[i], 0, edges[i + 1] - edges[i], getHeight());
        }
    }
}
