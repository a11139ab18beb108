package dev.assay.app.overview;

import dev.assay.app.charts.LeaderboardData;
import dev.assay.app.figures.LoadedProfile;
import dev.assay.app.figures.LoadedProfiles;
import dev.assay.app.figures.RunScale;
import dev.assay.app.figures.StudyFigures;
import dev.assay.app.reports.LocalEngineNote;
import dev.assay.app.workbench.OpenStudy;
import dev.assay.datasets.jobs.Run;
import dev.assay.judges.JudgmentTable;
import java.util.Optional;

/**
 * The subjects by their mean score, as the figure of the leaderboard has them.
 *
 * @param about who judged, on what scale
 * @param note what must be said of the judge; may be empty
 */
record Standings(LeaderboardData data, Run run, String about, String note) {

    /** Of a run; empty if it has scored nothing. */
    static Optional<Standings> of(OpenStudy study, LoadedProfiles profiles, long version, Run run) {
        if (!study.<Boolean>read(reading -> new JudgmentTable().hasScores(reading, run.id()))) {
            return Optional.empty();
        }
        LoadedProfile loaded = profiles.ofRun(run.id(), version);
        RunScale scale = loaded.scale();
        LeaderboardData data = new StudyFigures(loaded.profile(), scale).leaderboard();
        String note = run.engine().equals("local") ? LocalEngineNote.text() : "";
        return Optional.of(new Standings(data, run, scale.judge() + " · " + scale.label(), note));
    }
}
