package dev.assay.app.gallery;

import dev.assay.app.charts.Figure;
import dev.assay.app.figures.LoadedProfile;
import dev.assay.app.figures.LoadedProfiles;
import dev.assay.app.figures.StudyCaption;
import dev.assay.app.figures.StudyFigures;
import dev.assay.app.workbench.OpenStudy;
import dev.assay.datasets.jobs.Run;
import dev.assay.judges.JudgmentTable;
import dev.assay.judges.profiles.Profile;
import java.util.List;
import java.util.Optional;

/**
 * What figures are drawn from: one run of judging, and which others there are.
 *
 * @param runs of judging that have made a judgment, the latest first
 * @param subjects with a score, the best first
 */
record Charted(List<Run> runs, Run run, Profile profile, StudyFigures figures, List<String> subjects) {

    /**
     * Reads a study.
     *
     * @param version of the study
     * @param wanted the run; if there is none of that id, or none is wanted, the latest finished one
     * @return empty if nothing is judged yet
     */
    static Optional<Charted> of(OpenStudy study, LoadedProfiles profiles, long version, Optional<String> wanted) {
        List<Run> judging = profiles.runs();
        List<Run> runs = study.read(reading -> judging.stream().filter(run -> new JudgmentTable().hasScores(reading, run.id())).toList());
        if (runs.isEmpty()) {
            return Optional.empty();
        }
        String chosen = wanted.filter(id -> runs.stream().anyMatch(run -> run.id().equals(id)))
                .orElseGet(() -> runs.stream().filter(run -> run.state().isEnd()).findFirst().orElse(runs.getFirst()).id());
        LoadedProfile loaded = profiles.ofRun(chosen, version);
        StudyFigures figures = new StudyFigures(loaded.profile(), loaded.scale());
        return Optional.of(new Charted(runs, loaded.source().run(), loaded.profile(), figures, figures.ranked()));
    }

    /** @throws dev.assay.datasets.AssayException if the profile has nothing to draw in it */
    Figure figure(FigureKind kind, Optional<String> subject) {
        return figures.named(kind.id(), kind.isOfOneSubject() ? subject.or(() -> subjects.stream().findFirst()) : Optional.empty());
    }

    String caption(Figure figure) {
        return StudyCaption.of(figure, run, profile);
    }
}
