package dev.assay.app.overview;

import dev.assay.app.reports.StudySize;
import dev.assay.app.steps.Pc2Setup;
import dev.assay.app.steps.RunUnits;
import dev.assay.app.workbench.OpenStudy;
import dev.assay.datasets.edits.StudyTitle;
import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.models.ledger.CallTable;
import dev.assay.datasets.models.ledger.Spending;
import dev.assay.datasets.responding.Responding;
import dev.assay.datasets.study.Reading;
import dev.assay.judges.Judgment;
import dev.assay.judges.JudgmentTable;
import dev.assay.taxonomy.tagging.TagTable;
import java.util.List;
import java.util.Optional;

/**
 * A study in numbers that are quickly counted.
 *
 * @param title what it is called
 * @param tagged queries with a place in the taxonomy
 * @param runs all of them, the latest first
 * @param answering the latest run in which models answered
 * @param judged the latest run of judging
 * @param spent what language models have cost so far
 * @param writable whether steps can be started
 */
record Glance(
        String title, StudySize size, int tagged, List<Run> runs, Optional<Answering> answering, Optional<Judged> judged, Spending spent, boolean writable) {

    /** A run of answering. */
    record Answering(Run run, RunUnits units) {

        /** Whether it stopped before its end. */
        boolean stopped() {
            return hasStopped(run);
        }

        /** Whether something is left to do in it. */
        boolean canGoOn() {
            return stopped() || run.state() == RunState.PARTLY_DONE;
        }
    }

    /**
     * A run of judging.
     *
     * @param criteria queries with criteria of this run; empty if it works without
     * @param queries of which it judges the answers
     */
    record Judged(Run run, RunUnits units, Optional<Integer> criteria, int queries) {

        /** Whether it stopped before its end. */
        boolean stopped() {
            return hasStopped(run);
        }

        /** Whether this program can go on with it. */
        boolean canGoOn() {
            return Pc2Setup.of(run).isPresent() && (stopped() || run.state() == RunState.PARTLY_DONE);
        }
    }

    static Glance of(OpenStudy study) {
        String title = StudyTitle.of(study.study());
        return study.read(reading -> {
            StudySize size = StudySize.of(reading);
            List<Run> runs = new RunTable(study.clock()).all(reading);
            Optional<Judged> judged =
                    runs.stream().filter(run -> run.step().equals(Judgment.STEP)).findFirst().map(run -> judged(reading, run, size));
            Optional<Answering> answering = runs.stream()
                    .filter(run -> run.step().equals(Responding.STEP))
                    .findFirst()
                    .map(run -> new Answering(run, RunUnits.of(run, reading)));
            Spending spent = new CallTable().spent(reading);
            return new Glance(title, size, new TagTable().countTagged(reading), runs, answering, judged, spent, study.writable());
        });
    }

    private static boolean hasStopped(Run run) {
        return switch (run.state()) {
            case INTERRUPTED, PAUSED, CANCELLED, FAILED -> true;
            case QUEUED, RUNNING, DONE, PARTLY_DONE -> false;
        };
    }

    private static Judged judged(Reading reading, Run run, StudySize size) {
        boolean derives = run.spec().path("judge").asText().equals("pc2");
        Optional<Integer> criteria =
                derives ? Optional.of(new JudgmentTable().queriesWithCriteria(reading, run.id())) : Optional.empty();
        int queries = Math.min(size.queries(), run.spec().path("limit").asInt(Integer.MAX_VALUE));
        return new Judged(run, RunUnits.of(run, reading), criteria, queries);
    }

    int untagged() {
        return size.queries() - tagged;
    }

    long imports() {
        return runs.stream().filter(run -> run.step().equals("import")).count();
    }
}
