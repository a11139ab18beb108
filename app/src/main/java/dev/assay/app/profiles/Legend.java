package dev.assay.app.profiles;

import dev.assay.app.charts.Scale;
import dev.assay.app.controls.IntervalCell;
import dev.assay.app.controls.IntervalMark;
import dev.assay.app.controls.Standing;
import dev.assay.app.reports.LocalEngineNote;
import dev.assay.judges.statistics.Interval;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

/** What the marks of the table mean, at its foot. */
final class Legend extends FlowPane {

    /** Without a labelled value, so without a grid. */
    private static final Scale SAMPLE = new Scale(0.05, 1.95, 10);

    Legend() {
        getStyleClass().add("profiles-legend");
        setHgap(14);
        setVgap(2);
    }

    void explain(ScoreSheet sheet, Mode mode) {
        String reference = sheet.reference() instanceof Reference.Others ? "the " + sheet.reference().words() : sheet.reference().words();
        getChildren().setAll(
                new Label(mode == Mode.SCORES
                        ? "Dot: mean, " + sheet.scale().label() + "; line: 95 % interval."
                        : "Dot: paired difference from " + reference + "; line: 95 % interval."),
                entry(Standing.BETTER, false, "better than " + reference),
                entry(Standing.WORSE, false, "worse"),
                entry(Standing.LEVEL, false, "not distinguishable at q ≤ 0.05"),
                entry(Standing.UNTESTED, true, "thin: under 5 queries"),
                new Label("┊ reference"),
                new Label("▲ without a score"));
        if (sheet.loaded().run().engine().equals("local")) {
            Label local = new Label("local engine");
            local.getStyleClass().addAll("chip", "neutral");
            local.setTooltip(new Tooltip(LocalEngineNote.text()));
            local.setAccessibleText(LocalEngineNote.text());
            getChildren().add(local);
        }
    }

    private static Node entry(Standing standing, boolean thin, String meaning) {
        IntervalMark mark = new IntervalMark(1, Optional.of(new Interval(0.1, 1.9)), OptionalDouble.empty(), standing, thin);
        IntervalCell sample = new IntervalCell(mark, SAMPLE, false, "");
        sample.getStyleClass().add("legend-sample");
        return new Label(meaning, sample);
    }
}
