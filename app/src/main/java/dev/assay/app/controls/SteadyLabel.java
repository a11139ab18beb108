package dev.assay.app.controls;

import javafx.scene.control.Label;

/** A label of numbers that change: it stays as wide as its widest text so far, so that what stands beside it does not move. Never cut off. */
public final class SteadyLabel extends Label {

    private double widest;

    public SteadyLabel() {
        fontProperty().subscribe((before, now) -> widest = 0);
    }

    @Override
    protected double computePrefWidth(double height) {
        widest = Math.max(widest, super.computePrefWidth(height));
        return widest;
    }

    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }
}
