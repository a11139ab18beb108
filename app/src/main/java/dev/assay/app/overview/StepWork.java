package dev.assay.app.overview;

/** What can be done from the overview. */
enum StepWork {
    IMPORT("Import data"),
    TAG("Tag the queries"),
    /** Shows the set-up first. */
    JUDGE("Judge by PC2…"),
    /** With the latest run, as it was set up. */
    GO_ON("Go on judging"),
    READ_ANSWERS("Read the answers"),
    SEE_PROFILE("Look at the profiles"),
    SEE_FIGURES("Look at the figures");

    private final String title;

    StepWork(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Whether it changes the study. */
    boolean changes() {
        return switch (this) {
            case IMPORT, TAG, JUDGE, GO_ON -> true;
            case READ_ANSWERS, SEE_PROFILE, SEE_FIGURES -> false;
        };
    }
}
