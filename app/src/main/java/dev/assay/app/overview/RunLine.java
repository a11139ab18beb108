package dev.assay.app.overview;

import dev.assay.app.figures.RunScale;
import dev.assay.app.jobs.RunWords;
import dev.assay.app.jobs.StudySteps;
import dev.assay.app.steps.RunUnits;
import dev.assay.app.workbench.OpenStudy;
import dev.assay.datasets.jobs.Run;
import dev.assay.judges.Judgment;
import java.util.ArrayList;
import java.util.List;

/**
 * A run as the list of runs has it.
 *
 * @param number counted from the first run of the study
 * @param canGoOn whether this program can go on with it, or try again what failed
 */
record RunLine(int number, Run run, RunUnits units, boolean canGoOn) {

    /** @param runs the latest first */
    static List<RunLine> of(OpenStudy study, List<Run> runs, int most) {
        return study.read(reading -> {
            List<RunLine> lines = new ArrayList<>();
            for (int i = 0; i < Math.min(most, runs.size()); i++) {
                Run run = runs.get(i);
                lines.add(new RunLine(runs.size() - i, run, RunUnits.of(run, reading), StudySteps.canGoOn(run)));
            }
            return lines;
        });
    }

    boolean isJudging() {
        return run.step().equals(Judgment.STEP);
    }

    String step() {
        return RunWords.step(run);
    }

    /** Who did it, or what came in. */
    String by() {
        if (isJudging()) {
            return run.engine().equals("local") ? "local engine, against " + run.spec().path("baseline").asText() : RunScale.of(run).judge();
        }
        return RunWords.what(run);
    }
}
