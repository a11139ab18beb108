package dev.assay.datasets.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.testing.ChildProgram;
import dev.assay.datasets.testing.Clocks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is killed ({@code kill -9}) at any moment loses nothing that it had finished, and leaves nothing half done. */
class KillTest {

    /** Long enough for several commits, a merge of the log now and then, and the middle of most of them. */
    private static final int LONGEST_MILLIS = 80;

    private final List<ChildProgram> programs = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void endPrograms() {
        programs.forEach(ChildProgram::close);
    }

    @Test
    void everyImportedFileIsThereAndNoneByHalfAfterEachOf60Kills() throws Exception {
        Path file = folder.resolve("s.assay");
        Random random = new Random(20261122);
        int finished = 0;
        ChildProgram waiting = program("import", file);
        for (int kill = 1; kill <= 60; kill++) {
            ChildProgram program = waiting;
            waiting = program("import", file);
            finished = finishedAfterKill(program, "imported", finished, random.nextInt(LONGEST_MILLIS));
            try (Study study = Study.open(file, Clocks.fixed())) {
                Map<Integer, Integer> found = queriesByFile(study);
                assertThat(found).as("files after kill %d", kill).hasSizeBetween(finished, finished + 1);
                found.forEach((n, size) -> assertThat(size).as("queries of file %d", n).isEqualTo(StudyProgram.rowsOf(n)));
                assertThat(study.check().problems()).isEmpty();
                finished = found.size();
            }
        }
    }

    @Test
    void everyFinishedUnitIsThereAndTheRunWasInterruptedAfterEachOf20Kills() throws Exception {
        Path file = folder.resolve("s.assay");
        Random random = new Random(20261123);
        int finished = 0;
        ChildProgram waiting = program("judge", file);
        for (int kill = 1; kill <= 20; kill++) {
            ChildProgram program = waiting;
            waiting = program("judge", file);
            finished = finishedAfterKill(program, "judged", finished, random.nextInt(LONGEST_MILLIS));
            try (Study study = Study.open(file, Clocks.fixed())) {
                int found = study.<Integer>read(new QueryTable()::count);
                assertThat(found).as("units after kill %d", kill).isBetween(finished, finished + 1);
                assertThat(study.read(new RunTable(Clocks.fixed())::all)).singleElement().matches(run -> run.state() == RunState.INTERRUPTED);
                assertThat(study.check().problems()).isEmpty();
                finished = found;
            }
        }
    }

    @Test
    void aStudyIsThereWhollyOrNotAtAllWhenItsMakingIsKilled() throws Exception {
        Random random = new Random(20261124);
        for (int kill = 1; kill <= 10; kill++) {
            Path file = folder.resolve(kill + ".assay");
            try (ChildProgram program = ChildProgram.start(folder, StudyProgram.class, "create", file)) {
                program.killAfter(150 + random.nextInt(400));
            }
            if (Files.exists(file)) {
                try (Study study = Study.openReadOnly(file)) {
                    assertThat(study.check().problems()).isEmpty();
                }
            }
            try (Study study = Study.openOrCreate(file, Clocks.fixed())) {
                StudyProgram.importFile(study, 1);
                assertThat(study.<Integer>read(new QueryTable()::count)).isEqualTo(StudyProgram.sizeOf(1));
            }
            assertThat(folder).isDirectoryNotContaining("glob:**.assay-*");
        }
    }

    /** Begins its work when it is told to; the next one is started while the last is looked at, because starting takes long. */
    private ChildProgram program(String work, Path file) throws Exception {
        ChildProgram program = ChildProgram.start(folder, StudyProgram.class, work, file);
        programs.add(program);
        return program;
    }

    /** How many were acknowledged: those before, and those that the program told of before it was killed. */
    private static int finishedAfterKill(ChildProgram program, String word, int finished, int millis) throws Exception {
        program.tell(Integer.toString(finished));
        assertThat(program.line()).hasValue(word + " " + finished);
        program.killAfter(millis);
        return program.remainingLines().stream()
                .filter(line -> line.matches(word + " \\d+"))
                .mapToInt(line -> Integer.parseInt(line.substring(word.length() + 1)) + 1)
                .reduce(finished + 1, Math::max);
    }

    private static Map<Integer, Integer> queriesByFile(Study study) {
        return study.read(reading -> reading.sql()
                .select("""
                        SELECT CAST(json_extract(spec, '$.file') AS INTEGER) AS file, count(query.id) AS queries
                        FROM run LEFT JOIN query ON run_id = run.id GROUP BY run.id""")
                .reduceRows(new TreeMap<>(), (map, row) -> {
                    map.put(row.getColumn("file", Integer.class), row.getColumn("queries", Integer.class));
                    return map;
                }));
    }
}
