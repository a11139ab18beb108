package dev.assay.app.cli;

/** What the exit codes of the program mean. */
final class ExitCode {

    static final int DONE = 0;
    /** Some units failed; they are listed, and the same command goes on with them. */
    static final int DONE_IN_PART = 1;
    /** Bad usage or bad input: nothing was changed. */
    static final int BAD_INPUT = 2;
    /** Stopped by budget, cancel, interrupt or a full disk: what was done is kept, the same command goes on. */
    static final int STOPPED = 3;
    /** A model service refused (key, quota) or cannot be reached: what was done is kept. */
    static final int SERVICE_REFUSED = 4;
    /** A fault of the program; the study is unharmed. */
    static final int FAULT = 70;

    private ExitCode() {}
}
