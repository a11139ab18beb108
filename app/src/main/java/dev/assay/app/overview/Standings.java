package dev.assay.app.overview;

import dev.assay.app.charts.LeaderboardData;
import dev.assay.app.figures.RunScale;
import dev.assay.app.figures.StudyFigures;
import dev.assay.app.reports.LocalEngineNote;
import dev.assay.app.workbench.OpenStudy;
import dev.assay.datasets.jobs.Run;
import dev.assay.judges.JudgmentTable;
import dev.assay.judges.profiles.ProfileLoader;
import dev.assay.judges.profiles.ProfileLoader.Source;
import dev.assay.judges.profiles.ProfileOptions;
import java.util.Optional;

/**
 * The subjects by their mean score, as the figure of the leaderboard has them.
 *
 * @param about who judged, on what scale
 * @param note what must be said of the judge; may be empty
 */
record Standings(LeaderboardData data, Run run, String about, String note) {

    /** Of all resampling, as on the command line. */
    private static final long SEED = 1;

    /** Of a run; empty if it has scored nothing. */
    static Optional<Standings> of(OpenStudy study, Run run) {
        if (!study.<Boolean>read(reading -> new JudgmentTable().hasScores(reading, run.id()))) {
            return Optional.empty();
        }
        Source source = new ProfileLoader().ofRun(study.study(), run.id());
        RunScale scale = RunScale.of(run);
        LeaderboardData data = new StudyFigures(source.profile(ProfileOptions.seeded(SEED)), scale).leaderboard();
        String note = run.engine().equals("local") ? LocalEngineNote.text() : "";
        return Optional.of(new Standings(data, run, scale.judge() + " · " + scale.label(), note));
    }
}
