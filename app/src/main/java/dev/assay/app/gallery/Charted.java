package dev.assay.app.gallery;

import dev.assay.app.charts.Figure;
import dev.assay.app.figures.RunScale;
import dev.assay.app.figures.StudyCaption;
import dev.assay.app.figures.StudyFigures;
import dev.assay.app.workbench.OpenStudy;
import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.judges.Judgment;
import dev.assay.judges.JudgmentTable;
import dev.assay.judges.profiles.Profile;
import dev.assay.judges.profiles.ProfileLoader;
import dev.assay.judges.profiles.ProfileLoader.Source;
import dev.assay.judges.profiles.ProfileOptions;
import java.util.List;
import java.util.Optional;

/**
 * What figures are drawn from: one run of judging, and which others there are.
 *
 * @param runs of judging that have made a judgment, the latest first
 * @param subjects with a score, the best first
 */
record Charted(List<Run> runs, Run run, Profile profile, StudyFigures figures, List<String> subjects) {

    /** Of all resampling, as on the command line. */
    private static final long SEED = 1;

    /**
     * Reads a study.
     *
     * @param wanted the run; if there is none of that id, or none is wanted, the latest finished one
     * @return empty if nothing is judged yet
     */
    static Optional<Charted> of(OpenStudy study, Optional<String> wanted) {
        List<Run> runs = study.read(reading -> new RunTable(study.clock())
                .ofStep(reading, Judgment.STEP).stream()
                        .filter(run -> new JudgmentTable().hasScores(reading, run.id()))
                        .toList());
        if (runs.isEmpty()) {
            return Optional.empty();
        }
        String chosen = wanted.filter(id -> runs.stream().anyMatch(run -> run.id().equals(id)))
                .orElseGet(() -> runs.stream().filter(run -> run.state().isEnd()).findFirst().orElse(runs.getFirst()).id());
        Source source = new ProfileLoader().ofRun(study.study(), chosen);
        Profile profile = source.profile(ProfileOptions.seeded(SEED));
        StudyFigures figures = new StudyFigures(profile, RunScale.of(source.run()));
        return Optional.of(new Charted(runs, source.run(), profile, figures, figures.ranked()));
    }

    /** @throws dev.assay.datasets.AssayException if the profile has nothing to draw in it */
    Figure figure(FigureKind kind, Optional<String> subject) {
        return figures.named(kind.id(), kind.isOfOneSubject() ? subject.or(() -> subjects.stream().findFirst()) : Optional.empty());
    }

    String caption(Figure figure) {
        return StudyCaption.of(figure, run, profile);
    }
}
