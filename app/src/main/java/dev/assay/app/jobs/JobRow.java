package dev.assay.app.jobs;

import dev.assay.app.workbench.Job;
import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.models.ledger.Spending;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A job or a run as the list has it at a moment.
 *
 * @param key by which it is known again: the id of the run, or a number of the job while it has none
 * @param step kind of work, in a word or two
 * @param what who answers, by what it is judged, what came in
 * @param stopping what it will be as soon as the units under way are stored, if it was asked to stop
 * @param done units finished, failed ones included while it runs
 * @param total units in all; −1 while it is not known
 * @param left time that is left, if the pace so far allows to say
 * @param took from its begin to its end, or until now; empty if the study does not tell
 * @param message what was done, or what stopped it and what to do; may be empty
 * @param run empty while the study has none
 * @param job of this window that works on it, or did
 */
record JobRow(
        String key,
        String step,
        String what,
        RunState state,
        Optional<RunState> stopping,
        long done,
        long failed,
        long total,
        Optional<Duration> left,
        Optional<Instant> begun,
        Optional<Duration> took,
        Spending spent,
        String message,
        Optional<Run> run,
        Optional<Job> job) {

    boolean isUnderWay() {
        return job.filter(Job::isUnderWay).isPresent();
    }

    boolean canPause() {
        return job.filter(Job::canPause).isPresent();
    }

    boolean canCancel() {
        return job.filter(Job::canCancel).isPresent();
    }

    /** Whether something is left that the window can do. */
    boolean canGoOn(boolean writable) {
        return writable && !isUnderWay() && (run.isPresent() ? run.filter(StudySteps::canGoOn).isPresent() : job.filter(Job::canGoOn).isPresent());
    }

    /** What going on means for it. */
    String goOnWords() {
        return switch (state) {
            case PARTLY_DONE, FAILED -> failed > 0 ? "Retry what failed" : "Try again";
            default -> "Go on";
        };
    }

    boolean isUnfinished() {
        return state != RunState.DONE;
    }
}
