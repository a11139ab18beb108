package dev.assay.datasets.models.batches;

import java.util.Locale;

/** How far a batch is. */
public enum BatchState {
    /** Requests are still added. */
    COLLECTING,
    /** Complete, and to be uploaded. */
    WRITTEN,
    /** Its file was handed to a person, who brings the results. */
    BY_HAND,
    /** The service has the file; whether it has begun is to be found out. */
    UPLOADED,
    /** The service works on it. */
    RUNNING,
    DONE,
    /** It came back, but some calls failed. */
    PARTLY_DONE,
    /** The service did not get to all calls in time. */
    EXPIRED,
    CANCELLED,
    /** The service did not accept it. */
    FAILED;

    /** Whether nothing more comes of it. */
    public boolean isEnd() {
        return switch (this) {
            case COLLECTING, WRITTEN, BY_HAND, UPLOADED, RUNNING -> false;
            case DONE, PARTLY_DONE, EXPIRED, CANCELLED, FAILED -> true;
        };
    }

    /** As it stands in the study: lower case, words separated by a space. */
    public String inStudy() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static BatchState fromStudy(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
}
