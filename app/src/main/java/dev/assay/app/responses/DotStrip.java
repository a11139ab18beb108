package dev.assay.app.responses;

import dev.assay.app.responses.Comparison.Shown;
import dev.assay.app.responses.Comparison.Verdict;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.StrokeLineCap;

/**
 * A score as a dot on its scale: ticks at the whole numbers, a line over the spread of replicates, a dashed line where the baseline stands.
 * Filled and coloured where it differs from the baseline, else hollow.
 */
final class DotStrip extends Region {

    private static final double MARGIN = 5;
    private static final double DOT = 3.5;
    private static final int MOST_TICKS = 10;

    private static final PseudoClass BETTER = PseudoClass.getPseudoClass("better");
    private static final PseudoClass WORSE = PseudoClass.getPseudoClass("worse");
    private static final PseudoClass PLAIN = PseudoClass.getPseudoClass("plain");

    private final double low;
    private final double high;
    private final Shown shown;
    /** One line of dots: a node for each would be half of all that a view of seventeen answers has. */
    private final Line ticks = new Line();
    private final Line spread = new Line();
    private final Line reference = new Line();
    private final Circle dot = new Circle(DOT);

    /** @param withReference whether the baseline's score is drawn */
    DotStrip(double low, double high, Shown shown, boolean withReference) {
        this.low = low;
        this.high = high;
        this.shown = shown;
        getStyleClass().add("responses-strip");
        setMouseTransparent(true);
        if (high - low <= MOST_TICKS) {
            ticks.getStyleClass().add("responses-ticks");
            ticks.setStrokeLineCap(StrokeLineCap.ROUND);
            getChildren().add(ticks);
        }
        if (withReference && shown.baseline().isPresent()) {
            reference.getStyleClass().add("responses-reference");
            getChildren().add(reference);
        }
        if (shown.highest() > shown.lowest()) {
            spread.getStyleClass().add("responses-spread");
            getChildren().add(spread);
        }
        dot.getStyleClass().add("responses-dot");
        getChildren().add(dot);
        for (var node : List.of(dot, spread)) {
            node.pseudoClassStateChanged(BETTER, shown.verdict() == Verdict.BETTER);
            node.pseudoClassStateChanged(WORSE, shown.verdict() == Verdict.WORSE);
            node.pseudoClassStateChanged(PLAIN, shown.verdict() == Verdict.NONE);
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return 90;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 14;
    }

    @Override
    protected void layoutChildren() {
        double middle = Math.rint(getHeight() / 2);
        double last = low + Math.round(high - low);
        ticks.setStartX(x(low));
        // A little further, or the last dot is lost to rounding.
        ticks.setEndX(x(last) + 0.01);
        ticks.setStartY(middle);
        ticks.setEndY(middle);
        if (last > low) {
            ticks.getStrokeDashArray().setAll(0.0, Math.max(1, (x(last) - x(low)) / (last - low)));
        }
        shown.baseline().ifPresent(at -> {
            reference.setStartX(x(at));
            reference.setEndX(x(at));
            reference.setStartY(middle - 6);
            reference.setEndY(middle + 6);
        });
        spread.setStartX(x(shown.lowest()));
        spread.setEndX(x(shown.highest()));
        spread.setStartY(middle);
        spread.setEndY(middle);
        dot.setCenterX(x(shown.score()));
        dot.setCenterY(middle);
    }

    private double x(double value) {
        double share = high > low ? Math.clamp((value - low) / (high - low), 0, 1) : 0;
        return MARGIN + share * (getWidth() - 2 * MARGIN);
    }
}
