package dev.assay.app.workbench;

import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.jobs.RunState;

/** A step of a study that can run, stop at any unit, and go on where it stopped when it is run again. Not on the JavaFX thread. */
@FunctionalInterface
public interface JobWork {

    /**
     * What has become of a job.
     *
     * @param summary what was done, in a few words: "72 queries tagged"
     * @param failed units that failed
     * @param whole whether it was done to its end, even if it was asked to stop: there is nothing to go on with
     */
    record Outcome(String summary, long failed, boolean whole) {

        /** Of work that stops where it is asked to, and can go on there. */
        public Outcome(String summary, long failed) {
            this(summary, failed, false);
        }
    }

    Outcome run(Progress progress, Cancellation cancellation);

    /** Called before, if others have to end first: notes in the study that it is to be done. */
    default void queue() {}

    /** Called instead, if it is stopped while it waits for others. */
    default void leave(RunState as) {}
}
