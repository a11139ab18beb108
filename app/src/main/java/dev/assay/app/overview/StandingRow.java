package dev.assay.app.overview;

import dev.assay.app.charts.LeaderboardData;
import dev.assay.app.charts.Numerals;
import dev.assay.app.charts.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/** One subject of the leaderboard: rank, name, dot with interval against the reference, mean. */
final class StandingRow extends Region {

    private static final double CAP = 4;

    private final LeaderboardData.Row row;
    private final StandingsPlot plot;
    private final Label rank;
    private final Label name;
    private final Label mean;
    private final Label half;
    private final List<Line> grid = new ArrayList<>();
    private final Optional<Double> reference;
    private final Line referenceLine = line("overview-reference");
    private final Line interval;
    private final Line lowCap;
    private final Line highCap;
    private final Circle dot = new Circle();
    private final Line under = line("overview-grid");

    StandingRow(LeaderboardData.Row row, Optional<LeaderboardData.Reference> against, StandingsPlot plot) {
        this.row = row;
        this.plot = plot;
        String verdict = row.verdict().name().toLowerCase(Locale.ROOT);
        reference = against.map(LeaderboardData.Reference::value);
        rank = new Label(Numerals.range(row.rankLow(), row.rankHigh()));
        rank.getStyleClass().add("secondary");
        name = new Label(row.name());
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setTooltip(new Tooltip(row.name()));
        mean = new Label(plot.score(row.mean()));
        mean.getStyleClass().add("strong");
        half = new Label("±" + plot.score((row.high() - row.low()) / 2));
        half.getStyleClass().add("secondary");
        interval = line("overview-interval", verdict);
        lowCap = line("overview-interval", verdict);
        highCap = line("overview-interval", verdict);
        dot.getStyleClass().addAll("overview-dot", verdict);
        plot.ticks().forEach(tick -> grid.add(line("overview-grid")));
        getChildren().add(under);
        getChildren().addAll(grid);
        if (reference.isPresent()) {
            getChildren().add(referenceLine);
        }
        getChildren().addAll(interval, lowCap, highCap, dot, rank, name, mean, half);
    }

    /** As a screen reader says it. */
    static String words(LeaderboardData.Row row, StandingsPlot plot) {
        String verdict = switch (row.verdict()) {
            case BETTER -> "better than the reference";
            case WORSE -> "worse than the reference";
            case INDISTINGUISHABLE -> "not distinguishable from the reference";
        };
        String failed = row.failures() > 0 ? String.format(Locale.ROOT, ", %,d failed", row.failures()) : "";
        return String.format(
                Locale.ROOT, "%s: rank %s, mean %s, interval %s, n %,d%s, %s",
                row.name(), Numerals.range(row.rankLow(), row.rankHigh()), plot.score(row.mean()),
                Numerals.interval(row.low(), row.high(), plot.decimals()), row.n(), failed, verdict);
    }

    static String style(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double em = name.getFont().getSize();
        double middle = Math.floor(height / 2) + 0.5;
        place(rank, StandingsPlot.edge(em), StandingsPlot.RANK * em, middle);
        place(name, StandingsPlot.nameLeft(em), StandingsPlot.nameWidth(width, em), middle);
        double right = StandingsPlot.numberRight(width, em);
        double halfWidth = half.prefWidth(-1);
        place(half, right - halfWidth, halfWidth, middle);
        double meanWidth = mean.prefWidth(-1);
        place(mean, right - halfWidth - 0.4 * em - meanWidth, meanWidth, middle);
        for (int i = 0; i < grid.size(); i++) {
            upright(grid.get(i), plot.x(plot.ticks().get(i), width, em), 0, height);
        }
        reference.ifPresent(value -> upright(referenceLine, plot.x(value, width, em), 0, height));
        double low = plot.x(row.low(), width, em);
        double high = plot.x(row.high(), width, em);
        interval.setStartX(low);
        interval.setEndX(high);
        interval.setStartY(middle);
        interval.setEndY(middle);
        upright(lowCap, low, middle - CAP, middle + CAP);
        upright(highCap, high, middle - CAP, middle + CAP);
        under.setStartX(StandingsPlot.edge(em));
        under.setEndX(StandingsPlot.numberRight(width, em));
        under.setStartY(height - 0.5);
        under.setEndY(height - 0.5);
        lowCap.setVisible(plot.hasCaps(width, em));
        highCap.setVisible(plot.hasCaps(width, em));
        dot.setRadius(plot.dot(width, em));
        dot.setCenterX(plot.x(row.mean(), width, em));
        dot.setCenterY(middle);
    }

    private static void place(Label label, double left, double width, double middle) {
        double height = label.prefHeight(-1);
        label.resizeRelocate(Math.rint(left), Math.rint(middle - height / 2), width, height);
    }

    private static void upright(Line line, double x, double top, double bottom) {
        double sharp = Math.floor(x) + 0.5;
        line.setStartX(sharp);
        line.setEndX(sharp);
        line.setStartY(top);
        line.setEndY(bottom);
    }

    private static Line line(String... styles) {
        Line line = new Line();
        line.getStyleClass().addAll(styles);
        return line;
    }
}
