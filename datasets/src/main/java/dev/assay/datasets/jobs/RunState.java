package dev.assay.datasets.jobs;

import java.util.Locale;

/** How far a run is. */
public enum RunState {
    QUEUED,
    RUNNING,
    PAUSED,
    /** The program ended while it was running; the same command goes on with it. */
    INTERRUPTED,
    DONE,
    /** Done, but some units failed. */
    PARTLY_DONE,
    FAILED,
    CANCELLED;

    /** Whether nothing more happens unless the run is begun again. */
    public boolean isEnd() {
        return switch (this) {
            case DONE, PARTLY_DONE, FAILED, CANCELLED -> true;
            case QUEUED, RUNNING, PAUSED, INTERRUPTED -> false;
        };
    }

    /** Whether someone, or the end of the program, stopped it before its end. */
    public boolean isStopped() {
        return this == PAUSED || this == INTERRUPTED || this == CANCELLED;
    }

    /** As it stands in the study: lower case, words separated by a space. */
    public String inStudy() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public static RunState fromStudy(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
}
