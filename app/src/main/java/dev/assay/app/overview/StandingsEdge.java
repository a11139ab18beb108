package dev.assay.app.overview;

import dev.assay.app.charts.LeaderboardData;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** What stands above and below the rows of the leaderboard: names of the columns with the reference, or the numbers of the axis. */
final class StandingsEdge extends Region {

    /** A text that is centred over a value of the plot. */
    private record At(Label label, double value) {}

    private static final double LEAST_GAP = 0.6;

    private final StandingsPlot plot;
    private final List<At> centred = new ArrayList<>();
    private final Label rank = new Label("Rank");
    private final Label subject = new Label("Subject");
    private final Label number = new Label();
    private final boolean named;

    private StandingsEdge(StandingsPlot plot, boolean named) {
        this.plot = plot;
        this.named = named;
        getStyleClass().add("overview-standings-edge");
    }

    static StandingsEdge header(LeaderboardData data, StandingsPlot plot) {
        StandingsEdge edge = new StandingsEdge(plot, true);
        edge.number.setText("Mean, 95\u00a0% interval");
        List.of(edge.rank, edge.subject, edge.number).forEach(label -> label.getStyleClass().addAll("secondary", "medium"));
        edge.getChildren().addAll(edge.rank, edge.subject, edge.number);
        data.reference().ifPresent(reference -> edge.add(reference.name() + ": " + plot.score(reference.value()), reference.value(), "secondary"));
        return edge;
    }

    static StandingsEdge axis(StandingsPlot plot) {
        StandingsEdge edge = new StandingsEdge(plot, false);
        plot.ticks().forEach(tick -> edge.add(plot.tick(tick), tick, "overview-tick"));
        return edge;
    }

    private void add(String text, double value, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        centred.add(new At(label, value));
        getChildren().add(label);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 2.15 * em();
    }

    private double em() {
        return rank.getFont().getSize() > 0 && named ? rank.getFont().getSize() / 0.92 : font();
    }

    private double font() {
        return centred.isEmpty() ? 0 : centred.getFirst().label().getFont().getSize() / 0.85;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double em = em();
        double free = StandingsPlot.numberRight(width, em);
        if (named) {
            place(rank, StandingsPlot.edge(em), rank.prefWidth(-1));
            place(subject, StandingsPlot.nameLeft(em), StandingsPlot.nameWidth(width, em));
            double numberWidth = number.prefWidth(-1);
            free -= numberWidth;
            place(number, free, numberWidth);
        }
        double end = named ? free - em : width;
        double taken = 0;
        for (At at : centred) {
            double textWidth = at.label().prefWidth(-1);
            double left = Math.max(0, Math.min(plot.x(at.value(), width, em) - textWidth / 2, end - textWidth));
            boolean isFree = left >= taken;
            at.label().setVisible(isFree);
            place(at.label(), left, textWidth);
            taken = isFree ? left + textWidth + LEAST_GAP * em : taken;
        }
    }

    private void place(Label label, double left, double width) {
        double height = label.prefHeight(-1);
        label.resizeRelocate(Math.rint(left), Math.rint((getHeight() - height) / 2), width, height);
    }
}
