package dev.assay.app.shell;

import dev.assay.app.reports.Report;
import dev.assay.app.workbench.JobWork;
import dev.assay.datasets.StoppedException;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.study.Study;
import dev.assay.judges.profiles.Profile;
import dev.assay.judges.profiles.ProfileLoader;
import dev.assay.judges.profiles.ProfileOptions;
import java.nio.file.Path;

/** Writes the report of a study into a folder. */
record ReportJob(Study study, Path folder) implements JobWork {

    /** The same as the command line's usual one, so that both write the same report. */
    private static final long SEED = 1;

    @Override
    public Outcome run(Progress progress, Cancellation cancellation) {
        ProfileLoader.Source source = new ProfileLoader().latest(study);
        Profile profile = source.profile(ProfileOptions.seeded(SEED));
        Report.Written written = new Report(study, source, profile).write(folder, stopping(progress, cancellation));
        return new Outcome("written to " + written.page(), 0, true);
    }

    /** Ends, between two pieces of the work, what itself knows nothing of being stopped. */
    private static Progress stopping(Progress progress, Cancellation cancellation) {
        return (step, done, total) -> {
            if (cancellation.requested()) {
                throw new StoppedException(StoppedException.BY_PERSON);
            }
            progress.update(step, done, total);
        };
    }
}
