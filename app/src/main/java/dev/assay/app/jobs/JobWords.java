package dev.assay.app.jobs;

import dev.assay.app.workbench.Job;
import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.models.ledger.Spending;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Numbers and states of jobs as people read them. */
final class JobWords {

    private static final DateTimeFormatter BEGUN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private JobWords() {}

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String units(JobRow row) {
        return row.total() < 0 ? count(row.done()) : count(row.done()) + " / " + count(row.total());
    }

    /** "2 min 10 s". */
    static String duration(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3_600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : String.format(Locale.ROOT, "%,d h %d min", seconds / 3_600, seconds / 60 % 60);
    }

    static String begun(Instant time) {
        return BEGUN.format(time.atZone(ZoneId.systemDefault()));
    }

    static String tokens(Spending spent) {
        return spent.calls() == 0 ? "" : count(spent.tokensIn() + spent.tokensOut());
    }

    static Label chip(JobRow row) {
        if (row.stopping().isPresent()) {
            return chip(Job.Status.inWords(row.state(), row.stopping()), row.stopping().get() == RunState.PAUSED ? Feather.PAUSE : Feather.X, "neutral");
        }
        return switch (row.state()) {
            case DONE -> chip("done", Feather.CHECK, "");
            case PARTLY_DONE -> chip("partly done", Feather.ALERT_TRIANGLE, "failed");
            case FAILED -> chip("failed", Feather.ALERT_TRIANGLE, "failed");
            case RUNNING -> chip("running", Feather.PLAY, "running");
            case QUEUED -> chip("waiting", Feather.CLOCK, "");
            case PAUSED, INTERRUPTED, CANCELLED -> chip(row.state().inStudy(), row.state() == RunState.CANCELLED ? Feather.X : Feather.PAUSE, "neutral");
        };
    }

    private static Label chip(String words, Feather icon, String style) {
        Label chip = new Label(words, new FontIcon(icon));
        chip.getStyleClass().add("chip");
        if (!style.isEmpty()) {
            chip.getStyleClass().add(style);
        }
        chip.setMinWidth(Region.USE_PREF_SIZE);
        return chip;
    }
}
