package dev.assay.app.responses;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/** Text that takes the width it gets, and at its right something as wide as it wants to be; as high as the higher of both. */
final class Beside extends Region {

    private static final double GAP = 24;

    /** Longer lines are hard to read; in pixels. */
    private static final double WIDEST = 760;

    private final Region text;
    private final Region side;

    Beside(Region text, Region side) {
        this.text = text;
        this.side = side;
        getChildren().setAll(text, side);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double sideWidth(double inner) {
        return Math.min(Math.ceil(side.prefWidth(-1)), Math.rint(inner * 0.45));
    }

    private double textWidth(double inner) {
        return Math.max(1, Math.min(WIDEST, inner - sideWidth(inner) - GAP));
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets insets = getInsets();
        double inner = (width < 0 ? WIDEST : width) - insets.getLeft() - insets.getRight();
        return insets.getTop()
                + Math.max(text.prefHeight(textWidth(inner)), side.prefHeight(sideWidth(inner)))
                + insets.getBottom();
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double inner = getWidth() - insets.getLeft() - insets.getRight();
        double width = textWidth(inner);
        text.resizeRelocate(insets.getLeft(), insets.getTop(), width, text.prefHeight(width));
        double sideWidth = sideWidth(inner);
        side.resizeRelocate(getWidth() - insets.getRight() - sideWidth, insets.getTop(), sideWidth, side.prefHeight(sideWidth));
    }
}
