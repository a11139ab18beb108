package dev.assay.app.jobs;

import dev.assay.app.controls.Presence;
import dev.assay.app.steps.Money;
import dev.assay.app.text.CleanText;
import dev.assay.app.text.Wrapping;
import dev.assay.app.workbench.Job;
import dev.assay.datasets.Counted;
import dev.assay.datasets.models.ledger.Spending;
import dev.assay.datasets.responding.Responding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One job: how far it is, what it has cost, why units failed, what it was begun with, and what can be done with it. */
final class JobDetailsPane extends VBox {

    /** What can be done from here. */
    interface Uses {
        void goOn();

        void pause();

        void cancel();

        /** Asks first. */
        void giveUpBatches();

        /** @param now the budget as it is, to be typed over */
        void changeBudget(String now);

        void openQuery(String id);
    }

    private final boolean writable;
    private final Uses uses;
    private final Label title = new Label();
    private final Label what = words("secondary");
    private final Label message = words("callout");
    private final ProgressBar bar = new ProgressBar();
    private final Label progress = words("muted");
    private final Label cost = words("muted");
    private final Button goOn = button("", Feather.PLAY);
    private final Button pause = button("Pause", Feather.PAUSE);
    private final Button cancel = button("Cancel", Feather.X);
    private final Button budget = button("Budget…", Feather.EDIT_2);
    private final Button giveUp = button("Give up batches…", Feather.X);
    private final FlowPane buttons = new FlowPane(8, 8, goOn, pause, cancel, budget, giveUp);
    private final Label limit = words("muted");
    private final VBox batches = new VBox();
    private final VBox failures = new VBox();
    private final VBox specification = new VBox();

