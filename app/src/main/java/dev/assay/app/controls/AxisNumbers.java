package dev.assay.app.controls;

import dev.assay.app.charts.Numerals;
import dev.assay.app.charts.Scale;
import javafx.geometry.HPos;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;

/** The labelled values of a scale, under the {@link IntervalCell}s that share it. */
public final class AxisNumbers extends Region {

    private final Inks inks = new Inks(this::requestLayout);
    private final Drawing drawing = new Drawing();
    private final Scale scale;
    private final boolean isSigned;

    /** @param isSigned whether numbers above zero have a plus, as for differences */
    public AxisNumbers(Scale scale, boolean isSigned) {
        this.scale = scale;
        this.isSigned = isSigned;
        drawing.setManaged(false);
        getChildren().addAll(inks, drawing);
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
        drawing.begin(getWidth(), getHeight());
        Font font = inks.font(0.85);
        IntervalMark.Area area = IntervalMark.Area.within(this);
        double free = 0;
        for (double tick : scale.ticks()) {
            String text = isSigned ? Numerals.signed(tick, scale.decimals()) : Numerals.plain(tick, scale.decimals());
            double half = TextWidth.of(text, font) / 2;
            double at = Math.clamp(area.at(scale, tick), half, Math.max(half, getWidth() - half));
            if (at - half >= free) {
                drawing.text(text, font, inks.subtle(), at, getHeight() / 2, HPos.CENTER);
                free = at + half + 4;
            }
        }
        drawing.end();
    }
}
