package dev.assay.app.steps;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.jobs.UnitTable;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.records.ResponseTable;
import dev.assay.datasets.responding.Responding;
import dev.assay.datasets.study.Reading;
import dev.assay.judges.JudgmentTable;
import dev.assay.judges.JudgmentTable.Counts;
import dev.assay.taxonomy.tagging.TagTable;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How far a run is, in its own units: files for an import, queries for tagging, answers for judging.
 *
 * @param total all units of the run, as far as can be told from the study as it is now; never less than the others together
 */
public record RunUnits(long done, long failed, long total) {

    public static RunUnits of(Run run, Reading reading) {
        return switch (run.step()) {
            case "judge" -> judged(run, reading);
            case Responding.STEP -> responded(run, reading);
            case "tag" -> {
                long tagged = new TagTable().queriesOf(reading, run.id());
                yield new RunUnits(tagged, 0, run.state().isEnd() ? tagged : Math.max(tagged, new QueryTable().count(reading)));
            }
            // An import is one file, and in the study only if it came in wholly.
            default -> new RunUnits(run.state().isEnd() ? 1 : 0, 0, 1);
        };
    }

    private static RunUnits responded(Run run, Reading reading) {
        UnitTable.Counts counts = new UnitTable().counts(reading, run.id());
        long queries = Math.min(new QueryTable().count(reading), run.spec().path("limit").asInt(Integer.MAX_VALUE));
        long asked = queries * run.spec().path("subjects").size() * run.spec().path("replicates").asInt(1);
        // What was answered before, or imported, is no unit of the run.
        long total = run.state().isEnd() && run.state() != RunState.CANCELLED ? counts.done() + counts.failed() : asked;
        return new RunUnits(counts.done(), counts.failed(), Math.max(total, counts.done() + counts.failed()));
    }

    private static RunUnits judged(Run run, Reading reading) {
        Counts counts = new JudgmentTable().counts(reading, run.id());
        long done = (long) counts.candidates() + counts.baselines();
        long total = done + counts.failed();
        if (!run.state().isEnd()) {
            Map<String, Integer> answered = new ResponseTable().answered(reading);
            int limit = run.spec().path("limit").asInt(Integer.MAX_VALUE);
            long asked = subjects(run.spec()).stream().mapToLong(subject -> Math.min(limit, answered.getOrDefault(subject, 0))).sum();
            total = Math.max(total, asked);
        }
        return new RunUnits(done, counts.failed(), total);
    }

    private static Set<String> subjects(JsonNode spec) {
        Set<String> subjects = new HashSet<>();
        spec.path("subjects").forEach(subject -> subjects.add(subject.asText()));
        subjects.add(spec.path("baseline").asText());
        return subjects;
    }
}
