package dev.assay.app.workbench;

import dev.assay.datasets.AssayException;
import dev.assay.datasets.StoppedException;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.jobs.RunState;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The steps of the open study that run: one after the other, since they write the same file; one that waits for something elsewhere lets others run. What
 * they did stands in the study; this is what the job tray shows. All public methods on the JavaFX thread, where nothing else is said.
 */
public final class Jobs implements AutoCloseable {

    /** Between two looks at a job's progress; more often nobody can read it. */
    private static final Duration BETWEEN_UPDATES = Duration.ofMillis(100);

    private static final long GRACE_SECONDS = 30;

    private final ObservableList<Job> jobs = FXCollections.observableArrayList();
    /** One view for all who look: it hears of changes only as long as somebody holds it. */
    private final ObservableList<Job> visible = FXCollections.unmodifiableObservableList(jobs);
    private final Turns turns = new Turns();
    private final Map<Thread, Job> working = new ConcurrentHashMap<>();
    private final Background background;
    private final LongSupplier nanoTime;
    private final Runnable studyChanged;
    private final Consumer<Throwable> faults;

    /**
     * @param nanoTime a clock that only goes forward
     * @param studyChanged called when a job has ended and the study may hold something new
     * @param faults told of what no job should end with: errors of the program, not of the data
     */
    public Jobs(Background background, LongSupplier nanoTime, Runnable studyChanged, Consumer<Throwable> faults) {
        this.background = background;
        this.nanoTime = nanoTime;
        this.studyChanged = studyChanged;
        this.faults = faults;
    }

    /** Those that run or wait, and those that have ended and were not {@link #forget forgotten}; the newest first. */
    public ObservableList<Job> all() {
        return visible;
    }

    /** Starts a job, or lets it wait until those before it have ended. */
    public Job start(String name, JobWork work) {
        Job job = new Job(name, work);
        jobs.addFirst(job);
        submit(job);
        return job;
    }

    /** Runs a job again: what is done already is not done again. */
    public void goOn(Job job) {
        if (job.canGoOn()) {
            job.report(Job.Status.QUEUED);
            submit(job);
        }
    }

    /** Takes a job that has ended off the list. */
    public void forget(Job job) {
        if (!job.isUnderWay()) {
            jobs.remove(job);
        }
    }

    private void submit(Job job) {
        Cancellation cancellation = job.begin();
        Thread thread = BehindTheWindow.thread().name("job").unstarted(() -> inTurn(job, cancellation));
        working.put(thread, job);
        turns.queue(thread);
        thread.start();
    }

    private void inTurn(Job job, Cancellation cancellation) {
        try {
            work(job, cancellation);
        } finally {
            turns.leave();
            working.remove(Thread.currentThread());
        }
    }

    /**
     * Waits for something that happens elsewhere, and lets other jobs run meanwhile. Called by a job, on its own thread.
     *
     * @return whether the job is to stop
     */
    public boolean aside(Cancellation cancellation, Wait wait) throws InterruptedException {
        Optional<Job> job = Optional.ofNullable(working.get(Thread.currentThread()));
        job.ifPresent(waiting -> waiting.goAside(true));
        turns.leave();
        try {
            if (wait.isToStop()) {
                return true;
            }
            turns.queue(Thread.currentThread());
            return !turns.await(cancellation);
        } finally {
            job.ifPresent(waiting -> waiting.goAside(false));
        }
    }

    /** What a job waits for. */
    @FunctionalInterface
    public interface Wait {

        /** Blocks; whether the job is to stop. */
        boolean isToStop() throws InterruptedException;
    }

    private void work(Job job, Cancellation cancellation) {
        Meter meter = new Meter(job);
        try {
            if (!turns.isFirst()) {
                job.work().queue();
            }
            if (!turns.await(cancellation) || cancellation.requested()) {
                job.work().leave(cancellation.stopsAs());
                background.onScreen(() -> ended(job, meter, new JobWork.Outcome("", 0), Optional.of(cancellation.stopsAs())));
                return;
            }
            background.onScreen(() -> job.report(job.with(RunState.RUNNING, "")));
            JobWork.Outcome outcome = job.work().run(meter, cancellation);
            background.onScreen(() -> ended(job, meter, outcome, outcome.whole() ? Optional.empty() : stoppedAs(cancellation)));
        } catch (StoppedException e) {
            background.onScreen(() -> {
                if (cancellation.requested()) {
                    ended(job, meter, new JobWork.Outcome("", 0), stoppedAs(cancellation));
                } else {
                    halted(job, meter, oneLine(e));
                }
            });
        } catch (AssayException e) {
            background.onScreen(() -> failed(job, meter, oneLine(e)));
        } catch (InterruptedException e) {
            // Only when the window is closed, and what is said is not seen any more.
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            // Errors too: a native part that cannot be linked would otherwise leave a job that never ends.
            background.onScreen(() -> {
                failed(job, meter, "a fault of Assay, the study is unharmed: " + e);
                faults.accept(e);
            });
        }
    }

