package dev.assay.app.shell;

import dev.assay.app.controls.Presence;
import dev.assay.app.controls.SteadyLabel;
import dev.assay.app.controls.TextWidth;
import dev.assay.app.steps.Money;
import dev.assay.app.workbench.Costs;
import dev.assay.app.workbench.Job;
import dev.assay.app.workbench.Job.Status;
import dev.assay.app.workbench.Jobs;
import dev.assay.datasets.jobs.RunState;
import java.time.Duration;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
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

    /** Narrower than so many em, buttons show their icons alone and the bar is short. */
    private static final double ROOMY = 62;
    /** Narrower than so many em, the time left is left out. */
    private static final double TIGHT = 50;
    /** The same where nothing moves any more: there are fewer numbers. */
    private static final double ROOMY_AT_REST = 42;
    /** A long name is cut to so many em before anything else is. */
    private static final double SHORT_NAME = 6;
    private static final double LONG_BAR = 14;
    private static final double SHORT_BAR = 4;

    private final Job job;
    private final Costs costs;
    private final Label name = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Label state = new Label();
    private final Label counts = new SteadyLabel();
    private final Label left = new SteadyLabel();
    private final Label failed = new SteadyLabel();
    private final Label cost = new SteadyLabel();
    private final Label message = new Label();
    private final Button pause = button("Pause", Feather.PAUSE);
    private final Button cancel = button("Cancel", Feather.X);
    private final Button goOn = button("Go on", Feather.PLAY);
    private final Button forget = button("Dismiss", Feather.X);
    private final Subscription following;

    JobLine(Jobs jobs, Costs costs, Job job) {
        this.job = job;
        this.costs = costs;
        getStyleClass().add("job-line");
        setAlignment(Pos.CENTER_LEFT);
        name.setText(job.name());
        name.setTooltip(new Tooltip(job.name()));
        name.getStyleClass().add("strong");
        name.fontProperty().subscribe(font -> name.setMinWidth(Math.ceil(Math.min(TextWidth.of(job.name(), font), SHORT_NAME * font.getSize()))));
        bar.setMinWidth(0);
        bar.getStyleClass().add("job-bar");
        bar.setAccessibleText("Progress of " + job.name());
        state.setMinWidth(Region.USE_PREF_SIZE);
        failed.getStyleClass().add("failed-text");
        failed.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
        for (Label label : new Label[] {counts, left, cost, message}) {
            label.getStyleClass().add("muted");
        }
        // It takes the room that is left, and nothing from the others.
        message.setMinWidth(0);
        message.setPrefWidth(0);
        message.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(message, Priority.ALWAYS);
        pause.setOnAction(event -> job.pause());
        cancel.setOnAction(event -> job.cancel());
        goOn.setOnAction(event -> jobs.goOn(job));
        forget.setOnAction(event -> jobs.forget(job));
        getChildren().addAll(name, bar, state, counts, left, failed, cost, message, pause, cancel, goOn, forget);
        following = job.status().subscribe(this::show)
                .and(costs.spent().subscribe(now -> price()))
                .and(widthProperty().subscribe(width -> fit()))
                .and(name.fontProperty().subscribe(font -> fit()));
    }

    void close() {
        following.unsubscribe();
    }

    private void show(Status status) {
        boolean isRunning = status.state() == RunState.RUNNING;
        bar.setProgress(status.fraction());
        boolean isMoving = isRunning && status.stopping().isEmpty();
        Presence.of(bar, isMoving);
        chip(status);
        Presence.of(state, !isMoving);
        Presence.of(counts, status.total() <= 0 ? "" : String.format(Locale.ROOT, "%,d / %,d", status.done(), status.total()));
        // The chip of what is partly done says it already.
        Presence.of(failed, status.failed() == 0 || status.state() == RunState.PARTLY_DONE ? "" : failures(status));
        message.setText(status.message().isEmpty() ? status.doing() : status.message());
        message.setTooltip(message.getText().isEmpty() ? null : new Tooltip(message.getText()));
        price();
        Presence.of(pause, job.isUnderWay());
        Presence.of(cancel, job.isUnderWay());
        pause.setDisable(!job.canPause());
        cancel.setDisable(!job.canCancel());
        say(goOn, status.state() == RunState.PARTLY_DONE ? "Retry failed" : status.state() == RunState.FAILED ? "Try again" : "Go on");
        Presence.of(goOn, job.canGoOn());
        Presence.of(forget, !job.isUnderWay());
        fit();
    }

    /** Jobs take turns: the run that is worked on is that of the job whose turn it is. */
    private void price() {
        Costs.Spent now = costs.spent().get();
        boolean isRunning = job.status().get().state() == RunState.RUNNING;
        Presence.of(cost, now.running()
                .filter(run -> isRunning && !job.isAside() && now.of(run).calls() > 0)
                .map(run -> Money.inWords(now.of(run), now.budgetOf(run)))
                .orElse(""));
    }

    private void fit() {
        double em = name.getFont().getSize();
        double width = getWidth() == 0 ? Double.MAX_VALUE : getWidth() / em;
        boolean isRoomy = width >= (job.isUnderWay() ? ROOMY : ROOMY_AT_REST);
        bar.setPrefWidth(em * (isRoomy ? LONG_BAR : SHORT_BAR));
        for (Button button : new Button[] {pause, cancel, goOn, forget}) {
            button.setContentDisplay(isRoomy ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
        }
        Presence.of(left, width >= TIGHT ? job.status().get().left().map(time -> inWords(time) + " left").orElse("") : "");
    }

    private void chip(Status status) {
        state.setText(status.state() == RunState.PARTLY_DONE ? failures(status) : status.inWords());
        state.getStyleClass().setAll("label", "chip");
        state.setGraphic(new FontIcon(switch (status.stopping().orElse(status.state())) {
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

    private static String failures(Status status) {
        return String.format(Locale.ROOT, "%,d failed", status.failed());
    }

    static String inWords(Duration left) {
        long seconds = left.toSeconds();
        if (seconds < 60) {
            return Math.max(1, seconds) + " s";
        }
        return seconds < 5_400 ? (seconds + 30) / 60 + " min" : String.format(Locale.ROOT, "%.1f h", seconds / 3_600.0);
    }

    private static Button button(String text, Feather icon) {
        Button button = new Button(text, new FontIcon(icon));
        button.getStyleClass().add("tray-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        say(button, text);
        return button;
    }

    private static void say(Button button, String text) {
        if (!text.equals(button.getAccessibleText())) {
            button.setText(text);
            button.setAccessibleText(text);
            button.setTooltip(new Tooltip(text));
        }
    }
}
