package dev.assay.datasets.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.datasets.StoppedException;
import dev.assay.datasets.jobs.UnitTable.FailedUnit;
import dev.assay.datasets.records.ResponseTable;
import dev.assay.datasets.study.Study;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class JobRunnerTest {

    @TempDir
    Path folder;

    private final Cancellation cancellation = new Cancellation();
    private final List<Long> told = Collections.synchronizedList(new ArrayList<>());
    private final List<Long> toldFailed = Collections.synchronizedList(new ArrayList<>());
    private Study study;
    private CommitQueue writer;
    private String run;

    @BeforeEach
    void openStudy() {
        study = Study.create(folder.resolve("s.assay"), Clock.systemUTC());
        writer = new CommitQueue(study);
        run = study.write(writing ->
                new RunTable(Clock.systemUTC()).begin(writing, "respond", "llm", JsonNodeFactory.instance.objectNode(), 0).id());
    }

    @AfterEach
    void closeStudy() {
        writer.close();
        study.close();
    }

    @Test
    void everyUnitIsDoneOnceAndStoredWithItsResult() {
        JobRunner.Outcome outcome = run(1_000, 32, JobRunnerTest::stored);

        assertThat(outcome.done()).isEqualTo(1_000);
        assertThat(outcome.stopped()).isEmpty();
        assertThat(study.read(new ResponseTable()::subjects)).hasSize(1_000);
        assertThat(counts()).isEqualTo(new UnitTable.Counts(1_000, 0));
        assertThat(told.getLast()).isEqualTo(1_000);
    }

    @Test
    void failuresAreRowsGroupedByCause() {
        JobRunner.Outcome outcome = run(10, 4, unit -> unit % 5 == 0
                ? new UnitWork.Result.Failed("timed out", "no reply to " + unit)
                : unit == 3 ? new UnitWork.Result.Failed("refused", "no") : stored(unit));

        assertThat(outcome.failed()).isEqualTo(3);
        assertThat(toldFailed.getLast()).isEqualTo(3);
        List<UnitTable.FailureGroup> failures = study.read(reading -> new UnitTable().failures(reading, run));
        assertThat(failures).containsExactly(
                new UnitTable.FailureGroup("timed out", 2, "unit 0", "no reply to 0"), new UnitTable.FailureGroup("refused", 1, "unit 3", "no"));
    }

    @Test
    void aUnitThatFailedAndIsDoneLaterIsDoneAndOneThatIsDoneStaysDone() {
        run(3, 1, unit -> new UnitWork.Result.Failed("timed out", ""));
        run(3, 1, JobRunnerTest::stored);
        study.change(writing -> new UnitTable().failed(writing, run, new FailedUnit("unit 1", "refused", ""), Clock.systemUTC().instant()));

        assertThat(counts()).isEqualTo(new UnitTable.Counts(3, 0));
    }

    @Test
    void asManyAtATimeAsALaneHasWorkers() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Semaphore pace = new Semaphore(0);
        Thread opener = Thread.ofVirtual().start(() -> {
            while (most.get() < 7) {
                Thread.onSpinWait();
            }
            pace.release(100);
        });
        run(100, 7, unit -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            pace.acquireUninterruptibly();
            now.decrementAndGet();
            return stored(unit);
        });

        assertThat(most.get()).isEqualTo(7);
        assertThat(opener.isAlive()).isFalse();
    }

    @Test
    void aSlowLaneDoesNotHoldUpAFastOne() {
        CountDownLatch fastIsDone = new CountDownLatch(50);
        UnitWork<Integer> work = work(unit -> {
            if (unit < 50) {
                fastIsDone.countDown();
            } else {
                awaitOpen(fastIsDone);
            }
            return stored(unit);
        });
        JobRunner.Outcome outcome = runner(Duration.ofSeconds(20)).run(
                work,
                List.of(new JobRunner.Lane<>(units(50, 60), 2), new JobRunner.Lane<>(units(0, 50), 2)),
                new JobRunner.Extent("working", 0, 60), Progress.none(), cancellation);

        assertThat(outcome.done()).isEqualTo(60);
    }

    @Test
    void aCancellationStopsTheIssuingAndWhatIsUnderWayIsStored() {
        Set<Integer> begun = Collections.synchronizedSet(new HashSet<>());
        JobRunner.Outcome outcome = run(100_000, 8, unit -> {
            begun.add(unit);
            if (unit == 100) {
                cancellation.request();
            }
            return stored(unit);
        });

        assertThat(outcome.stopped().orElseThrow()).isInstanceOf(StoppedException.class);
        assertThat(outcome.done()).isEqualTo(begun.size()).isLessThan(200);
        assertThat(study.read(new ResponseTable()::subjects)).hasSize(begun.size());
    }

    @Test
    void whatHangsAfterACancellationIsGivenUpAndStillToBeDone() {
        JobRunner.Outcome outcome = runner(Duration.ofMillis(50)).run(
                work(unit -> {
                    if (unit == 1) {
                        cancellation.request();
                        awaitOpen(new CountDownLatch(1));
                    }
                    return stored(unit);
                }),
                List.of(new JobRunner.Lane<>(units(0, 10), 1)), new JobRunner.Extent("working", 0, 10), Progress.none(), cancellation);

        assertThat(outcome.done()).isEqualTo(1);
        assertThat(counts()).isEqualTo(new UnitTable.Counts(1, 0));
    }

    @Test
    void aUnitThatSaysStopStopsTheJob() {
        JobRunner.Outcome outcome = run(10_000, 4, unit -> {
            if (unit == 50) {
                throw new StoppedException("the budget is used up");
            }
            return stored(unit);
        });

        assertThat(outcome.stopped().orElseThrow()).hasMessage("the budget is used up");
        assertThat(outcome.done()).isLessThan(100);
    }

    @Test
    void anErrorStopsTheJobSoThatNoUnitIsLostUnseen() {
        JobRunner.Outcome outcome = run(100, 4, unit -> {
            if (unit == 50) {
                throw new LinkageError("a library does not fit");
            }
            return stored(unit);
        });

        assertThat(outcome.stopped().orElseThrow()).hasRootCauseMessage("a library does not fit");
        assertThat(counts().done()).isEqualTo(outcome.done());
    }

    @Test
    void anErrorWhileStoringStopsTheJobAndTheOthersAreStored() {
        JobRunner.Outcome outcome = run(100, 4, unit -> unit == 50
                ? new UnitWork.Result.Done(writing -> {
                    throw new OutOfMemoryError("staged");
                })
                : stored(unit));

        assertThat(outcome.stopped().orElseThrow()).hasRootCauseInstanceOf(OutOfMemoryError.class);
        assertThat(counts().done()).isEqualTo(outcome.done()).isGreaterThanOrEqualTo(50);
    }

    @Test
    void progressThatCannotBeToldStopsTheJobAndHangsNobody() {
        JobRunner.Outcome outcome = runner(Duration.ofSeconds(20)).run(
                work(unit -> {
                    awaitTelling();
                    return stored(unit);
                }),
                List.of(new JobRunner.Lane<>(units(0, 10), 1)), new JobRunner.Extent("working", 0, 10), brokenOnce(), cancellation);

        assertThat(outcome.stopped().orElseThrow()).hasMessage("nobody to tell");
        assertThat(outcome.done()).isEqualTo(1);
    }

    /** Told at the beginning, then broken off, then told at the end. */
    private static Progress brokenOnce() {
        AtomicInteger tellings = new AtomicInteger();
        return (step, done, total) -> {
            if (tellings.incrementAndGet() == 2) {
                throw new IllegalStateException("nobody to tell");
            }
        };
    }

    /** Until enough time has passed that progress is told again. */
    private static void awaitTelling() {
        long begun = System.nanoTime();
        await().until(() -> System.nanoTime() - begun > Duration.ofMillis(110).toNanos());
    }

    @Test
    void progressIsToldTenTimesASecondAtMost() {
        long begun = System.nanoTime();
        run(20_000, 16, unit -> new UnitWork.Result.Failed("none", ""));
        double seconds = (System.nanoTime() - begun) / 1e9;

        // The first and the last are told in any case.
        assertThat((double) told.size()).isLessThanOrEqualTo(seconds * 10 + 2);
    }

    private JobRunner.Outcome run(int units, int workers, Function<Integer, UnitWork.Result> work) {
        return runner(Duration.ofSeconds(20)).run(
                work(work), List.of(new JobRunner.Lane<>(units(0, units), workers)), new JobRunner.Extent("working", 0, units),
                new Listening(), cancellation);
    }

    private final class Listening implements Progress {
        @Override
        public void update(String step, long done, long total) {
            told.add(done);
        }

        @Override
        public void failed(long units) {
            toldFailed.add(units);
        }
    }

    private UnitTable.Counts counts() {
        return study.read(reading -> new UnitTable().counts(reading, run));
    }

    private JobRunner runner(Duration patience) {
        return new JobRunner(run, writer, Clock.systemUTC(), patience);
    }

    private static Iterator<Integer> units(int from, int to) {
        return IntStream.range(from, to).iterator();
    }

    private static UnitWork.Result stored(int unit) {
        return new UnitWork.Result.Done(writing -> new ResponseTable().insertSubject(writing, "subject " + unit));
    }

    private static UnitWork<Integer> work(Function<Integer, UnitWork.Result> work) {
        return new UnitWork<>() {
            @Override
            public String key(Integer unit) {
                return "unit " + unit;
            }

            @Override
            public Result work(Integer unit) {
                return work.apply(unit);
            }
        };
    }

    private static void awaitOpen(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException("given up", e);
        }
    }
}
