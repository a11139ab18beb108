package dev.assay.app.shell;

import dev.assay.app.steps.Money;
import dev.assay.app.workbench.Costs;
import dev.assay.app.workbench.Job;
import dev.assay.app.workbench.Job.Status;
import dev.assay.app.workbench.Jobs;
import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.models.ledger.Spending;
import java.time.Duration;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One job in one line: name, progress, time left, what failed, and what can be done with it. */
final class JobLine extends HBox {

    private final Job job;
    private final ProgressBar bar = new ProgressBar();
    private final Label state = new Label();
    private final Label counts = new Label();
    private final Label cost = new Label();
    private final Label message = new Label();
    private final Button pause = new Button("Pause", new FontIcon(Feather.PAUSE));
    private final Button cancel = new Button("Cancel", new FontIcon(Feather.X));
    private final Button goOn = new Button("Go on", new FontIcon(Feather.PLAY));
    private final Button forget = new Button("Dismiss", new FontIcon(Feather.X));
    private final Subscription following;

    JobLine(Jobs jobs, Costs costs, Job job) {
        this.job = job;
        getStyleClass().add("job-line");
        setAlignment(Pos.CENTER_LEFT);
        Label name = new Label(job.name());
        name.getStyleClass().add("strong");
        name.setMinWidth(Region.USE_PREF_SIZE);
        bar.getStyleClass().add("job-bar");
        bar.setAccessibleText("Progress of " + job.name());
        counts.setMinWidth(Region.USE_PREF_SIZE);
        counts.getStyleClass().add("muted");
        message.getStyleClass().add("muted");
        HBox.setHgrow(message, Priority.ALWAYS);
        message.setMaxWidth(Double.MAX_VALUE);
        pause.setOnAction(event -> job.pause());
        cancel.setOnAction(event -> job.cancel());
        goOn.setOnAction(event -> jobs.goOn(job));
        forget.setOnAction(event -> jobs.forget(job));
        for (Button button : new Button[] {pause, cancel, goOn, forget}) {
            button.getStyleClass().add("tray-button");
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        cost.setMinWidth(Region.USE_PREF_SIZE);
        cost.getStyleClass().add("muted");
        following = job.status().subscribe(status -> show(name, status)).and(costs.spent().subscribe(this::price));
    }

    void close() {
        following.unsubscribe();
    }

    private void show(Label name, Status status) {
        boolean underWay = job.isUnderWay();
        getChildren().setAll(name);
        if (status.state() == RunState.RUNNING) {
            bar.setProgress(status.fraction());
            getChildren().add(bar);
        } else {
            chip(status);
            getChildren().add(state);
        }
        counts.setText(counted(status));
        message.setText(status.message().isEmpty() ? status.doing() : status.message());
        message.setTooltip(message.getText().isEmpty() ? null : new Tooltip(message.getText()));
        getChildren().addAll(counts, cost, message);
        cost.setManaged(status.state() == RunState.RUNNING && !cost.getText().isEmpty());
        cost.setVisible(cost.isManaged());
        if (underWay) {
            getChildren().addAll(pause, cancel);
        } else {
            if (job.canGoOn()) {
                goOn.setText(status.failed() > 0 ? "Retry failed" : status.state() == RunState.FAILED ? "Try again" : "Go on");
                getChildren().add(goOn);
            }
            getChildren().add(forget);
        }
    }

    /** Jobs take turns: the run that is worked on is that of the job whose turn it is. */
    private void price(Costs.Spent now) {
        Spending spent = now.running().filter(run -> !job.isAside()).map(now::of).orElse(Spending.NOTHING);
        cost.setText(spent.calls() == 0 ? "" : Money.inWords(spent));
        cost.setManaged(job.status().get().state() == RunState.RUNNING && spent.calls() > 0);
        cost.setVisible(cost.isManaged());
    }

    private void chip(Status status) {
        state.setText(status.state() == RunState.PARTLY_DONE
                ? String.format(Locale.ROOT, "%,d failed", status.failed())
                : status.state().inStudy());
        state.setMinWidth(Region.USE_PREF_SIZE);
        state.getStyleClass().setAll("label", "chip");
        state.setGraphic(new FontIcon(switch (status.state()) {
            case DONE -> Feather.CHECK;
            case QUEUED -> Feather.CLOCK;
            case RUNNING -> Feather.PLAY;
            case PAUSED -> Feather.PAUSE;
            case CANCELLED, INTERRUPTED -> Feather.X;
            case PARTLY_DONE, FAILED -> Feather.ALERT_TRIANGLE;
        }));
        if (status.state() == RunState.FAILED || status.state() == RunState.PARTLY_DONE) {
            state.getStyleClass().add("failed");
        }
    }

    private static String counted(Status status) {
        if (status.total() <= 0) {
            return "";
        }
        String units = String.format(Locale.ROOT, "%,d / %,d", status.done(), status.total());
        return status.left().map(left -> units + " · " + inWords(left) + " left").orElse(units);
    }

    static String inWords(Duration left) {
        long seconds = left.toSeconds();
        if (seconds < 60) {
            return Math.max(1, seconds) + " s";
        }
        return seconds < 5_400 ? (seconds + 30) / 60 + " min" : String.format(Locale.ROOT, "%.1f h", seconds / 3_600.0);
    }
}
