package dev.assay.app.overview;

import dev.assay.app.jobs.StepSetup;

/** What can be done from the overview. */
enum StepWork {
    IMPORT("Import data"),
    /** Shows the set-up first. */
    RESPOND("Have models answer…"),
    /** With the latest run, as it was set up. */
    GO_ON_ANSWERING("Go on answering"),
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

    /** What a step that was started does. */
    static StepWork of(StepSetup setup) {
        return switch (setup) {
            case StepSetup.Tag tag -> TAG;
            case StepSetup.Judge judge -> JUDGE;
            case StepSetup.Respond respond -> RESPOND;
        };
    }

    /** Whether it changes the study. */
    boolean changes() {
        return switch (this) {
            case IMPORT, RESPOND, GO_ON_ANSWERING, TAG, JUDGE, GO_ON -> true;
            case READ_ANSWERS, SEE_PROFILE, SEE_FIGURES -> false;
        };
    }
}
