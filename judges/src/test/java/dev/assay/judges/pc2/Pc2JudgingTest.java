package dev.assay.judges.pc2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.records.Query;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.records.Response;
import dev.assay.datasets.records.ResponseTable;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.study.Writing;
import dev.assay.datasets.testing.Clocks;
import dev.assay.judges.Judgment.Failed;
import dev.assay.judges.Judgment.Outcome;
import dev.assay.judges.Judgment.Role;
import dev.assay.judges.JudgmentTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Pc2JudgingTest {

    private static final int QUERIES = 40;
    private static final List<String> SUBJECTS = List.of("ada", "bob", "cyd", "dee");

    @TempDir
    Path folder;

    private Study study;

    @BeforeEach
    void fillAStudy() {
        study = filled(folder.resolve("s.assay"));
    }

    @AfterEach
    void close() {
        study.close();
    }

    @Test
    void everyAnswerGetsAJudgmentAndEveryQueryItsCriteria() {
        Pc2Judging.Result result = judge(specification(), new Cancellation());

        assertThat(result.judgments()).isEqualTo(QUERIES * 3);
        assertThat(result.baselines()).isEqualTo(QUERIES);
        assertThat(result.failed()).isZero();
        assertThat(result.state()).isEqualTo(RunState.DONE);
        for (JudgmentTable.Row row : rows(study, result.run())) {
            var criteria = study.read(reading -> new JudgmentTable().criteria(reading, result.run(), row.queryId()));
            var scores = study.read(reading -> new JudgmentTable().criterionScores(reading, result.run(), row.queryId(), row.subject(), 0));
            assertThat(row.role()).isEqualTo(row.subject().equals("ada") ? Role.BASELINE : Role.CANDIDATE);
            assertThat(new CriteriaSet(criteria).total(scores)).isEqualTo(row.score().orElseThrow());
        }
    }

    @Test
    void theSameSpecificationGivesTheSameRows() {
        List<JudgmentTable.Row> first = rows(study, judge(specification(), new Cancellation()).run());
        try (Study other = filled(folder.resolve("other.assay"))) {
            Pc2Judging.Result result =
                    Pc2Judging.local(other, Clocks.fixed()).run(specification(), Progress.none(), new Cancellation());
            assertThat(rows(other, result.run())).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @EnumSource(value = RunState.class, names = {"PAUSED", "INTERRUPTED", "CANCELLED"})
    void aStoppedRunGoesOnWhereItStopped(RunState state) {
        Cancellation cancellation = new Cancellation();
        AtomicInteger derived = new AtomicInteger();
        LocalPc2 engine = new LocalPc2();
        CriteriaDeriver counting = (query, auxiliaries) -> {
            derived.incrementAndGet();
            return engine.derive(query, auxiliaries);
        };
        Pc2Judging judging = new Pc2Judging(study, Clocks.fixed(), counting, engine);

        Pc2Judging.Result stopped = judging.run(specification(), (step, done, total) -> {
            if (done > 0) {
                cancellation.request(state);
            }
        }, cancellation);
        Pc2Judging.Result finished = judging.run(specification(), Progress.none(), new Cancellation());

        assertThat(stopped.state()).isEqualTo(state);
        assertThat(stopped.judgments()).isLessThan(QUERIES * 3);
        assertThat(finished.run()).isEqualTo(stopped.run());
        assertThat(finished.judgments()).isEqualTo(QUERIES * 3);
        assertThat(derived).hasValue(QUERIES);
    }

    @Test
    void aFailureIsRecordedAndTriedAgain() {
        LocalPc2 engine = new LocalPc2();
        CandidateScorer moody = new CandidateScorer() {
            @Override
            public Outcome scoreBaseline(String query, CriteriaSet criteria, String answer, Scale scale) {
                return engine.scoreBaseline(query, criteria, answer, scale);
            }

            @Override
            public Outcome score(String query, CriteriaSet criteria, Baseline baseline, String candidate, Scale scale) {
                if (candidate.contains("bob")) {
                    return new Failed("the reply could not be read");
                }
                if (candidate.contains("cyd")) {
                    throw new IllegalStateException("a fault of the engine");
                }
                return engine.score(query, criteria, baseline, candidate, scale);
            }
        };

        AtomicLong told = new AtomicLong();
        Pc2Judging.Result first = new Pc2Judging(study, Clocks.fixed(), engine, moody).run(specification(), failuresTo(told), new Cancellation());
        List<JudgmentTable.Row> failed = rows(study, first.run()).stream().filter(row -> row.failure().isPresent()).toList();
        Pc2Judging.Result second = judge(specification(), new Cancellation());

        assertThat(first.state()).isEqualTo(RunState.PARTLY_DONE);
        assertThat(first.failed()).isEqualTo(QUERIES * 2);
        assertThat(told).as("told while it ran").hasValue(QUERIES * 2);
        assertThat(failed).hasSize(QUERIES * 2).allSatisfy(row -> assertThat(row.score()).isEmpty());
        assertThat(failed).extracting(row -> row.failure().orElseThrow()).contains("the reply could not be read", "a fault of the engine");
        assertThat(second.run()).isEqualTo(first.run());
        assertThat(second.failed()).isZero();
        assertThat(second.judgments()).isEqualTo(QUERIES * 3);
    }

    @Test
    void withoutTheBaselinesAnswerAQueryFailsAndSaysWhy() {
        Query lonely = Query.of("Only dee answered this.");
        study.change(writing -> {
            String run = importRun(writing);
            new QueryTable().insert(writing, lonely, run);
            new ResponseTable().insert(writing, new Response(lonely.id(), "dee", "So it is."), run);
        });

        Pc2Judging.Result result = judge(specification(), new Cancellation());

        assertThat(result.failed()).isEqualTo(1);
        assertThat(rows(study, result.run()).stream().filter(row -> row.failure().isPresent()))
                .singleElement()
                .satisfies(row -> assertThat(row.failure().orElseThrow()).contains("no auxiliary answer"));
    }

    @Test
    void whatIsLeftOpenIsChosenBySeedAmongThoseWhoAnswered() {
        Map<String, Integer> answered = Map.of("ada", 40, "bob", 40, "cyd", 40, "dee", 40, "eve", 3);
        Pc2Specification.Request open = new Pc2Specification.Request(Optional.empty(), List.of(), new Scale(5), List.of(), 1, Optional.empty());

        Pc2Specification chosen = Pc2Specification.of("local", open, answered);

        assertThat(chosen).isEqualTo(Pc2Specification.of("local", open, answered));
        assertThat(chosen.auxiliaries()).hasSize(3).doesNotContain("eve").first().isEqualTo(chosen.baseline());
        assertThat(chosen.subjects()).containsExactly("ada", "bob", "cyd", "dee", "eve");
    }

    @Test
    void aSubjectWithoutAnswersIsRefused() {
        var request = new Pc2Specification.Request(Optional.of("zoe"), List.of(), new Scale(5), List.of(), 1, Optional.empty());

        assertThatThrownBy(() -> Pc2Specification.of("local", request, Map.of("ada", 1)))
                .isInstanceOf(AssayException.class)
                .hasMessageContaining("zoe")
                .hasMessageContaining("ada");
    }

    @Test
    void anAuxiliaryNamedTwiceHasOneVote() {
        var twice = new Pc2Specification.Request(Optional.empty(), List.of("ada", "ada"), new Scale(5), List.of(), 1, Optional.empty());
        assertThat(Pc2Specification.of("local", twice, Map.of("ada", 1)).auxiliaries()).containsExactly("ada");
    }

    private Pc2Judging.Result judge(Pc2Specification specification, Cancellation cancellation) {
        return Pc2Judging.local(study, Clocks.fixed()).run(specification, Progress.none(), cancellation);
    }

    private static Pc2Specification specification() {
        return new Pc2Specification("local", "ada", List.of("ada", "bob", "cyd"), new Scale(5), SUBJECTS, 1, Optional.empty());
    }

    private static List<JudgmentTable.Row> rows(Study study, String run) {
        return study.read(reading -> {
            try (var rows = new JudgmentTable().stream(reading, run)) {
                return new ArrayList<>(rows.toList());
            }
        });
    }

    private static Study filled(Path file) {
        Study study = Study.create(file, Clocks.fixed());
        study.change(writing -> {
            String run = importRun(writing);
            for (int i = 0; i < QUERIES; i++) {
                Query query = Query.of("What is the use of thing number " + i + ", and who invented it?");
                new QueryTable().insert(writing, query, run);
                for (String subject : SUBJECTS) {
                    String text = "Thing " + i + " is used by " + subject + " to open " + (i % 7) + " boxes; its inventor was Ms " + (char) ('A' + i % 26) + ".";
                    new ResponseTable().insert(writing, new Response(query.id(), subject, text), run);
                }
            }
        });
        return study;
    }

    private static String importRun(Writing writing) {
        Run run = new RunTable(Clocks.fixed()).begin(writing, "import", "local", JsonNodeFactory.instance.objectNode(), 0);
        return run.id();
    }

    private static Progress failuresTo(AtomicLong told) {
        return new Progress() {
            @Override
            public void update(String step, long done, long total) {
                // Only what fails is listened for.
            }

            @Override
            public void failed(long units) {
                told.set(units);
            }
        };
    }
}
