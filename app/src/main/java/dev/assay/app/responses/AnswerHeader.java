package dev.assay.app.responses;

import dev.assay.app.responses.Comparison.Shown;
import dev.assay.app.responses.Comparison.Verdict;
import dev.assay.app.responses.Judged.Failed;
import dev.assay.app.responses.Judged.Scored;
import dev.assay.app.responses.Judged.Unjudged;
import dev.assay.app.text.TextTip;
import dev.assay.judges.statistics.Interval;
import java.util.Optional;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands above an answer: whose it is, its score, how long it is, and a menu of what can be done with the column. */
final class AnswerHeader extends VBox {

    private final ColumnCommands commands;

    AnswerHeader(ColumnCommands commands) {
        this.commands = commands;
        getStyleClass().add("responses-answer-header");
    }

    /** @param comparison empty where no run has judged */
    void show(Column column, Optional<Comparison> comparison, Optional<JudgingRun> run, boolean concealed) {
        Label name = new Label(column.name());
        name.getStyleClass().addAll("strong", "responses-name");
        name.setTooltip(TextTip.of(column.name()));
        name.setMinWidth(0);
        HBox first = new HBox(8, name);
        first.getStyleClass().add("responses-header-line");
        if (column.pinned()) {
            FontIcon pin = new FontIcon(Feather.MAP_PIN);
            pin.setAccessibleText("Stays at the left");
            pin.getStyleClass().add("responses-pin");
            first.getChildren().add(pin);
        }
        if (column.answer().baseline() && !concealed) {
            first.getChildren().add(chip("baseline", "neutral"));
        }
        if (commands.isReference(column)) {
            FontIcon reference = new FontIcon(Feather.CROSSHAIR);
            reference.setAccessibleText("The others are compared with this answer");
            reference.getStyleClass().add("responses-pin");
            first.getChildren().add(reference);
        }
        first.getChildren().addAll(grow(), replicates(column), menu(column));
        HBox second = new HBox(8);
        second.getStyleClass().add("responses-header-line");
        if (!concealed) {
            addScore(second, column, comparison, run);
        }
        Label characters = new Label("%,d characters".formatted(column.chosen().characters()));
        characters.getStyleClass().add("secondary");
        characters.setMinWidth(USE_PREF_SIZE);
        second.getChildren().addAll(grow(), characters);
        getChildren().setAll(first, second);
    }

    private void addScore(HBox line, Column column, Optional<Comparison> comparison, Optional<JudgingRun> run) {
        switch (column.chosen().judged()) {
            case Failed(String reason) -> {
                Label failed = chip("failed", "failed");
                failed.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
                failed.setTooltip(TextTip.of(reason));
                Label why = new Label(reason);
                why.getStyleClass().add("secondary");
                why.setMinWidth(0);
                why.setTooltip(TextTip.of(reason));
                line.getChildren().addAll(failed, why);
            }
            case Unjudged() -> {
                if (run.isPresent()) {
                    line.getChildren().add(chip("not judged", "waiting"));
                }
            }
            case Scored scored -> comparison
                    .flatMap(with -> with.total(column.answer(), column.replicate()))
                    .ifPresent(shown -> addShown(line, shown, run.orElseThrow()));
        }
    }

    private static void addShown(HBox line, Shown shown, JudgingRun run) {
        Label score = new Label(run.print(shown.score()));
        score.getStyleClass().add("strong");
        score.setMinWidth(USE_PREF_SIZE);
        tint(score, shown.verdict());
        line.getChildren().add(score);
        shown.interval().ifPresent(interval -> {
            Label half = new Label(half(run, interval));
            half.getStyleClass().add("secondary");
            half.setMinWidth(USE_PREF_SIZE);
            half.setTooltip(new Tooltip("95 %% interval of the mean of the subject's answers: [%s, %s]"
                    .formatted(run.print(interval.low()), run.print(interval.high()))));
            line.getChildren().add(half);
        });
        DotStrip strip = new DotStrip(run.low(), run.high(), shown, true);
        strip.setMinWidth(30);
        HBox.setHgrow(strip, Priority.SOMETIMES);
        line.getChildren().add(strip);
    }

    static String half(JudgingRun run, Interval interval) {
        return "±" + run.print(interval.width() / 2);
    }

    static void tint(Label label, Verdict verdict) {
        switch (verdict) {
            case BETTER -> label.getStyleClass().add("better-text");
            case WORSE -> label.getStyleClass().add("worse-text");
            case SAME, NONE -> {}
        }
    }

    static Label chip(String text, String kind) {
        Label chip = new Label(text);
        chip.getStyleClass().addAll("chip", kind);
        chip.setMinWidth(USE_PREF_SIZE);
        return chip;
    }

    static Region grow() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private Region replicates(Column column) {
        int all = column.answer().replicates().size();
        if (all < 2) {
            return new Region();
        }
        int at = column.answer().replicates().indexOf(column.chosen());
        Button button = new Button("answer %d of %d".formatted(at + 1, all));
        button.getStyleClass().addAll("flat", "responses-small-button");
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip("Show another of the answers of " + column.name()));
        ContextMenu menu = new ContextMenu();
        for (Answer.Replicate replicate : column.answer().replicates()) {
            MenuItem item = new MenuItem("Answer " + (column.answer().replicates().indexOf(replicate) + 1));
            item.setOnAction(event -> commands.chooseReplicate(column, replicate.number()));
            menu.getItems().add(item);
        }
        button.setOnAction(event -> menu.show(button, Side.BOTTOM, 0, 2));
        return button;
    }

    private Button menu(Column column) {
        Button button = new Button("", new FontIcon(Feather.MORE_HORIZONTAL));
        button.getStyleClass().addAll("icon-button", "responses-menu");
        button.setAccessibleText("What to do with the answer of " + column.name());
        button.setTooltip(new Tooltip("Pin, move, hide, compare, copy"));
        button.setOnAction(event -> commands.menu(column).show(button, Side.BOTTOM, 0, 2));
        return button;
    }
}
