package dev.assay.app.controls;

import dev.assay.app.charts.Numerals;
import dev.assay.app.charts.Scale;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

/** The labelled values of a scale, under the {@link IntervalCell}s that share it. */
public final class AxisNumbers extends Region {

    private static final double INSET = 5;

    private final Inks inks = new Inks(this::requestLayout);
    private final Canvas canvas = new Canvas();
    private final Scale scale;
    private final boolean isSigned;

    /** @param isSigned whether numbers above zero have a plus, as for differences */
    public AxisNumbers(Scale scale, boolean isSigned) {
        this.scale = scale;
        this.isSigned = isSigned;
        canvas.setManaged(false);
        getChildren().addAll(inks, canvas);
    }

    @Override
    protected double computePrefHeight(double width) {
        return 16 * inks.scale();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 110 * inks.scale();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        g.setFont(inks.font(0.85));
        g.setFill(inks.subtle());
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.CENTER);
        IntervalMark.Area area = new IntervalMark.Area(INSET, Math.max(1, getWidth() - 2 * INSET), 0, getHeight());
        double free = 0;
        for (double tick : scale.ticks()) {
            String text = isSigned ? Numerals.signed(tick, scale.decimals()) : Numerals.plain(tick, scale.decimals());
            double half = TextWidth.of(text, g.getFont()) / 2;
            double at = Math.clamp(area.at(scale, tick), half, Math.max(half, getWidth() - half));
            if (at - half >= free) {
                g.fillText(text, at, getHeight() / 2);
                free = at + half + 4;
            }
        }
    }
}
