package dev.assay.judges.pc2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.study.Reading;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.ChildProgram;
import dev.assay.datasets.testing.Clocks;
import dev.assay.judges.Criterion;
import dev.assay.judges.Judgment;
import dev.assay.judges.JudgmentTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Judging that is killed ({@code kill -9}) at any moment keeps every query that it had finished, and ends with the same judgments. */
class KilledJudgingTest {

    private static final int KILLS = 25;
    private static final int LONGEST_MILLIS = 80;
    private static final Pattern JUDGED = Pattern.compile("judged (?<seed>\\d+) (?<done>\\d+)");

    private final JudgmentTable judgments = new JudgmentTable();
    private final List<ChildProgram> programs = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void endPrograms() {
        programs.forEach(ChildProgram::close);
    }

    @Test
    void nothingFinishedIsLostAndTheRunsEndAsIfNothingHadHappened() throws Exception {
        Path file = folder.resolve("s.assay");
        JudgingProgram.filled(file, JudgingProgram.QUERIES).close();
        Random random = new Random(20261122);
        long seed = 1;
        ChildProgram waiting = program(file);
        for (int kill = 1; kill <= KILLS; kill++) {
            ChildProgram program = waiting;
            waiting = program(file);
            Told told = killed(program, seed, random.nextInt(LONGEST_MILLIS));
            try (Study study = Study.open(file, Clocks.fixed())) {
                assertThat(study.check().problems()).isEmpty();
                List<Run> runs = study.read(reading -> new RunTable(Clocks.fixed()).ofStep(reading, Judgment.STEP));
                assertThat(runs).extracting(Run::state)
                        .isSubsetOf(RunState.DONE, RunState.INTERRUPTED)
                        .filteredOn(RunState.INTERRUPTED::equals)
                        .hasSizeLessThan(2);
                assertThat(wholeQueries(study, told.seed())).as("queries of run %d after kill %d", told.seed(), kill).isGreaterThanOrEqualTo(told.done());
            }
            seed = told.seed();
        }
        assertThat(judgmentsOf(file, seed)).isEqualTo(judgmentsOf(untouched(), seed));
    }

    private ChildProgram program(Path file) throws Exception {
        ChildProgram program = ChildProgram.start(folder, JudgingProgram.class, file);
        programs.add(program);
        return program;
    }

    private record Told(long seed, int done) {}

    /** What the program had told last when it was killed. */
    private static Told killed(ChildProgram program, long seed, int millis) throws Exception {
        program.tell(Long.toString(seed));
        assertThat(program.line()).hasValue("judged " + seed + " 0");
        program.killAfter(millis);
        Told told = new Told(seed, 0);
        for (String line : program.remainingLines()) {
            Matcher matcher = JUDGED.matcher(line);
            if (matcher.matches()) {
                told = new Told(Long.parseLong(matcher.group("seed")), Integer.parseInt(matcher.group("done")));
            }
        }
        return told;
    }

    /** Queries that a run has judged; each of them wholly. */
    private int wholeQueries(Study study, long seed) {
        String run = Run.idOf(Judgment.STEP, "local", JudgingProgram.specification(seed).toJson(), seed);
        return study.<Integer>read(reading -> {
            Map<String, Long> answers = rows(reading, run).stream().collect(Collectors.groupingBy(JudgmentTable.Row::queryId, Collectors.counting()));
            assertThat(answers).allSatisfy((query, judged) -> {
                assertThat(judged).isEqualTo(JudgingProgram.SUBJECTS.size());
                assertThat(judgments.criteria(reading, run, query)).extracting(Criterion::weight).satisfies(
                        weights -> assertThat(weights.stream().mapToInt(Integer::intValue).sum()).isEqualTo(100));
            });
            return answers.size();
        });
    }

    private List<JudgmentTable.Row> judgmentsOf(Path file, long seed) {
        try (Study study = Study.open(file, Clocks.fixed())) {
            Pc2Judging.Result result =
                    Pc2Judging.local(study, Clocks.fixed()).run(JudgingProgram.specification(seed), Progress.none(), new Cancellation());
            assertThat(result.state()).isEqualTo(RunState.DONE);
            return study.read(reading -> rows(reading, result.run()));
        }
    }

    private Path untouched() {
        Path file = folder.resolve("untouched.assay");
        JudgingProgram.filled(file, JudgingProgram.QUERIES).close();
        return file;
    }

    private List<JudgmentTable.Row> rows(Reading reading, String run) {
        try (var rows = judgments.stream(reading, run)) {
            return rows.toList();
        }
    }
}
