package dev.assay.app.testing;

import dev.assay.app.demo.Demo;
import dev.assay.app.steps.LocalTagging;
import dev.assay.app.steps.Pc2Setup;
import dev.assay.datasets.importing.ImportFormat;
import dev.assay.datasets.importing.ImportOptions;
import dev.assay.datasets.importing.Importer;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import dev.assay.datasets.testing.RealData;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Studies as people have them, made by the steps that people take. */
public final class SampleStudies {

    private SampleStudies() {}

    /** The bundled sample: 72 queries, 4 subjects, tagged and judged. */
    public static Path demo(Path folder) {
        return new Demo(Clocks.fixed(), Progress.none(), new Cancellation(), step -> {}).run(folder).study();
    }

    /** AlpacaEval with ten models, tagged, and judged by the local engine as well as by GPT-4; skipped where the data are absent. */
    public static Path alpacaEval(Path folder) {
        Path answers = RealData.require("alpaca_eval");
        Path tree = RealData.require("feedbacker/cata_tree.json");
        Path file = folder.resolve("alpaca-10-models.assay");
        try (Study study = Study.create(file, Clocks.fixed())) {
            importInto(study, ImportFormat.FEEDBACKER_TAXONOMY, tree);
            importInto(study, ImportFormat.ALPACA_EVAL, answers);
            LocalTagging.usual().run(study, Clocks.fixed(), Progress.none(), new Cancellation());
            Pc2Setup.usual().run(study, Clocks.fixed(), Progress.none(), new Cancellation());
        }
        return file;
    }

    public static void importInto(Study study, ImportFormat format, Path path) {
        new Importer(study, Clocks.fixed())
                .importPaths(format, List.of(path), new ImportOptions(false, Optional.empty()), Progress.none(), new Cancellation());
    }
}
