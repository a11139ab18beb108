package dev.assay.judges.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.records.Query;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.records.ResponseTable;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import dev.assay.judges.Criterion;
import dev.assay.judges.Judgment;
import dev.assay.judges.Judgment.CriterionScore;
import dev.assay.judges.Judgment.Role;
import dev.assay.judges.Judgment.Scored;
import dev.assay.judges.JudgmentTable;
import dev.assay.judges.JudgmentTable.CriterionScores;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CriterionCostTest {

    private final JudgmentTable judgments = new JudgmentTable();

    @TempDir
    Path folder;

    /** a scores 2 and 4 on form (two replicates: 3), b 5 and c 4 (others: 4.5); on length all are level. */
    @Test
    void aSubjectStandsBesideTheMeanOfTheOthersByCriterion() {
        try (Study study = Study.create(folder.resolve("s.assay"), Clocks.fixed())) {
            Query query = Query.of("text");
            String runId = study.write(writing -> {
                Run run = new RunTable(Clocks.fixed()).begin(writing, Judgment.STEP, "local", JsonNodeFactory.instance.objectNode(), 1);
                new QueryTable().insert(writing, query, run.id());
                List.of("a", "b", "c").forEach(name -> new ResponseTable().insertSubject(writing, name));
                judgments.insertCriteria(
                        writing, run.id(), query.id(), List.of(new Criterion("form", "", 60, "{}"), new Criterion("length", "", 40, "{}")));
                judgments.insert(writing, run.id(), judged(query, "a", 0, 2, 3));
                judgments.insert(writing, run.id(), judged(query, "a", 1, 4, 3));
                judgments.insert(writing, run.id(), judged(query, "b", 0, 5, 3));
                judgments.insert(writing, run.id(), judged(query, "c", 0, 4, 3));
                return run.id();
            });
            List<CriterionScores> beside = study.read(
                    reading -> judgments.besideOthers(reading, runId, "a", Optional.empty(), List.of(query.id())));
            assertThat(beside)
                    .containsExactly(
                            new CriterionScores(query.id(), "form", 60, 3, 4.5), new CriterionScores(query.id(), "length", 40, 3, 3));
            List<CriterionScores> besideOne = study.read(
                    reading -> judgments.besideOthers(reading, runId, "a", Optional.of("c"), List.of(query.id())));
            assertThat(besideOne.getFirst()).isEqualTo(new CriterionScores(query.id(), "form", 60, 3, 4));
            List<CriterionScores> elsewhere = study.read(
                    reading -> judgments.besideOthers(reading, runId, "a", Optional.empty(), List.of("other")));
            assertThat(elsewhere).isEmpty();
        }
    }

    @Test
    void criteriaOfOneNameAreTakenTogetherAndTheCostliestComesFirst() {
        List<CriterionCost> costs = CriterionCost.of(List.of(
                new CriterionScores("q1", "form", 50, 3, 4),
                new CriterionScores("q2", "form", 30, 5, 4.9),
                new CriterionScores("q1", "claims", 50, 1, 5),
                new CriterionScores("q2", "length", 70, 4, 4)));
        assertThat(costs).extracting(CriterionCost::criterion).containsExactly("claims", "form");
        assertThat(costs.getLast().queries()).isEqualTo(2);
        assertThat(costs.getLast().lower()).isEqualTo(1);
        assertThat(costs.getLast().points()).isCloseTo((50 - 3) / 2.0, within(1e-9));
    }

    private static Judgment judged(Query query, String subject, int replicate, double form, double length) {
        return new Judgment(
                query.id(),
                subject,
                replicate,
                Role.CANDIDATE,
                new Scored(1, "", List.of(new CriterionScore(form, "r"), new CriterionScore(length, "r"))));
    }
}
