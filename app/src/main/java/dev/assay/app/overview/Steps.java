package dev.assay.app.overview;

import dev.assay.app.steps.LocalTagging;
import dev.assay.app.steps.Pc2Setup;
import dev.assay.app.workbench.Job;
import dev.assay.app.workbench.JobWork.Outcome;
import dev.assay.app.workbench.Jobs;
import dev.assay.app.workbench.OpenStudy;
import dev.assay.judges.pc2.Pc2Judging;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Starts steps of the study as jobs, as the command line would run them, and remembers which job is which step. On the JavaFX thread. */
final class Steps {

    private final OpenStudy study;
    private final Jobs jobs;
    private final Map<Job, StepWork> started = new HashMap<>();

    Steps(OpenStudy study, Jobs jobs) {
        this.study = study;
        this.jobs = jobs;
    }

    void tag() {
        LocalTagging tagging = LocalTagging.usual();
        Job job = jobs.start("Tagging", (progress, cancellation) ->
                new Outcome(LocalTagging.summary(tagging.run(study.study(), study.clock(), progress, cancellation)), 0));
        started.put(job, StepWork.TAG);
    }

    void judge(Pc2Setup setup) {
        Job job = jobs.start("PC2 judging", (progress, cancellation) -> {
            Pc2Judging.Result result = setup.run(study.study(), study.clock(), progress, cancellation);
            return new Outcome(Pc2Setup.summary(result), result.failed());
        });
        started.put(job, StepWork.JUDGE);
    }

    /** What a job does, if it was started here. */
    Optional<StepWork> workOf(Job job) {
        return Optional.ofNullable(started.get(job));
    }
}
