package dev.assay.app.figures;

import dev.assay.datasets.jobs.Run;
import dev.assay.judges.profiles.Branches;
import dev.assay.judges.profiles.Profile;
import dev.assay.judges.profiles.ProfileLoader.Source;

/**
 * The profile of a run of judging with everything that it was computed from.
 *
 * @param profile of all subjects
 * @param branches of its taxonomy, for unions and for comparisons with one subject
 */
public record LoadedProfile(Source source, RunScale scale, Profile profile, Branches branches) {

    public Run run() {
        return source.run();
    }
}
