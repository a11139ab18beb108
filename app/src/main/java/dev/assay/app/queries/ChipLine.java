package dev.assay.app.queries;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Names as chips in one line: as many as fit, at most two, then how many more there are. Made once per cell and filled again and again. */
final class ChipLine extends Region {

    private static final double GAP = 4;

    private final Label first = chip();
    private final Label second = chip();
    private final Label moreThanOne = more();
    private final Label moreThanTwo = more();
    private int names;

    ChipLine() {
        getChildren().addAll(first, second, moreThanOne, moreThanTwo);
        getChildren().forEach(child -> child.setManaged(false));
        setMinWidth(0);
        setPrefWidth(0);
    }

    void show(List<String> shown) {
        names = shown.size();
        first.setText(names > 0 ? shown.getFirst() : "");
        second.setText(names > 1 ? shown.get(1) : "");
        moreThanOne.setText("+" + (names - 1));
        moreThanTwo.setText("+" + (names - 2));
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return first.prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        getChildren().forEach(child -> child.setVisible(false));
        if (names == 0) {
            return;
        }
        double room = getWidth();
        double both = first.prefWidth(-1) + GAP + second.prefWidth(-1) + (names > 2 ? GAP + moreThanTwo.prefWidth(-1) : 0);
        if (names > 1 && both <= room) {
            double at = place(first, 0, first.prefWidth(-1));
            at = place(second, at, second.prefWidth(-1));
            if (names > 2) {
                double end = place(moreThanTwo, at, moreThanTwo.prefWidth(-1));
                assert end >= at;
            }
            return;
        }
        double rest = names > 1 ? GAP + moreThanOne.prefWidth(-1) : 0;
        double at = place(first, 0, Math.max(0, Math.min(first.prefWidth(-1), room - rest)));
        if (names > 1) {
            double end = place(moreThanOne, at, moreThanOne.prefWidth(-1));
            assert end >= at;
        }
    }

    /** Where the next one begins. */
    private double place(Label label, double x, double width) {
        double height = label.prefHeight(-1);
        label.resizeRelocate(snapPositionX(x), snapPositionY((getHeight() - height) / 2), snapSizeX(width), height);
        label.setVisible(true);
        return x + snapSizeX(width) + GAP;
    }

    private static Label chip() {
        Label label = new Label();
        label.getStyleClass().addAll("chip", "neutral");
        return label;
    }

    private static Label more() {
        Label label = new Label();
        label.getStyleClass().addAll("small", "muted");
        return label;
    }
}
