package dev.assay.app.responses;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import dev.assay.judges.Criterion;
import dev.assay.judges.Judgment;
import dev.assay.judges.Judgment.CriterionScore;
import dev.assay.judges.Judgment.Failed;
import dev.assay.judges.Judgment.Outcome;
import dev.assay.judges.Judgment.Role;
import dev.assay.judges.Judgment.Scored;
import dev.assay.judges.JudgmentTable;
import java.nio.file.Path;
import java.util.List;

/** A study made for a test: queries, answers, and one PC2 run that judges them by two criteria, "Finds the bug" (60) and "Explains it" (40). */
final class SmallStudy implements AutoCloseable {

    static final String BASELINE = "baseline-model";
    static final List<Criterion> CRITERIA = List.of(
            new Criterion("Finds the bug", "Names every error in the code.", 60, "{}"),
            new Criterion("Explains it", "Says why it is one.", 40, "{}"));

    private final Study study;
    private final RunTable runs = new RunTable(Clocks.fixed());
    private final String importRun;
    private final String judgeRun;

    SmallStudy(Path folder) {
        study = Study.create(folder.resolve("small.assay"), Clocks.fixed());
        importRun = study.write(writing -> begin(writing, "import", "local", JsonNodeFactory.instance.objectNode()).id());
        ObjectNode spec = JsonNodeFactory.instance.objectNode().put("judge", "pc2").put("scale", 5).put("baseline", BASELINE);
        spec.putArray("auxiliaries").add(BASELINE);
        judgeRun = study.write(writing -> begin(writing, Judgment.STEP, "local", spec).id());
    }

    Study study() {
        return study;
    }

    String judgeRun() {
        return judgeRun;
    }

    /** Another run of judging, imported, on the scale 0 to 100; without judgments. */
    String addImportedRun(String annotator) {
        ObjectNode spec = JsonNodeFactory.instance.objectNode().put("annotator", annotator);
        spec.putObject("scale").put("low", 0).put("high", 100);
        return study.write(writing -> begin(writing, Judgment.STEP, "imported", spec).id());
    }

    private Run begin(Writing writing, String step, String engine, ObjectNode spec) {
        Run run = runs.begin(writing, step, engine, spec, 1);
        runs.end(writing, run.id(), RunState.DONE);
        return run;
    }

    /** Adds a query with the criteria. Returns its id. */
    String query(String text, String... followUps) {
        Query query = Query.of(text, List.of(followUps), "made up");
        study.change(writing -> {
            new QueryTable().insert(writing, query, importRun);
            new JudgmentTable().insertCriteria(writing, judgeRun, query.id(), CRITERIA);
        });
        return query.id();
    }

    SmallStudy answer(String queryId, String subject, int replicate, String text, String... followUps) {
        study.change(writing ->
                new ResponseTable().insert(writing, new Response(queryId, subject, replicate, text, List.of(followUps)), importRun));
        return this;
    }

    /** An answer with its scores on both criteria. */
    SmallStudy scored(String queryId, String subject, int replicate, String text, double first, double second, String reason) {
        answer(queryId, subject, replicate, text);
        return judged(queryId, subject, replicate, new Scored(
                60 * first + 40 * second, "", List.of(new CriterionScore(first, reason), new CriterionScore(second, "says so"))));
    }

    SmallStudy failed(String queryId, String subject, String text, String reason) {
        answer(queryId, subject, 0, text);
        return judged(queryId, subject, 0, new Failed(reason));
    }

    SmallStudy judged(String queryId, String subject, int replicate, Outcome outcome) {
        return judged(judgeRun, queryId, subject, replicate, outcome);
    }

    SmallStudy judged(String run, String queryId, String subject, int replicate, Outcome outcome) {
        Role role = subject.equals(BASELINE) && replicate == 0 ? Role.BASELINE : Role.CANDIDATE;
        study.change(writing -> new JudgmentTable().insert(writing, run, new Judgment(queryId, subject, replicate, role, outcome)));
        return this;
    }

    @Override
    public void close() {
        study.close();
    }
}
