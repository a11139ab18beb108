package dev.assay.app.figures;

import dev.assay.app.charts.Figure;
import dev.assay.datasets.ProgramVersion;
import dev.assay.datasets.jobs.Run;
import dev.assay.judges.profiles.Profile;
import java.util.Locale;

/** The caption of a figure of a study, for a paper: what was scored, how it is to be read, and by which run it can be made again. */
public final class StudyCaption {

    private StudyCaption() {}

    public static String of(Figure figure, Run run, Profile profile) {
        RunScale scale = RunScale.of(run);
        int subjects = profile.subjects().size();
        int queries = profile.root().n();
        return String.format(
                Locale.ROOT,
                "%s, of %,d %s on %,d %s; judged by %s. %s Intervals by resampling queries, or by their clustered standard error where there are"
                        + " at least %d queries (%,d resamples, seed %d). Run %s, seed %d; Assay %s.",
                capital(scale.label()),
                subjects,
                subjects == 1 ? "subject" : "subjects",
                queries,
                queries == 1 ? "query" : "queries",
                scale.judge(),
                figure.caption(),
                profile.options().formulaFrom(),
                profile.options().resamples(),
                profile.options().seed(),
                run.id(),
                run.seed(),
                ProgramVersion.current());
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