    JobDetailsPane(JobsModel model, Uses uses) {
        this.writable = model.writable();
        this.uses = uses;
        getStyleClass().add("jobs-details");
        getStylesheets().add(JobsView.STYLESHEET);
        setMinWidth(0);
        title.getStyleClass().add("panel-title");
        Wrapping.on(title);
        bar.getStyleClass().add("jobs-wide-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText("Progress");
        failures.getStyleClass().add("jobs-failures");
        batches.getStyleClass().add("jobs-failures");
        specification.getStyleClass().add("jobs-specification");
        goOn.setOnAction(event -> uses.goOn());
        pause.setOnAction(event -> uses.pause());
        cancel.setOnAction(event -> uses.cancel());
        giveUp.setOnAction(event -> uses.giveUpBatches());
        getChildren().addAll(new VBox(2, title, what), message, bar, progress, buttons, cost, limit, batches, failures, specification);
        model.chosen().subscribe(row -> row.ifPresent(now -> follow(now, model.details().get())));
        model.details().subscribe(now -> {
            show(now);
            model.chosen().get().ifPresent(row -> follow(row, now));
        });
    }

    private void follow(JobRow row, Optional<JobDetails> known) {
        title.setText(row.step() + ", " + Job.Status.inWords(row.state(), row.stopping()));
        Presence.of(what, row.what());
        Presence.of(message, CleanText.of(row.message()));
        boolean isMoving = row.isUnderWay() && row.total() > 0;
        Presence.of(bar, isMoving);
        bar.setProgress(isMoving ? (double) row.done() / row.total() : 0);
        Presence.of(progress, progress(row));
        Presence.of(cost, cost(row.spent()));
        goOn.setText(row.goOnWords());
        Presence.of(goOn, row.canGoOn(writable));
        Presence.of(pause, row.isUnderWay());
        Presence.of(cancel, row.isUnderWay());
        pause.setDisable(!row.canPause());
        cancel.setDisable(!row.canCancel());
        Presence.of(budget, row.canGoOn(writable) && row.run().filter(run -> run.step().equals(Responding.STEP)).isPresent());
        boolean hasBatches = known.filter(details -> row.run().filter(run -> run.id().equals(details.run().id())).isPresent() && details.hasOpenBatches()).isPresent();
        Presence.of(giveUp, writable && hasBatches && !row.isUnderWay());
        cancel.setTooltip(hasBatches ? new Tooltip("Also cancels its batches at the service; what they have made by then is paid") : null);
        pause.setTooltip(hasBatches ? new Tooltip("Its batches go on at the service") : null);
        Presence.of(buttons, row.canGoOn(writable) || row.isUnderWay() || giveUp.isVisible());
    }

    private static String progress(JobRow row) {
        List<String> parts = new ArrayList<>();
        if (row.total() >= 0) {
            parts.add(JobWords.units(row) + (row.total() == 1 ? " unit" : " units"));
        }
        if (row.failed() > 0) {
            parts.add(JobWords.count(row.failed()) + " failed");
        }
        row.took().map(JobWords::duration).ifPresent(parts::add);
        row.left().map(left -> JobWords.duration(left) + " left").ifPresent(parts::add);
        return String.join(" · ", parts);
    }

    private static String cost(Spending spent) {
        if (spent.calls() == 0) {
            return spent.failed() == 0 ? "" : "No call was made";
        }
        String failed = spent.failed() == 0 ? "" : String.format(Locale.ROOT, ", %,d failed", spent.failed());
        return String.format(
                Locale.ROOT, "%s%s · %s in, %,d out · %s", Counted.of(spent.calls(), "call"), failed, Counted.of(spent.tokensIn(), "token"), spent.tokensOut(), Money.inWords(spent));
    }

    private void show(Optional<JobDetails> details) {
        batches.getChildren().clear();
        failures.getChildren().clear();
        specification.getChildren().clear();
        details.ifPresent(found -> {
            if (!found.batches().isEmpty()) {
                batches.getChildren().add(section("Batches"));
                found.batches().forEach(each -> batches.getChildren().add(batch(each)));
            }
            if (!found.failures().isEmpty()) {
                failures.getChildren().add(section("Failures"));
                found.failures().forEach(group -> failures.getChildren().add(failure(group)));
            }
            specification.getChildren().add(section("What it was begun with"));
            found.specification().forEach(line -> specification.getChildren().add(line(line)));
        });
        Presence.of(limit, details.flatMap(JobDetails::budget).map(amount -> "Budget of the run " + Money.of(amount)).orElse(""));
        details.flatMap(JobDetails::budget).ifPresentOrElse(
                amount -> budget.setOnAction(event -> uses.changeBudget(Double.toString(amount))),
                () -> budget.setOnAction(event -> uses.changeBudget("")));
        Presence.of(batches, !batches.getChildren().isEmpty());
        Presence.of(failures, !failures.getChildren().isEmpty());
        Presence.of(specification, !specification.getChildren().isEmpty());
    }

    private static Node batch(JobDetails.BatchLine line) {
        String counts = String.format(
                Locale.ROOT, "%s · %,d waiting, %,d done, %,d failed", line.batch().state().inStudy(), line.counts().waiting(), line.counts().done(),
                line.counts().failed());
        VBox box = new VBox(filled(CleanText.of(line.batch().model()), "medium"), filled(counts, "plain"));
        if (!line.batch().message().isEmpty()) {
            box.getChildren().add(filled(CleanText.of(line.batch().message()), "secondary"));
        }
        return box;
    }

    private Node failure(Failures group) {
        Label cause = new Label(JobWords.count(group.units()) + " × " + CleanText.of(group.cause()), new FontIcon(Feather.ALERT_TRIANGLE));
        cause.getStyleClass().add("strong");
        Wrapping.on(cause);
        VBox box = new VBox(cause);
        box.getStyleClass().addAll("callout", "jobs-failure");
        if (!group.words().isEmpty()) {
            box.getChildren().add(filled(sentence(group.words()), "plain"));
        }
        if (!group.advice().isEmpty()) {
            box.getChildren().add(filled(group.advice(), "secondary"));
        }
        Failures.Example example = group.example();
        box.getChildren().add(filled(example.subject().isEmpty() ? "For example" : "For example, " + CleanText.of(example.subject()), "medium"));
        example.query().ifPresent(query -> {
            Hyperlink link = new Hyperlink("Query " + JobWords.count(query.number()));
            link.getStyleClass().add("link");
            link.setOnAction(event -> uses.openQuery(query.id()));
            box.getChildren().addAll(link, filled(query.begin(), "secondary"));
        });
        if (!example.detail().isEmpty()) {
            box.getChildren().add(filled(example.detail(), "plain"));
        }
        example.reply().ifPresent(reply -> {
            Label text = filled(reply, "code");
            text.getStyleClass().add("jobs-reply");
            text.setAccessibleText("How the reply begins: " + reply);
            box.getChildren().addAll(filled("The reply begins", "secondary"), text);
        });
        return box;
    }

    private static Node line(JobDetails.Line line) {
        Label name = new Label(line.name());
        name.getStyleClass().add("secondary");
        return new VBox(name, filled(CleanText.of(line.value()), "plain"));
    }

    private static String sentence(String clause) {
        return Character.toUpperCase(clause.charAt(0)) + clause.substring(1) + ".";
    }

    private static Label section(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("section-title");
        return label;
    }

    private static Label filled(String text, String style) {
        Label label = words(style);
        label.setText(text);
        return label;
    }

    private static Label words(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinHeight(Region.USE_PREF_SIZE);
        Wrapping.on(label);
        return label;
    }

    private static Button button(String text, Feather icon) {
        Button button = new Button(text, new FontIcon(icon));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
