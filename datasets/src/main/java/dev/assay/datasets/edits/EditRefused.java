package dev.assay.datasets.edits;

/** An edit cannot be applied or reverted, as what it is about has changed meanwhile. */
public final class EditRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param reason what is different now, as the second half of a sentence: "the tags of query 701 have changed since" */
    public EditRefused(String reason) {
        super(reason);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
