package dev.assay.app.queries;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Names as chips in one line: as many as fit, at most two, then how many more there are. Made once per cell and filled again and again. */
final class ChipLine extends Region {

    private static final double GAP = 4;

    private final Label first = chip();
    private final Label second = chip();
    private final Label more = new Label();
    private List<String> names = List.of();

    ChipLine() {
        more.getStyleClass().addAll("small", "muted");
        getChildren().addAll(first, second, more);
        getChildren().forEach(child -> child.setManaged(false));
        setMinWidth(0);
        setPrefWidth(0);
    }

    void show(List<String> shown) {
        if (!shown.equals(names)) {
            names = shown;
            first.setText(names.isEmpty() ? "" : names.getFirst());
            second.setText(names.size() > 1 ? names.get(1) : "");
            requestLayout();
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return first.prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        double room = getWidth();
        boolean bothFit = names.size() > 1
                && first.prefWidth(-1) + GAP + second.prefWidth(-1) + (names.size() > 2 ? GAP + widthOfMore(names.size() - 2) : 0) <= room;
        int left = names.size() - (bothFit ? 2 : 1);
        double rest = !bothFit && left > 0 ? GAP + widthOfMore(left) : 0;
        double at = place(first, 0, bothFit ? first.prefWidth(-1) : Math.clamp(first.prefWidth(-1), 0, Math.max(0, room - rest)));
        at = bothFit ? place(second, at, second.prefWidth(-1)) : at;
        if (left > 0) {
            more.setText("+" + left);
            at = place(more, at, widthOfMore(left));
        }
        show(first, !names.isEmpty());
        show(second, bothFit);
        show(more, left > 0);
        assert at >= 0;
    }

    /** Estimated from the number of digits: to set the text only to measure it would lay it out twice. */
    private double widthOfMore(int number) {
        return more.getFont().getSize() * (number < 10 ? 1.4 : 2.1);
    }

    /** Where the next one begins. */
    private static double place(Label label, double x, double width) {
        double height = label.prefHeight(-1);
        double parentHeight = label.getParent().getLayoutBounds().getHeight();
        label.resizeRelocate(Math.rint(x), Math.rint((parentHeight - height) / 2), Math.ceil(width), height);
        return x + Math.ceil(width) + GAP;
    }

    /** Only where it changes: a node that becomes visible is styled anew. */
    private static void show(Label label, boolean visible) {
        if (label.isVisible() != visible) {
            label.setVisible(visible);
        }
    }

    private static Label chip() {
        Label label = new Label();
        label.getStyleClass().addAll("chip", "neutral");
        return label;
    }
}
