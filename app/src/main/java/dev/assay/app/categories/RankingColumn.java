package dev.assay.app.categories;

import dev.assay.app.charts.Numerals;
import dev.assay.app.charts.Scale;
import dev.assay.app.controls.Drawing;
import dev.assay.app.profiles.ScoreCell;
import dev.assay.judges.profiles.Profiler;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One ranking: what it is of, and a drawing with a line for each subject. */
final class RankingColumn extends VBox {

    /** The line at its right. */
    private static final double BORDER = 1;

    private final Ranking ranking;
    private final Drawing drawing = new Drawing();
    private final Pane body = new Pane(drawing);

    /** @param closed the node's tick is to be taken away */
    RankingColumn(Ranking ranking, Runnable closed) {
        this.ranking = ranking;
        getStyleClass().add("ranking");
        Label title = new Label(ranking.title());
        title.getStyleClass().add("section-title");
        title.setTooltip(new Tooltip(names("\n")));
        title.setMinWidth(0);
        HBox first = new HBox(4, title);
        first.getStyleClass().add("ranking-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        if (ranking.kind() == Ranking.Kind.NODE) {
            Button close = new Button("", new FontIcon(Feather.X));
            close.getStyleClass().addAll("icon-button", "ranking-close");
            close.setAccessibleText("Take away " + ranking.title());
            close.setOnAction(event -> closed.run());
            first.getChildren().add(close);
        }
        Label where = new Label(where());
        where.getStyleClass().add("secondary");
        where.setTooltip(new Tooltip(names("\n")));
        Label size = new Label(size());
        size.getStyleClass().add("secondary");
        VBox head = new VBox(first, where, size);
        head.getStyleClass().add("ranking-head");
        body.setAccessibleText(inWords());
        getChildren().addAll(head, body);
    }

    private String names(String separator) {
        return ranking.nodes().stream().map(path -> String.join(" › ", path.names())).collect(Collectors.joining(separator));
    }

    private String where() {
        return switch (ranking.kind()) {
            case NODE -> ranking.nodes().getFirst().depth() > 1
                    ? String.join(" › ", ranking.nodes().getFirst().parent().names())
                    : "domain";
            case TICKED -> ranking.nodes().size() + " branches, each query once";
            case KEYWORD -> ranking.nodes().size() + (ranking.nodes().size() == 1 ? " branch" : " branches, each query once");
        };
    }

    private String size() {
        String n = "n = " + Numerals.count(ranking.n()) + (ranking.n() < Profiler.FEWEST_TESTED ? ", thin: not tested" : "");
        return ranking.sameQueries() ? n : n + "; not all subjects on all of them";
    }

    private String inWords() {
        return ranking.title() + ", " + size() + ". "
                + ranking.rows().stream()
                        .map(cell -> cell.rank().best() + ": " + cell.inWords("the mean of the others"))
                        .collect(Collectors.joining(". "));
    }

    Ranking ranking() {
        return ranking;
    }

    /**
     * Takes the room of its drawing.
     *
     * @param share of the width that all columns have together
     */
    void fit(RankingPainter painter, double share) {
        double least = painter.leastWidth() + BORDER;
        double width = Math.clamp(share, least, Math.max(least, painter.mostWidth() + BORDER));
        setMinWidth(width);
        setPrefWidth(width);
        setMaxWidth(width);
        double height = height(painter);
        body.setMinHeight(height);
        body.setMaxHeight(height);
    }

    private double height(RankingPainter painter) {
        return painter.headerHeight() + painter.rowHeight() * ranking.rows().size();
    }

    void paint(RankingPainter painter, Scale axis, Optional<String> current, int chosenRow) {
        double width = getPrefWidth() - BORDER;
        double height = height(painter);
        drawing.begin(width, height);
        painter.header(drawing, axis, width);
        for (int row = 0; row < ranking.rows().size(); row++) {
            double y = painter.headerHeight() + row * painter.rowHeight();
            painter.row(drawing, ranking.rows().get(row), axis, y, width, current, row == chosenRow);
        }
        drawing.end();
    }

    /** The row at this height of the drawing. */
    Optional<ScoreCell> rowAt(double y, RankingPainter painter) {
        int row = (int) Math.floor((y - painter.headerHeight()) / painter.rowHeight());
        return row < 0 || row >= ranking.rows().size() ? Optional.empty() : Optional.of(ranking.rows().get(row));
    }

    int indexOf(String subject) {
        return IntStream.range(0, ranking.rows().size())
                .filter(row -> ranking.rows().get(row).score().subject().equals(subject))
                .findFirst()
                .orElse(-1);
    }

    /** The drawing. */
    Pane body() {
        return body;
    }
}
