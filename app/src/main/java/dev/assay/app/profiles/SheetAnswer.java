package dev.assay.app.profiles;

import dev.assay.app.figures.LoadedProfile;
import dev.assay.app.figures.LoadedProfiles;
import dev.assay.datasets.AssayException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What there is to show of a run of judging.
 *
 * @param runs all runs of judging
 * @param sheet empty if there is nothing to show
 * @param problem why not; empty if there is
 */
public record SheetAnswer(List<RunChoice> runs, Optional<ScoreSheet> sheet, String problem) {

    /**
     * Loads it; not on the JavaFX thread.
     *
     * @param run the latest finished one if empty
     * @param against the mean of the others if the run has not judged it
     * @param version of the study
     */
    public static SheetAnswer of(LoadedProfiles profiles, Optional<String> run, Reference against, long version) {
        List<RunChoice> choices =
                profiles.runs().stream().map(one -> RunChoice.of(one, ZoneId.systemDefault())).toList();
        try {
            LoadedProfile loaded = run.map(id -> profiles.ofRun(id, version)).orElseGet(() -> profiles.latest(version));
            boolean isThere = against instanceof Reference.Others
                    || (against instanceof Reference.Chosen(String name) && loaded.profile().subjects().contains(name));
            return new SheetAnswer(choices, Optional.of(ScoreSheet.of(loaded, isThere ? against : new Reference.Others())), "");
        } catch (AssayException e) {
            return new SheetAnswer(choices, Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    /** The run that the sheet is of. */
    public Optional<RunChoice> run() {
        return sheet.flatMap(made -> runs.stream().filter(one -> one.id().equals(made.loaded().run().id())).findFirst());
    }
}
