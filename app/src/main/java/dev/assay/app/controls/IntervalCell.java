package dev.assay.app.controls;

import dev.assay.app.charts.Scale;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

/** One interval as a node: a dot with its line on a scale that it shares with its neighbours. Says its numbers to who does not see it. */
public final class IntervalCell extends Region {

    private static final double RADIUS = 3.5;
    private static final double BAR = 10;

    private final Inks inks = new Inks(this::requestLayout);
    private final Canvas canvas = new Canvas();
    private final IntervalMark mark;
    private final Scale scale;
    private final boolean hasBar;

    /**
     * @param hasBar whether a bar behind the interval goes from zero to the dot, as for a difference
     * @param words the numbers, as they are read aloud
     */
    public IntervalCell(IntervalMark mark, Scale scale, boolean hasBar, String words) {
        this.mark = mark;
        this.scale = scale;
        this.hasBar = hasBar;
        setAccessibleText(words);
        getStyleClass().add("interval-cell");
        canvas.setManaged(false);
        getChildren().addAll(inks, canvas);
    }

    @Override
    protected double computePrefHeight(double width) {
        return 20 * inks.scale();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 110 * inks.scale();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 60;
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        IntervalMark.Area area = IntervalMark.Area.within(this);
        g.setStroke(inks.line());
        g.setLineWidth(1);
        for (double tick : scale.ticks()) {
            double x = IntervalMark.crisp(area.at(scale, tick));
            g.strokeLine(x, 0, x, getHeight());
        }
        if (hasBar) {
            bar(g, area);
        }
        mark.draw(g, inks, scale, area, RADIUS);
    }

    private void bar(GraphicsContext g, IntervalMark.Area area) {
        double zero = area.at(scale, 0);
        double end = area.at(scale, mark.value());
        double height = BAR * inks.scale();
        if (mark.standing().isFilled()) {
            g.setFill(inks.ground(mark.standing()));
            g.fillRect(Math.min(zero, end), (getHeight() - height) / 2, Math.abs(end - zero), height);
        }
        g.setStroke(inks.subtle());
        g.setLineWidth(1);
        g.strokeLine(IntervalMark.crisp(zero), 0, IntervalMark.crisp(zero), getHeight());
    }
}
