package dev.assay.app.responses;

import dev.assay.app.text.DocumentView;
import dev.assay.app.text.Manuscript;
import dev.assay.app.text.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.DoubleProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One answer, turn after turn, below its header. Kept when another query is shown. */
final class AnswerColumn extends VBox {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    /** What stays visible above a passage that was scrolled to. */
    private static final double ABOVE = 48;

    private final AnswerHeader header;
    private final VBox turns = new VBox();
    private final ScrollPane scroll = new ScrollPane(turns);
    private final List<DocumentView> views = new ArrayList<>();
    private final Executor later;
    private final Consumer<String> openLink;
    private final BiConsumer<Integer, Manuscript> lengthen;
    private List<Manuscript> shown = List.of();

    /** @param lengthen told the turn and the text of which more is wanted */
    AnswerColumn(ColumnCommands commands, Executor later, Consumer<String> openLink, BiConsumer<Integer, Manuscript> lengthen) {
        this.later = later;
        this.openLink = openLink;
        this.lengthen = lengthen;
        header = new AnswerHeader(commands);
        getStyleClass().add("responses-answer");
        turns.getStyleClass().add("responses-turns");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("responses-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(header, scroll);
    }

    /** Whether actions on a column are on this one. */
    void setCurrent(boolean isCurrent) {
        pseudoClassStateChanged(CURRENT, isCurrent);
    }

    AnswerHeader header() {
        return header;
    }

    void show(Column column, Optional<Comparison> comparison, Optional<JudgingRun> run, boolean concealed) {
        header.show(column, comparison, run, concealed);
        scroll.setAccessibleText("Answer of " + column.name());
        List<Manuscript> wanted = column.chosen().turns();
        if (goesOn(wanted)) {
            for (int turn = 0; turn < wanted.size(); turn++) {
                if (!wanted.get(turn).equals(shown.get(turn))) {
                    views.get(turn).showFurther(wanted.get(turn), asker(turn));
                }
            }
        } else if (!sameTexts(wanted)) {
            showAnew(wanted);
        }
        shown = wanted;
    }

    /** The very same documents: comparing texts by their letters would take longer than to show them. */
    private boolean sameTexts(List<Manuscript> wanted) {
        return shown.size() == wanted.size() && IntStream.range(0, wanted.size()).allMatch(i -> shown.get(i).equals(wanted.get(i)));
    }

    private boolean goesOn(List<Manuscript> wanted) {
        boolean longer = false;
        for (int i = 0; i < wanted.size(); i++) {
            if (shown.size() != wanted.size() || !shown.get(i).source().equals(wanted.get(i).source())) {
                return false;
            }
            longer |= wanted.get(i).shown() > shown.get(i).shown();
        }
        return longer;
    }

    private void showAnew(List<Manuscript> wanted) {
        turns.getChildren().clear();
        views.clear();
        for (int turn = 0; turn < wanted.size(); turn++) {
            if (turn > 0) {
                Label label = new Label("Turn " + (turn + 1));
                label.getStyleClass().add("responses-turn");
                turns.getChildren().add(label);
            }
            DocumentView view = new DocumentView(later, openLink);
            view.show(wanted.get(turn), asker(turn));
            views.add(view);
            turns.getChildren().add(view);
        }
        scroll.setVvalue(0);
    }

    private Consumer<Manuscript> asker(int turn) {
        return manuscript -> lengthen.accept(turn, manuscript);
    }

    /** @param marks for each turn; turns beyond them have none */
    void setMarks(List<List<Mark>> marks) {
        for (int turn = 0; turn < views.size(); turn++) {
            views.get(turn).setMarks(turn < marks.size() ? marks.get(turn) : List.of());
        }
    }

    /** Scrolls so that a place of a turn is seen. */
    void scrollTo(int turn, int offset) {
        if (turn >= views.size()) {
            return;
        }
        DocumentView view = views.get(turn);
        double top = view.top(offset);
        turns.applyCss();
        turns.layout();
        double y = view.getBoundsInParent().getMinY() + top;
        Bounds visible = scroll.getViewportBounds();
        double at = scroll.getVvalue() * Math.max(0, turns.getHeight() - visible.getHeight());
        if (y < at || y > at + visible.getHeight() - ABOVE) {
            double room = turns.prefHeight(visible.getWidth()) - visible.getHeight();
            scroll.setVvalue(room <= 0 ? 0 : Math.clamp((y - ABOVE) / room, 0, 1));
        }
    }

    DoubleProperty scrolled() {
        return scroll.vvalueProperty();
    }

    /** Where the keyboard goes when someone jumps to this answer. */
    Node focusTarget() {
        return views.isEmpty() ? scroll : views.getFirst();
    }
}
