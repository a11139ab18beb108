package dev.assay.judges.profiles;

import dev.assay.datasets.AssayException;
import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.study.Reading;
import dev.assay.datasets.study.Study;
import dev.assay.judges.Judgment;
import dev.assay.judges.JudgmentTable;
import dev.assay.judges.JudgmentTable.ScoreRow;
import dev.assay.taxonomy.tagging.Tag;
import dev.assay.taxonomy.tagging.TagTable;
import dev.assay.taxonomy.tree.Taxonomy;
import dev.assay.taxonomy.tree.TaxonomyTable;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Reads from a study what a profile is computed from. */
public final class ProfileLoader {

    private final RunTable runs = new RunTable(Clock.systemUTC());
    private final JudgmentTable judgments = new JudgmentTable();
    private final TaxonomyTable taxonomies = new TaxonomyTable();
    private final TagTable tags = new TagTable();

    /**
     * What a profile is computed from.
     *
     * @param run that made the judgments, with its scale in its specification
     */
    public record Source(Run run, ScoreMatrix scores, Taxonomy taxonomy, List<Tag> tags) {

        public Profile profile(ProfileOptions options) {
            return Profiler.profile(scores, taxonomy, tags, options);
        }
    }

    /**
     * The latest finished run of judging.
     *
     * @throws AssayException if there is none, or it made no judgment
     */
    public Source latest(Study study) {
        return study.read(reading -> load(reading, latestRun(reading)));
    }

    /**
     * The latest finished run of judging, by itself.
     *
     * @throws AssayException if there is none
     */
    public Run latestRun(Study study) {
        return study.read(this::latestRun);
    }

    /**
     * The run with this id, also one that is not finished: then what it has made so far.
     *
     * @throws AssayException if there is no such run of judging, or it made no judgment
     */
    public Source ofRun(Study study, String runId) {
        return study.read(reading -> load(reading, namedRun(reading, runId)));
    }

    private Run latestRun(Reading reading) {
        List<Run> judged = runs.ofStep(reading, Judgment.STEP);
        return judged.stream()
                .filter(run -> run.state() == RunState.DONE || run.state() == RunState.PARTLY_DONE)
                .findFirst()
                .orElseThrow(() -> new AssayException(
                        judged.isEmpty()
                                ? "no judgments in this study yet: run judge, or import a data set with scores or preferences"
                                : "no run of judging is finished: let the last one go on (resume), or name it with --run "
                                        + judged.getFirst().id()));
    }

    private Run namedRun(Reading reading, String runId) {
        List<Run> judged = runs.ofStep(reading, Judgment.STEP);
        return judged.stream()
                .filter(run -> run.id().equals(runId))
                .findFirst()
                .orElseThrow(() -> new AssayException("no run " + runId + " of judging in this study"
                        + NearNames.hint(runId, judged.stream().map(Run::id).toList())));
    }

    private Source load(Reading reading, Run run) {
        ScoreMatrix.Builder scores = ScoreMatrix.builder();
        try (Stream<ScoreRow> rows = judgments.streamScores(reading, run.id())) {
            rows.forEach(row -> row.score().ifPresentOrElse(
                    score -> scores.score(row.queryId(), row.subject(), score),
                    () -> scores.failure(row.queryId(), row.subject())));
        }
        if (scores.isEmpty()) {
            throw new AssayException("run " + run.id() + " has made no judgment: there is nothing to profile");
        }
        return new Source(run, scores.build(), taxonomies.load(reading), tags.all(reading));
    }
}
