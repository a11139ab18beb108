package dev.assay.app.responses;

import dev.assay.app.text.Document;
import dev.assay.app.text.DocumentView;
import dev.assay.app.text.TextTip;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What was asked, turn after turn, and beside it what is known of it. As high as its content, but at most a share of the view. */
final class QueryPane extends ScrollPane {

    private static final double LARGEST_SHARE = 0.3;

    private final VBox turns = new VBox();
    private final GridPane facts = new GridPane();
    private final Beside content = new Beside(turns, facts);
    private final Executor later;
    private final Consumer<String> openLink;

    QueryPane(Executor later, Consumer<String> openLink) {
        this.later = later;
        this.openLink = openLink;
        getStyleClass().addAll("responses-query", "responses-scroll");
        content.getStyleClass().add("responses-query-content");
        facts.getStyleClass().add("responses-facts");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setAccessibleText("The query");
        content.heightProperty().subscribe(this::requestLayout);
    }

    /** Height that it wants in a view of this size. */
    double height(double viewWidth, double viewHeight) {
        return Math.min(Math.ceil(content.prefHeight(viewWidth)) + 1, Math.rint(LARGEST_SHARE * viewHeight));
    }

    Region content() {
        return content;
    }

    void show(Sheet sheet, boolean concealed) {
        turns.getChildren().clear();
        for (int i = 0; i < sheet.turns().size(); i++) {
            if (sheet.turns().size() > 1) {
                Label turn = new Label("Turn " + (i + 1));
                turn.getStyleClass().add("responses-turn");
                turns.getChildren().add(turn);
            }
            turns.getChildren().add(view(sheet.turns().get(i)));
        }
        setVvalue(0);
        facts.getChildren().clear();
        if (!sheet.query().source().isEmpty()) {
            fact("Source", sheet.query().source(), Optional.empty());
        }
        sheet.run().ifPresent(run -> showRun(sheet, run, concealed));
        int most = sheet.answers().stream().mapToInt(answer -> answer.replicates().size()).max().orElse(0);
        if (most > 1) {
            fact("Replicates", "up to " + most + ", spread shown as lines", Optional.empty());
        }
    }

    private DocumentView view(Document document) {
        DocumentView view = new DocumentView(later, openLink);
        view.show(document);
        return view;
    }

    private void showRun(Sheet sheet, JudgingRun run, boolean concealed) {
        fact("Judged by", run.engine().equals("local") ? "local engine, no language model" : run.engine(), Optional.empty());
        if (!run.auxiliaries().isEmpty()) {
            int auxiliaries = run.auxiliaries().size();
            fact(
                    "Criteria",
                    "%d, from %d auxiliary %s".formatted(sheet.criteria().size(), auxiliaries, auxiliaries == 1 ? "answer" : "answers"),
                    concealed ? Optional.empty() : Optional.of(String.join(", ", run.auxiliaries())));
        }
        if (concealed) {
            return;
        }
        run.baseline().ifPresent(baseline -> fact("Baseline", baseline, Optional.of(baseline)));
        if (run.divisor() != 1) {
            fact(
                    "Scale",
                    String.format(Locale.ROOT, "%.0f–%.0f; in profiles times %.0f", run.low(), run.high(), run.divisor()),
                    Optional.of("Profiles, figures and exports give the sum of weight times score over the criteria. The weights sum to %.0f: 4.22 here is 422 there."
                            .formatted(run.divisor())));
        }
        if (sheet.baseline().isPresent()) {
            double margin = new Comparison(sheet, run).margin();
            fact(
                    "Colours",
                    String.format(Locale.ROOT, "better or worse by %.2f or more", margin),
                    Optional.of(("Filled: better (blue) or worse (orange) than the baseline by at least %.2f. Hollow: closer. One answer is one"
                                    + " observation, so this is no test; from three answers of a subject on, the 95 %% interval of their mean decides.")
                            .formatted(margin)));
        }
    }

    private void fact(String name, String value, Optional<String> more) {
        Label key = new Label(name);
        key.getStyleClass().add("secondary");
        key.setMinWidth(USE_PREF_SIZE);
        Label text = new Label(value);
        text.getStyleClass().add("responses-fact");
        text.setTooltip(TextTip.of(more.orElse(value)));
        facts.addRow(facts.getRowCount(), key, text);
        GridPane.setValignment(key, VPos.TOP);
        GridPane.setHalignment(key, HPos.LEFT);
    }
}
