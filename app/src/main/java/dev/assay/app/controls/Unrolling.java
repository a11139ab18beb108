package dev.assay.app.controls;

import java.util.concurrent.Executor;
import javafx.scene.layout.Region;

/**
 * Gives its content all the room there is, but its height bit by bit once it has rows: a table makes all the rows that fit when it is laid out, which
 * for a screen of new rows takes longer than the window may stand still. Between two bits the window is painted.
 */
public final class Unrolling extends Region {

    /** In pixels: some rows. */
    private static final double BIT = 100;

    private final Region content;
    private final Executor later;
    private double unrolled = BIT;
    private boolean hasBegun;
    private boolean isWaiting;

    /** @param later runs work on the JavaFX thread, a little later */
    public Unrolling(Region content, Executor later) {
        this.content = content;
        this.later = later;
        getChildren().setAll(content);
        visibleProperty().bind(content.visibleProperty());
    }

    /** The content has rows now. */
    public void begin() {
        hasBegun = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth(), Math.min(getHeight(), unrolled));
        if (hasBegun && unrolled < getHeight() && !isWaiting) {
            isWaiting = true;
            later.execute(() -> {
                isWaiting = false;
                // Once it has all its height it keeps it, however large it grows.
                unrolled = unrolled + BIT < getHeight() ? unrolled + BIT : Double.MAX_VALUE;
                requestLayout();
            });
        }
    }

    @Override
    protected double computeMinWidth(double height) {
        return content.minWidth(height);
    }

    @Override
    protected double computeMinHeight(double width) {
        return content.minHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(width);
    }
}
