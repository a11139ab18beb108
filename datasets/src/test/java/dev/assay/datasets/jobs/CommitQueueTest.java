package dev.assay.datasets.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.datasets.records.ResponseTable;
import dev.assay.datasets.study.Study;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class CommitQueueTest {

    @TempDir
    Path folder;

    private final ResponseTable subjects = new ResponseTable();
    private Study study;

    @BeforeEach
    void openStudy() {
        study = Study.create(folder.resolve("s.assay"), Clock.systemUTC());
    }

    @AfterEach
    void closeStudy() {
        study.close();
    }

    @Test
    void whatWriteHasReturnedFromIsStored() {
        try (CommitQueue writer = new CommitQueue(study)) {
            String result = writer.write(writing -> {
                subjects.insertSubject(writing, "alpha");
                return "stored";
            });

            assertThat(result).isEqualTo("stored");
            assertThat(study.read(subjects::subjects)).containsExactly("alpha");
        }
    }

    @Test
    void closingStoresWhatStillWaits() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        List<CompletableFuture<Boolean>> stored = new ArrayList<>();
        try (CommitQueue writer = new CommitQueue(study)) {
            CompletableFuture<Boolean> first = writer.submit(writing -> awaitOpen(hold));
            for (int i = 0; i < 1_000; i++) {
                String name = "subject " + i;
                stored.add(writer.submit(writing -> {
                    subjects.insertSubject(writing, name);
                    return true;
                }));
            }
            hold.countDown();
            assertThat(first.get()).isTrue();
        }

        assertThat(stored).allMatch(CompletableFuture::isDone);
        assertThat(study.read(subjects::subjects)).hasSize(1_000);
    }

    @Test
    void oneBadChangeDoesNotTakeTheOthersWithIt() {
        CountDownLatch hold = new CountDownLatch(1);
        try (CommitQueue writer = new CommitQueue(study)) {
            CompletableFuture<Boolean> first = writer.submit(writing -> awaitOpen(hold));
            List<CompletableFuture<Boolean>> stored = IntStream.range(0, 10)
                    .mapToObj(i -> writer.submit(writing -> {
                        subjects.insertSubject(writing, "subject " + i);
                        if (i == 4) {
                            throw new IllegalArgumentException("bad row");
                        }
                        return true;
                    }))
                    .toList();
            hold.countDown();

            assertThatThrownBy(() -> stored.get(4).join()).isInstanceOf(CompletionException.class).hasMessageContaining("bad row");
            assertThat(first.join()).isTrue();
            IntStream.range(0, 10).filter(i -> i != 4).forEach(i -> assertThat(stored.get(i).join()).isTrue());
        }
        assertThat(study.read(subjects::subjects)).hasSize(9).doesNotContain("subject 4");
    }

    @Test
    @Timeout(30)
    void anErrorIsToldToWhoeverWantedAndTheOthersAreStoredAllTheSame() {
        CountDownLatch hold = new CountDownLatch(1);
        try (CommitQueue writer = new CommitQueue(study)) {
            CompletableFuture<Boolean> first = writer.submit(writing -> awaitOpen(hold));
            CompletableFuture<Boolean> broken = writer.submit(writing -> {
                subjects.insertSubject(writing, "half");
                throw new StackOverflowError("staged");
            });
            CompletableFuture<Boolean> after = writer.submit(writing -> {
                subjects.insertSubject(writing, "alpha");
                return true;
            });
            hold.countDown();

            assertThatThrownBy(broken::join).hasRootCauseInstanceOf(StackOverflowError.class);
            assertThat(first.join()).isTrue();
            assertThat(after.join()).isTrue();
            assertThatThrownBy(() -> writer.write(writing -> {
                throw new OutOfMemoryError("staged");
            })).isInstanceOf(IllegalStateException.class).hasRootCauseMessage("staged");
        }
        assertThat(study.read(subjects::subjects)).containsExactly("alpha");
    }

    @Test
    void aFaultOfTheStudyIsToldToWhoeverWanted() {
        try (CommitQueue writer = new CommitQueue(study)) {
            assertThatThrownBy(() -> writer.write(writing ->
                            new RunTable(Clock.systemUTC()).begin(writing, "step", "local", JsonNodeFactory.instance.missingNode(), 0)))
                    .isInstanceOf(RuntimeException.class);
        }
    }

    private static boolean awaitOpen(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
