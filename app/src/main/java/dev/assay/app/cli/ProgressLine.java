package dev.assay.app.cli;

import dev.assay.datasets.jobs.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Progress on standard error: one line that is written over in a terminal, a line every few seconds elsewhere. */
final class ProgressLine implements Progress {

    private static final Duration IN_TERMINAL = Duration.ofMillis(100);
    private static final Duration ELSEWHERE = Duration.ofSeconds(5);

    private final PrintStream err;
    private final boolean terminal;
    private final boolean quiet;
    private String step = "";
    private long begun;
    private long lastShown;
    private boolean lineOpen;

    ProgressLine(PrintStream err, boolean terminal, boolean quiet) {
        this.err = err;
        this.terminal = terminal;
        this.quiet = quiet;
    }

    @Override
    public synchronized void update(String name, long done, long total) {
        if (quiet) {
            return;
        }
        long now = System.nanoTime();
        if (!name.equals(step)) {
            step = name;
            begun = now;
            lastShown = now;
        }
        Duration pause = terminal ? IN_TERMINAL : ELSEWHERE;
        if (now - lastShown >= pause.toNanos()) {
            lastShown = now;
            show(line(done, total, now - begun));
        }
    }

    /** Ends the line that is being written over, if any. */
    synchronized void finish() {
        if (lineOpen) {
            err.print("\r\033[K");
            err.flush();
            lineOpen = false;
        }
    }

    private void show(String line) {
        if (terminal) {
            err.print("\r\033[K" + line);
            err.flush();
            lineOpen = true;
        } else {
            err.println(line);
        }
    }

    private String line(long done, long total, long nanos) {
        if (total <= 0) {
            return String.format(Locale.ROOT, "%s: %,d", step, done);
        }
        double seconds = nanos / 1e9;
        String left = done == 0 ? "" : String.format(Locale.ROOT, ", %.0f s left", seconds * (total - done) / done);
        return String.format(Locale.ROOT, "%s: %,d of %,d (%.0f %%%s)", step, done, total, 100.0 * done / total, left);
    }
}
