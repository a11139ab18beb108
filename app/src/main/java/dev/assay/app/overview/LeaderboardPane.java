package dev.assay.app.overview;

import dev.assay.app.charts.LeaderboardData;
import dev.assay.app.charts.Verdict;
import dev.assay.app.controls.Unrolling;
import dev.assay.app.text.Wrapping;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/** The subjects by their mean, each with its interval. Arrows choose one, Enter or a click opens its profile. */
final class LeaderboardPane extends VBox {

    private static final double ROW_EMS = 3.08;

    private final Label nothing = new Label("Nothing is judged yet.");
    private final ListView<LeaderboardData.Row> rows = new ListView<>();
    private final Unrolling unrolling;
    private final BiConsumer<Standings, String> open;
    private final Panel panel;
    private final Label note = new Label();
    private @Nullable Standings standings;
    private double em = Font.getDefault().getSize();

    /**
     * @param open the profile of a subject
     * @param figure the leaderboard as a figure
     * @param later makes some rows in each frame
     */
    LeaderboardPane(OverviewModel model, BiConsumer<Standings, String> open, Runnable figure, Executor later) {
        this.open = open;
        unrolling = new Unrolling(rows, later);
        panel = new Panel("Leaderboard");
        Hyperlink asFigure = new Hyperlink("As a figure");
        asFigure.getStyleClass().add("link");
        asFigure.setMinWidth(Region.USE_PREF_SIZE);
        asFigure.setOnAction(event -> figure.run());
        asFigure.visibleProperty().bind(model.standings().map(Optional::isPresent));
        panel.end(asFigure);
        nothing.getStyleClass().addAll("muted", "overview-nothing");
        nothing.textProperty().bind(model.ranked().map(known -> known ? "Nothing is judged yet." : "Computing the intervals…"));
        note.getStyleClass().addAll("secondary", "overview-note");
        Wrapping.on(note);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        rows.setAccessibleText("Leaderboard");
        rows.getStyleClass().add("overview-standings");
        rows.setCellFactory(list -> new Cell());
        rows.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                chosen(rows.getSelectionModel().getSelectedItem());
                event.consume();
            }
        });
        getChildren().add(panel);
        asFigure.fontProperty().subscribe(font -> fit(font.getSize()));
        model.standings().subscribe(this::show);
    }

    ListView<LeaderboardData.Row> rows() {
        return rows;
    }

    private void show(Optional<Standings> found) {
        panel.getChildren().remove(1, panel.getChildren().size());
        standings = found.orElse(null);
        if (found.isEmpty()) {
            panel.about("");
            panel.getChildren().add(nothing);
            return;
        }
        LeaderboardData data = found.get().data();
        StandingsPlot plot = StandingsPlot.of(data);
        panel.about(found.get().about() + (data.rows().stream().mapToInt(LeaderboardData.Row::n).distinct().count() == 1
                ? String.format(Locale.ROOT, " · n = %,d", data.rows().getFirst().n()) : ""));
        note.setText(found.get().note());
        rows.getItems().setAll(data.rows());
        fit(em);
        unrolling.begin();
        panel.getChildren().addAll(
                StandingsEdge.header(data, plot), unrolling, StandingsEdge.axis(plot), legend(data.reference().map(LeaderboardData.Reference::name)), note);
    }

    /** All rows are seen: the page scrolls, not the list. */
    private void fit(double size) {
        em = size;
        double row = Math.rint(ROW_EMS * size);
        rows.setFixedCellSize(row);
        double height = row * rows.getItems().size() + 2;
        unrolling.setMinHeight(height);
        unrolling.setPrefHeight(height);
        unrolling.setMaxHeight(height);
    }

    private static Node legend(Optional<String> reference) {
        String name = reference.map(text -> "the " + text).orElse("the reference");
        FlowPane legend = new FlowPane(
                mark(Verdict.BETTER, "better than " + name),
                mark(Verdict.INDISTINGUISHABLE, "not distinguishable"),
                mark(Verdict.WORSE, "worse (q ≤ 0.05)"));
        legend.getStyleClass().add("overview-legend");
        return legend;
    }

    private static Label mark(Verdict verdict, String words) {
        Circle dot = new Circle(4);
        dot.getStyleClass().addAll("overview-dot", StandingRow.style(verdict));
        Label label = new Label(words, dot);
        label.getStyleClass().addAll("secondary", "small");
        return label;
    }

    private void chosen(LeaderboardData.@Nullable Row row) {
        if (row != null && standings != null) {
            open.accept(standings, row.name());
        }
    }

    private final class Cell extends ListCell<LeaderboardData.Row> {

        Cell() {
            setPrefWidth(0);
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY) {
                    chosen(getItem());
                }
            });
        }

        @Override
        protected void updateItem(LeaderboardData.Row row, boolean empty) {
            super.updateItem(row, empty);
            Standings now = standings;
            if (empty || row == null || now == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            StandingsPlot plot = StandingsPlot.of(now.data());
            StandingRow drawn = new StandingRow(row, now.data().reference(), plot);
            drawn.prefWidthProperty().bind(widthProperty());
            drawn.prefHeightProperty().bind(heightProperty());
            setGraphic(drawn);
            setAccessibleText(StandingRow.words(row, plot));
        }
    }
}
