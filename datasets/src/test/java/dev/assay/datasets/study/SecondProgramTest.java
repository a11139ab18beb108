package dev.assay.datasets.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.datasets.AssayException;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.testing.ChildProgram;
import dev.assay.datasets.testing.Clocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One program writes, others read; each a process of its own. */
class SecondProgramTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void choose() {
        file = folder.resolve("s.assay");
    }

    @Test
    void aSecondWriterIsToldWhoWritesAndTheFirstGoesOn() throws Exception {
        makeEmpty();
        try (ChildProgram first = start("hold")) {
            assertThat(first.line()).hasValue("open");
            assertThatThrownBy(() -> Study.open(file, Clocks.fixed()))
                    .isInstanceOf(AssayException.class)
                    .hasMessage(file + " is being written by another Assay (process " + first.pid()
                            + "): wait until it is done, or close the study there");
            assertThatThrownBy(() -> Study.openOrCreate(file, Clocks.fixed())).hasMessageContaining("another Assay (process");
            first.tell("1");
            assertThat(first.line()).hasValue("imported 1");
        }
    }

    /** Closing any file gives up the locks that the process has on it; neither of these tries may. */
    @Test
    void triesToOpenAStudyTwiceInOneProgramDoNotLetAnotherOneIn() throws Exception {
        try (Study study = Study.create(file, Clocks.fixed())) {
            assertThatThrownBy(() -> Study.open(file, Clocks.fixed())).hasMessageContaining("another Assay");
            assertThatThrownBy(() -> Study.create(file, Clocks.fixed())).hasMessageContaining("another Assay");
            Study.openReadOnly(file).close();
            try (ChildProgram second = start("hold")) {
                assertThat(second.line().orElseThrow())
                        .startsWith("error: " + file + " is being written by another Assay (process " + ProcessHandle.current().pid() + ")");
                assertThat(second.exitCode()).isEqualTo(2);
            }
            StudyProgram.importFile(study, 1);
        }
    }

    /** If a reader took itself for the last one, it would delete the log into which the writer still writes. */
    @Test
    void readersThatComeAndGoDoNotTakeTheLogFromTheWriter() throws Exception {
        try (Study study = Study.create(file, Clocks.fixed())) {
            StudyProgram.importFile(study, 1);
            Study.openReadOnly(file).close();
            assertThatThrownBy(() -> Study.open(file, Clocks.fixed())).isInstanceOf(AssayException.class);
            try (ChildProgram reader = start("read")) {
                assertThat(reader.line()).hasValue("open");
                reader.tell("");
                assertThat(reader.line()).hasValue(Integer.toString(StudyProgram.sizeOf(1)));
            }
            Study.openReadOnly(file).close();
            try (ChildProgram reader = start("count")) {
                assertThat(reader.line()).hasValue(Integer.toString(StudyProgram.sizeOf(1)));
                assertThat(reader.exitCode()).isZero();
            }
            StudyProgram.importFile(study, 2);
            try (ChildProgram reader = start("count")) {
                assertThat(reader.line()).hasValue(Integer.toString(StudyProgram.sizeOf(1) + StudyProgram.sizeOf(2)));
            }
        }
    }

    @Test
    void twoProgramsReadWhileAThirdWrites() throws Exception {
        makeEmpty();
        try (ChildProgram writer = start("hold");
                ChildProgram one = start("read");
                ChildProgram two = start("read")) {
            assertThat(writer.line()).hasValue("open");
            assertThat(one.line()).hasValue("open");
            assertThat(two.line()).hasValue("open");
            int expected = 0;
            for (int n = 1; n <= 5; n++) {
                writer.tell(Integer.toString(n));
                assertThat(writer.line()).hasValue("imported " + n);
                expected += StudyProgram.sizeOf(n);
                one.tell("");
                two.tell("");
                assertThat(one.line()).hasValue(Integer.toString(expected));
                assertThat(two.line()).hasValue(Integer.toString(expected));
            }
        }
    }

    @Test
    void aReaderSeesOneMomentHoweverMuchIsWrittenMeanwhile() throws Exception {
        try (Study study = Study.create(file, Clocks.fixed())) {
            StudyProgram.importFile(study, 1);
            QueryTable queries = new QueryTable();
            boolean same = study.read(reading -> {
                int before = queries.count(reading);
                StudyProgram.importFile(study, 2);
                return before == queries.count(reading);
            });
            assertThat(same).isTrue();
            assertThat(study.<Integer>read(queries::count)).isEqualTo(StudyProgram.sizeOf(1) + StudyProgram.sizeOf(2));
        }
    }

    @Test
    void ofProgramsThatMakeTheSameStudyAtTheSameMomentOneSucceeds() throws Exception {
        try (ChildProgram one = start("create");
                ChildProgram two = start("create");
                ChildProgram three = start("create")) {
            assertThat(new int[] {one.exitCode(), two.exitCode(), three.exitCode()}).containsExactlyInAnyOrder(0, 2, 2);
            for (ChildProgram program : new ChildProgram[] {one, two, three}) {
                assertThat(program.line().orElseThrow()).matches("made|error: .*(is being written by another Assay|exists already).*");
            }
        }
        try (Study study = Study.open(file, Clocks.fixed())) {
            assertThat(study.<Integer>read(new QueryTable()::count)).isEqualTo(StudyProgram.sizeOf(1));
        }
    }

    @Test
    void ofManyThreadsThatOpenAStudyAtTheSameMomentOneAtATimeSucceeds() throws Exception {
        makeEmpty();
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, 16).mapToObj(n -> threads.submit(() -> {
                start.await();
                for (int imported = 0; imported < 3; ) {
                    try (Study study = Study.open(file, Clocks.fixed())) {
                        StudyProgram.importFile(study, 3 * n + imported++);
                    } catch (AssayException e) {
                        assertThat(e).hasMessageContaining("is being written by another Assay");
                    }
                }
                return n;
            })).toList();
            start.countDown();
            for (Future<Integer> result : tries) {
                result.get();
            }
        }
        try (Study study = Study.openReadOnly(file)) {
            int expected = IntStream.range(0, 48).map(StudyProgram::sizeOf).sum();
            assertThat(study.<Integer>read(new QueryTable()::count)).isEqualTo(expected);
        }
    }

    @Test
    void aReaderMergesTheLogThatACrashLeft() throws Exception {
        makeEmpty();
        try (ChildProgram writer = start("hold")) {
            assertThat(writer.line()).hasValue("open");
            writer.tell("1");
            assertThat(writer.line()).hasValue("imported 1");
            writer.killAfter(0);
        }
        assertThat(folder.resolve("s.assay-wal")).isNotEmptyFile();
        try (Study study = Study.openReadOnly(file)) {
            assertThat(study.<Integer>read(new QueryTable()::count)).isEqualTo(StudyProgram.sizeOf(1));
        }
        assertThat(folder.resolve("s.assay-wal")).doesNotExist();
    }

    /** As when a study is copied from a machine that lost its power, without its log's index. */
    @Test
    void aLogWithoutItsIndexIsMergedToo() throws Exception {
        makeEmpty();
        try (ChildProgram writer = start("hold")) {
            assertThat(writer.line()).hasValue("open");
            writer.tell("1");
            assertThat(writer.line()).hasValue("imported 1");
            writer.killAfter(0);
        }
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere")).resolve("s.assay");
        Files.copy(file, elsewhere);
        Files.copy(folder.resolve("s.assay-wal"), elsewhere.resolveSibling("s.assay-wal"));
        try (Study study = Study.openReadOnly(elsewhere)) {
            assertThat(study.<Integer>read(new QueryTable()::count)).isEqualTo(StudyProgram.sizeOf(1));
        }
    }

    @Test
    void aStudyIsBackedUpAndCompactedWhileItIsRead() throws Exception {
        try (Study study = Study.create(file, Clocks.fixed())) {
            StudyProgram.importFile(study, 1);
            try (ChildProgram reader = start("read")) {
                assertThat(reader.line()).hasValue("open");
                Path backup = folder.resolve("b.assay");
                int seen = study.<Integer>read(reading -> {
                    int before = new QueryTable().count(reading);
                    study.compact();
                    study.backUp(backup);
                    return before - new QueryTable().count(reading);
                });
                assertThat(seen).isZero();
                reader.tell("");
                assertThat(reader.line()).hasValue(Integer.toString(StudyProgram.sizeOf(1)));
                try (Study copy = Study.openReadOnly(backup)) {
                    assertThat(copy.<Integer>read(new QueryTable()::count)).isEqualTo(StudyProgram.sizeOf(1));
                }
            }
        }
    }

    private void makeEmpty() {
        Study.create(file, Clocks.fixed()).close();
    }

    private ChildProgram start(String work) throws IOException {
        return ChildProgram.start(folder, StudyProgram.class, work, file);
    }
}
