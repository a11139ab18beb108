package dev.assay.app.cli;

import dev.assay.datasets.study.Study;
import dev.assay.judges.profiles.Profile;
import dev.assay.judges.profiles.ProfileLoader;
import dev.assay.judges.profiles.ProfileLoader.Source;
import dev.assay.judges.profiles.ProfileOptions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which run a command profiles, and with which seed; the same for all commands that show a profile. */
final class ProfileOptionsMixin {

    @Option(names = "--run", paramLabel = "ID", description = "The run of judging (default: the latest finished one).")
    private @Nullable String run;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed of the resampling (default: ${DEFAULT-VALUE}).")
    private long seed;

    Source load(Study study) {
        ProfileLoader loader = new ProfileLoader();
        return Optional.ofNullable(run).map(id -> loader.ofRun(study, id)).orElseGet(() -> loader.latest(study));
    }

    Profile profile(Source source) {
        return source.profile(ProfileOptions.seeded(seed));
    }

    long seed() {
        return seed;
    }
}
