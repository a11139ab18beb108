package dev.assay.app.workbench;

import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.RunState;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One step of a study that runs, waits or ran while this window was open. All methods on the JavaFX thread. */
public final class Job {

    /**
     * How far a job is.
     *
     * @param doing what is being done, in a few words
     * @param done units finished
     * @param total units in all; −1 while it is not known
     * @param left time that is left, if the pace so far allows to say
     * @param failed units that failed so far
     * @param stopping what it will be as soon as the units under way are stored, if it was asked to stop
     * @param message what was done or what went wrong; empty while it runs
     */
    public record Status(
            RunState state, String doing, long done, long total, Optional<Duration> left, long failed, Optional<RunState> stopping, String message) {

        static final Status QUEUED = new Status(RunState.QUEUED, "", 0, -1, Optional.empty(), 0, Optional.empty(), "");

        /** From 0 to 1; −1 while it is not known. */
        public double fraction() {
            return total <= 0 ? -1 : (double) done / total;
        }

        /** Its state in a word or two. */
        public String inWords() {
            return inWords(state, stopping);
        }

        /** "running", or "stopping…" until it has stopped. */
        public static String inWords(RunState state, Optional<RunState> stopping) {
            return stopping.map(as -> as == RunState.PAUSED ? "pausing…" : "stopping…").orElse(state.inStudy());
        }

        Status stoppingAs(RunState as) {
            return new Status(state, doing, done, total, Optional.empty(), failed, Optional.of(as), message);
        }
    }

    private final String name;
    private final JobWork work;
    private final ReadOnlyObjectWrapper<Status> status = new ReadOnlyObjectWrapper<>(Status.QUEUED);
    private Cancellation cancellation = new Cancellation();
    private volatile boolean isAside;
    private boolean isWhole;

    Job(String name, JobWork work) {
        this.name = name;
        this.work = work;
    }

    public String name() {
        return name;
    }

    public ReadOnlyObjectProperty<Status> status() {
        return status.getReadOnlyProperty();
    }

    public boolean isUnderWay() {
        RunState state = status.get().state();
        return state == RunState.RUNNING || state == RunState.QUEUED;
    }

    /** Whether it waits for something elsewhere, and lets other jobs run meanwhile. */
    public boolean isAside() {
        return isAside;
    }

    /** From the thread of the job. */
    void goAside(boolean goes) {
        isAside = goes;
    }

    /** Whether its work came to its end: what failed, fails again. */
    void isWhole(boolean whole) {
        isWhole = whole;
    }

    /** Whether it can be run again: to go on after a pause, or with what failed. */
    public boolean canGoOn() {
        return switch (status.get().state()) {
            case PARTLY_DONE -> !isWhole;
            case PAUSED, INTERRUPTED, FAILED, CANCELLED -> true;
            case QUEUED, RUNNING, DONE -> false;
        };
    }

    /** Whether it runs or waits, and was not asked to stop yet. */
    public boolean canPause() {
        return isUnderWay() && status.get().stopping().isEmpty();
    }

    /** Whether it runs or waits, and is not given up yet: what is pausing can still be. */
    public boolean canCancel() {
        return isUnderWay() && status.get().stopping().filter(as -> as != RunState.PAUSED).isEmpty();
    }

    /** Stops at the next unit; {@link Jobs#goOn} continues there. Nothing happens if it is stopping already. */
    public void pause() {
        if (canPause()) {
            stop(RunState.PAUSED);
        }
    }

    /** Stops at the next unit, for good; batches at a service are cancelled too. What is done is kept. */
    public void cancel() {
        if (canCancel()) {
            stop(RunState.CANCELLED);
        }
    }

    private void stop(RunState as) {
        cancellation.request(as);
        report(status.get().stoppingAs(as));
    }

    /** Stops at the next unit because the program ends, unless it is stopping already. */
    void interrupt() {
        if (!cancellation.requested()) {
            cancellation.request(RunState.INTERRUPTED);
        }
    }

    JobWork work() {
        return work;
    }

    Cancellation begin() {
        cancellation = new Cancellation();
        return cancellation;
    }

    void report(Status now) {
        status.set(now);
    }

    Status with(RunState state, String message) {
        Status now = status.get();
        return new Status(state, now.doing(), now.done(), now.total(), Optional.empty(), now.failed(), now.stopping(), message);
    }
}
