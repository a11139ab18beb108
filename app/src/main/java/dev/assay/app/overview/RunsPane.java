package dev.assay.app.overview;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What was done to the study, the latest first: by whom, how it ended, and the way to go on where something is left. */
final class RunsPane extends VBox {

    private final Panel panel = new Panel("Recent runs");
    private final Consumer<RunLine> open;
    private final Consumer<RunLine> goOn;

    RunsPane(OverviewModel model, Consumer<RunLine> open, Consumer<RunLine> goOn) {
        this.open = open;
        this.goOn = goOn;
        Hyperlink all = new Hyperlink();
        all.getStyleClass().add("link");
        all.setMinWidth(Region.USE_PREF_SIZE);
        all.setOnAction(event -> model.allRuns().set(!model.allRuns().get()));
        panel.end(all);
        getChildren().add(panel);
        model.runs().subscribe(runs -> {
            int total = model.glance().get().map(glance -> glance.runs().size()).orElse(0);
            all.setVisible(total > OverviewModel.FEW_RUNS);
            all.setText(model.allRuns().get() ? "Only the latest" : String.format(Locale.ROOT, "All %,d runs", total));
            show(runs);
        });
    }

    private void show(List<RunLine> runs) {
        panel.getChildren().remove(1, panel.getChildren().size());
        if (runs.isEmpty()) {
            Label nothing = new Label("Nothing was done yet.");
            nothing.getStyleClass().addAll("muted", "overview-nothing");
            panel.getChildren().add(nothing);
            return;
        }
        HBox header = new HBox(
                cell("#", "overview-run-number", "secondary"), cell("Step", "overview-run-step", "secondary"),
                grow(cell("Judge, engine or file", "secondary")), cell("State", "overview-run-state", "secondary"),
                cell("Units", "overview-number", "secondary"));
        header.getStyleClass().add("overview-row-header");
        VBox rows = new VBox(header);
        rows.getStyleClass().add("overview-rows");
        runs.forEach(run -> rows.getChildren().add(row(run)));
        panel.getChildren().add(rows);
    }

    private Node row(RunLine line) {
        Label by = grow(cell(line.by(), "muted"));
        by.setTooltip(new Tooltip(line.by() + "\nRun " + line.run().id()));
        HBox state = new HBox(chip(line));
        state.getStyleClass().add("overview-run-state");
        if (line.canGoOn()) {
            Button again = new Button("", new FontIcon(Feather.ROTATE_CW));
            again.getStyleClass().addAll("icon-button", "overview-again");
            String words = line.units().failed() > 0 ? "Try again what failed in run " + line.number() : "Go on with run " + line.number();
            again.setAccessibleText(words);
            again.setTooltip(new Tooltip(words));
            again.setOnAction(event -> goOn.accept(line));
            state.getChildren().add(again);
        }
        String units = String.format(Locale.ROOT, "%,d", line.units().done());
        Node[] cells = {
            cell(Integer.toString(line.number()), "overview-run-number", "muted"), cell(line.step(), "overview-run-step"), by, state,
            cell(units, "overview-number")
        };
        String leads = line.isJudging() ? ": open its profile" : ": open it in Jobs";
        return new LinkRow("Run " + line.number() + ", " + line.step() + ", " + line.by() + leads, () -> open.accept(line), cells);
    }

    private static Label chip(RunLine line) {
        Label chip = switch (line.run().state()) {
            case DONE -> chip("done", Feather.CHECK, "");
            case PARTLY_DONE -> chip(String.format(Locale.ROOT, "%,d failed", line.units().failed()), Feather.ALERT_TRIANGLE, "failed");
            case FAILED -> chip("failed", Feather.ALERT_TRIANGLE, "failed");
            case RUNNING -> chip("running", Feather.PLAY, "running");
            case QUEUED -> chip("waiting", Feather.CLOCK, "");
            case PAUSED, CANCELLED, INTERRUPTED -> chip(share(line), Feather.PAUSE, "neutral");
        };
        chip.setMinWidth(Region.USE_PREF_SIZE);
        return chip;
    }

    private static String share(RunLine line) {
        long total = line.units().total();
        String state = line.run().state().inStudy();
        boolean hasShare = total > line.units().done();
        return hasShare ? String.format(Locale.ROOT, "%s, %.0f\u2009%%", state, Math.floor(100.0 * line.units().done() / total)) : state;
    }

    private static Label chip(String words, Feather icon, String style) {
        Label chip = new Label(words, new FontIcon(icon));
        chip.getStyleClass().add("chip");
        if (!style.isEmpty()) {
            chip.getStyleClass().add(style);
        }
        return chip;
    }

    private static <R extends Region> R grow(R region) {
        HBox.setHgrow(region, Priority.ALWAYS);
        region.setMaxWidth(Double.MAX_VALUE);
        region.setMinWidth(0);
        return region;
    }

    private static Label cell(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
