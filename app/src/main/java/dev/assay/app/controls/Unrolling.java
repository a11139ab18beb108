package dev.assay.app.controls;

import java.util.concurrent.Executor;
import javafx.scene.layout.Region;

/**
 * Gives its content all the room there is, but its height bit by bit once it has rows: a table makes all the rows that fit when it is laid out, which
 * for a screen of new rows takes longer than the window may stand still. Between two bits the window is painted.
 */
public final class Unrolling extends Region {

    private static final int STEPS = 6;

    /** A first bit of less would hold nothing but the header. */
    private static final int FIRST = 2;

    private final Region content;
    private final Executor later;
    private int step = FIRST;
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
        double height = step >= STEPS ? getHeight() : Math.rint(getHeight() * step / STEPS);
        content.resizeRelocate(0, 0, getWidth(), height);
        if (hasBegun && step < STEPS && getHeight() > 0 && !isWaiting) {
            isWaiting = true;
            later.execute(() -> {
                isWaiting = false;
                step++;
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
