package dev.assay.app.shell;

import dev.assay.app.workbench.JobWork;
import dev.assay.app.workbench.OpenStudy;
import dev.assay.datasets.Counted;
import dev.assay.datasets.importing.ImportLook;
import dev.assay.datasets.importing.ImportLook.Recognised;
import dev.assay.datasets.importing.ImportOptions;
import dev.assay.datasets.importing.ImportResult;
import dev.assay.datasets.importing.Importer;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import java.util.Locale;

/** Imports what was recognised, format by format. Run again, it takes in what is missing: files that are in the study change nothing. */
record ImportJob(OpenStudy study, ImportLook look) implements JobWork {

    @Override
    public Outcome run(Progress bytes, Cancellation cancellation) {
        Progress progress = (step, done, total) -> bytes.update(step + ", percent", total <= 0 ? 0 : 100 * done / total, 100);
        Importer importer = new Importer(study.study(), study.clock());
        long rows = 0;
        long rejected = 0;
        String example = "";
        for (Recognised each : look.recognised()) {
            ImportResult result = importer.importPaths(each.format(), each.paths(), ImportOptions.DEFAULT, progress, cancellation);
            rows += result.imported().values().stream().mapToLong(Long::longValue).sum();
            rejected += result.rejectedTotal();
            if (example.isEmpty() && !result.rejected().isEmpty()) {
                example = "; the first: " + result.rejected().getFirst();
            }
            if (result.cancelled()) {
                break;
            }
        }
        String summary = String.format(Locale.ROOT, "%,d new", rows);
        return new Outcome(rejected == 0 ? summary : summary + ", " + Counted.of(rejected, "row") + " rejected" + example, rejected, !cancellation.requested());
    }
}
