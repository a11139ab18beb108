package dev.assay.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.workbench.JobWork.Outcome;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.RunState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobsTest {

    private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger changes = new AtomicInteger();
    private final List<Throwable> faults = new ArrayList<>();
    private final Background background = Background.threads(screen::add, screen::add, faults::add);
    private final Jobs jobs = new Jobs(background, nanos::get, changes::incrementAndGet, faults::add);

    @AfterEach
    void close() {
        jobs.close();
        background.close();
    }

    @Test
    void aJobThatEndsSaysWhatItDidAndTheStudyHasChanged() throws InterruptedException {
        Job job = jobs.start("Tag", (progress, cancellation) -> new Outcome("72 queries tagged", 0));
        await(job, RunState.DONE);
        assertThat(job.status().get().message()).isEqualTo("72 queries tagged");
        assertThat(changes).hasValue(1);
    }

    @Test
    void progressIsShownAtMostTenTimesASecondAndTimeLeftFollowsThePace() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        Job job = jobs.start("Judge", (progress, cancellation) -> {
            for (int i = 0; i <= 500; i++) {
                nanos.addAndGet(Duration.ofMillis(1).toNanos());
                progress.update("judging", i, 1_000);
            }
            awaitQuietly(go);
            return new Outcome("", 0);
        });
        int shown = 0;
        while (job.status().get().done() < 500 && shown < 100) {
            pump();
            shown++;
        }
        assertThat(shown).isLessThan(12);
        assertThat(job.status().get().left()).hasValueSatisfying(left -> assertThat(left.toMillis()).isBetween(400L, 600L));
        go.countDown();
        await(job, RunState.DONE);
    }

    @Test
    void whatHasFailedSoFarIsKnownWhileItRunsAndWhenItIsStopped() throws InterruptedException {
        Job job = jobs.start("Judge", (progress, cancellation) -> {
            progress.failed(3);
            progress.update("judging", 10, 1_000);
            while (!cancellation.requested()) {
                Thread.onSpinWait();
            }
            return new Outcome("", 0);
        });
        while (job.status().get().failed() == 0) {
            pump();
        }
        assertThat(job.status().get()).returns(3L, Job.Status::failed).returns(RunState.RUNNING, Job.Status::state);
        job.pause();
        await(job, RunState.PAUSED);
        assertThat(job.status().get().failed()).isEqualTo(3);
    }

    @Test
    void betweenTheAskingAndTheStopTheJobSaysSoAndTakesNoSecondPause() throws InterruptedException {
        CountDownLatch stored = new CountDownLatch(1);
        Job job = jobs.start("Judge", (progress, cancellation) -> {
            while (!cancellation.requested()) {
                Thread.onSpinWait();
            }
            progress.update("judging", 10, 1_000);
            awaitQuietly(stored);
            return new Outcome("", 0);
        });
        await(job, RunState.RUNNING);
        job.pause();
        assertThat(job.status().get().inWords()).isEqualTo("pausing…");
        assertThat(job.canPause()).isFalse();
        assertThat(job.canCancel()).as("what pauses may yet be given up").isTrue();
        job.cancel();
        job.pause();
        while (job.status().get().done() == 0) {
            pump();
        }
        assertThat(job.status().get().inWords()).as("after its last progress too").isEqualTo("stopping…");
        assertThat(job.canCancel()).isFalse();
        stored.countDown();
        await(job, RunState.CANCELLED);
        assertThat(job.status().get().inWords()).isEqualTo("cancelled");
    }

    @Test
    void aPausedJobGoesOnWhereItStopped() throws InterruptedException {
        AtomicInteger done = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        Job job = jobs.start("Judge", (progress, cancellation) -> {
            while (done.get() < 10 && !cancellation.requested()) {
                done.incrementAndGet();
                boolean firstTime = begun.getCount() > 0;
                begun.countDown();
                while (firstTime && !cancellation.requested()) {
                    Thread.onSpinWait();
                }
            }
            return new Outcome("judged " + done, 0);
        });
        awaitQuietly(begun);
        job.pause();
        await(job, RunState.PAUSED);
        assertThat(done.get()).isLessThan(10);
        jobs.goOn(job);
        await(job, RunState.DONE);
        assertThat(done).hasValue(10);
    }

    @Test
    void whatFailedIsCountedAndCanBeRunAgain() throws InterruptedException {
        AtomicInteger failed = new AtomicInteger(3);
        Job job = jobs.start("Judge", (progress, cancellation) -> new Outcome("judged", failed.getAndSet(0)));
        await(job, RunState.PARTLY_DONE);
        assertThat(job.status().get().failed()).isEqualTo(3);
        jobs.goOn(job);
        await(job, RunState.DONE);
    }

    @Test
    void whatCameToItsEndThoughItWasToStopIsDoneAndWhatItRejectedIsNotTriedAgain() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Job copy = jobs.start("Copy", (progress, cancellation) -> {
            begun.countDown();
            while (!cancellation.requested()) {
                Thread.onSpinWait();
            }
            return new Outcome("copied", 0, true);
        });
        awaitQuietly(begun);
        copy.cancel();
        await(copy, RunState.DONE);
        assertThat(copy.status().get().message()).isEqualTo("copied");
        Job imported = jobs.start("Import", (progress, cancellation) -> new Outcome("1 row rejected", 1, true));
        await(imported, RunState.PARTLY_DONE);
        assertThat(imported.canGoOn()).isFalse();
    }

    @Test
    void aNativePartThatCannotBeLinkedEndsItsJobAndIsTold() throws InterruptedException {
        Job job = jobs.start("Tag", (progress, cancellation) -> {
            throw new UnsatisfiedLinkError("no onnxruntime");
        });
        await(job, RunState.FAILED);
        assertThat(faults).singleElement().isInstanceOf(UnsatisfiedLinkError.class);
    }

    @Test
    void anErrorOfTheDataIsOneLineAndNoFaultOfTheProgram() throws InterruptedException {
        Job job = jobs.start("Import", (progress, cancellation) -> {
            throw new AssayException("a.csv is empty:\nwas it downloaded completely?");
        });
        await(job, RunState.FAILED);
        assertThat(job.status().get().message()).isEqualTo("a.csv is empty: was it downloaded completely?");
        assertThat(faults).isEmpty();
        assertThat(job.canGoOn()).isTrue();
    }

    @Test
    void aFaultOfTheProgramFailsTheJobAndIsTold() throws InterruptedException {
        Job job = jobs.start("Judge", (progress, cancellation) -> {
            throw new IllegalStateException("no");
        });
        await(job, RunState.FAILED);
        assertThat(faults).hasSize(1);
        Job next = jobs.start("Tag", (progress, cancellation) -> new Outcome("", 0));
        await(next, RunState.DONE);
    }

    @Test
    void jobsWaitForEachOtherSinceTheyWriteTheSameFile() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        Job first = jobs.start("Tag", (progress, cancellation) -> {
            awaitQuietly(go);
            return new Outcome("", 0);
        });
        Job second = jobs.start("Judge", (progress, cancellation) -> new Outcome("", 0));
        await(first, RunState.RUNNING);
        assertThat(second.status().get().state()).isEqualTo(RunState.QUEUED);
        go.countDown();
        await(second, RunState.DONE);
    }

    @Test
    void aJobThatWaitsForSomethingElsewhereLetsOthersRun() throws InterruptedException {
        CountDownLatch elsewhere = new CountDownLatch(1);
        CountDownLatch aside = new CountDownLatch(1);
        List<String> order = new CopyOnWriteArrayList<>();
        Job batch = jobs.start("Batch", (progress, cancellation) -> {
            boolean isToStop = goAside(cancellation, aside, elsewhere);
            order.add("batch went on");
            return new Outcome(isToStop ? "stopped" : "back", 0);
        });
        awaitQuietly(aside);
        Job tag = jobs.start("Tag", (progress, cancellation) -> {
            order.add("tag");
            elsewhere.countDown();
            return new Outcome("", 0);
        });
        await(tag, RunState.DONE);
        await(batch, RunState.DONE);
        assertThat(order).containsExactly("tag", "batch went on");
        assertThat(batch.status().get().message()).isEqualTo("back");
    }

    @Test
    void aJobThatWaitsForItsTurnIsStoppedAtOnce() throws InterruptedException {
        CountDownLatch elsewhere = new CountDownLatch(1);
        CountDownLatch aside = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Job batch = jobs.start("Batch", (progress, cancellation) -> new Outcome(goAside(cancellation, aside, elsewhere) ? "" : "went on", 0));
        awaitQuietly(aside);
        Job judging = jobs.start("Judge", (progress, cancellation) -> {
            elsewhere.countDown();
            awaitQuietly(end);
            return new Outcome("", 0);
        });
        Job queued = jobs.start("Tag", (progress, cancellation) -> new Outcome("tagged", 0));
        await(judging, RunState.RUNNING);
        batch.pause();
        queued.cancel();
        while (batch.status().get().state() != RunState.PAUSED || queued.status().get().state() != RunState.CANCELLED) {
            pump();
        }
        assertThat(judging.status().get().state()).isEqualTo(RunState.RUNNING);
        end.countDown();
        await(judging, RunState.DONE);
    }

    private boolean goAside(Cancellation cancellation, CountDownLatch begun, CountDownLatch elsewhere) {
        try {
            return jobs.aside(cancellation, () -> {
                begun.countDown();
                elsewhere.await();
                return cancellation.requested();
            });
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void await(Job job, RunState state) throws InterruptedException {
        while (job.status().get().state() != state) {
            pump();
        }
    }

    private void pump() throws InterruptedException {
        Runnable next = screen.poll(10, TimeUnit.SECONDS);
        assertThat(next).as("something to show").isNotNull();
        next.run();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