    private static Optional<RunState> stoppedAs(Cancellation cancellation) {
        return cancellation.requested() ? Optional.of(cancellation.stopsAs()) : Optional.empty();
    }

    private void ended(Job job, Meter meter, JobWork.Outcome outcome, Optional<RunState> stopped) {
        RunState state = stopped.orElse(outcome.failed() > 0 ? RunState.PARTLY_DONE : RunState.DONE);
        String message = stopped.isPresent() ? "stopped: what is done is kept" : outcome.summary();
        job.isWhole(outcome.whole());
        job.report(meter.end(state, stopped.isPresent() ? meter.latest().failed() : outcome.failed(), message));
        studyChanged.run();
    }

    /** Nobody asked it to stop: a budget is used up, a key is refused. It goes on when that is mended. */
    private void halted(Job job, Meter meter, String reason) {
        job.report(meter.end(RunState.PAUSED, meter.latest().failed(), reason));
        studyChanged.run();
    }

    private void failed(Job job, Meter meter, String message) {
        job.report(meter.end(RunState.FAILED, meter.latest().failed(), message));
        studyChanged.run();
    }

    private static String oneLine(AssayException e) {
        return e.getMessage().replaceAll("\\R", " ");
    }

    /** Asks what runs to stop and waits until its last unit is stored; then nothing writes the study any more. */
    @Override
    public void close() {
        jobs.stream().filter(Job::isUnderWay).forEach(Job::interrupt);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(GRACE_SECONDS);
        try {
            for (Thread thread : working.keySet()) {
                boolean ended = thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
                if (!ended) {
                    thread.interrupt();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Counted(String doing, long done, long total, long failed, long atNanos) {}

    /** Passes progress on to the screen, at most ten times a second, always the newest. */
    private final class Meter implements Progress {

        private final Job job;
        private volatile Counted newest = new Counted("", 0, -1, 0, nanoTime.getAsLong());
        /** Where the present part of the work began: earlier parts have another pace. */
        private volatile Counted first = newest;
        private long shownAt = Long.MIN_VALUE;
        private long failed;

        Meter(Job job) {
            this.job = job;
        }

        @Override
        public synchronized void update(String step, long done, long total) {
            long now = nanoTime.getAsLong();
            Counted before = newest;
            Counted counted = new Counted(step, done, total, failed, now);
            newest = counted;
            boolean newPart = !step.equals(before.doing()) || done < before.done();
            if (newPart) {
                first = counted;
            }
            if (newPart || shownAt == Long.MIN_VALUE || now - shownAt >= BETWEEN_UPDATES.toNanos()) {
                shownAt = now;
                background.onScreen(this::show);
            }
        }

        @Override
        public synchronized void failed(long units) {
            failed = units;
        }

        Counted latest() {
            return newest;
        }

        Job.Status end(RunState state, long allFailed, String message) {
            Counted last = newest;
            return new Job.Status(state, last.doing(), last.done(), last.total(), Optional.empty(), allFailed, Optional.empty(), message);
        }

        private void show() {
            Job.Status shown = job.status().get();
            if (shown.state() == RunState.RUNNING) {
                Counted now = newest;
                Optional<Duration> left = shown.stopping().isPresent() ? Optional.empty() : left(now);
                job.report(new Job.Status(RunState.RUNNING, now.doing(), now.done(), now.total(), left, now.failed(), shown.stopping(), ""));
            }
        }

        private Optional<Duration> left(Counted now) {
            Counted start = first;
            long units = now.done() - start.done();
            long nanos = now.atNanos() - start.atNanos();
            if (units <= 0 || now.total() < 0 || nanos <= 0) {
                return Optional.empty();
            }
            return Optional.of(Duration.ofNanos((long) ((double) nanos / units * (now.total() - now.done()))));
        }
    }
}
