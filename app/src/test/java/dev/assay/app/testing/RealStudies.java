package dev.assay.app.testing;

import dev.assay.datasets.embedding.MiniLmEmbedder;
import dev.assay.datasets.importing.ImportFormat;
import dev.assay.datasets.importing.ImportOptions;
import dev.assay.datasets.importing.Importer;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import dev.assay.datasets.testing.RealData;
import dev.assay.taxonomy.tagging.TaggingStep;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Studies of other people's data; tests that need one are skipped where the data are absent. */
public final class RealStudies {

    private RealStudies() {}

    /** AlpacaEval: 805 queries, 10 subjects with imported preferences, tagged by the local engine. Takes some seconds. */
    public static Study alpacaEval(Path file) {
        Path data = RealData.require("alpaca_eval");
        Path tree = RealData.require("feedbacker/cata_tree.json");
        Study study = Study.create(file, Clocks.fixed());
        Importer importer = new Importer(study, Clocks.fixed());
        take(importer, ImportFormat.ALPACA_EVAL, data);
        take(importer, ImportFormat.FEEDBACKER_TAXONOMY, tree);
        try (MiniLmEmbedder embedder = new MiniLmEmbedder()) {
            new TaggingStep(study, embedder, Clocks.fixed()).run(TaggingStep.Options.usual(), Progress.none(), new Cancellation());
        }
        return study;
    }

    private static void take(Importer importer, ImportFormat format, Path path) {
        importer.importPaths(format, List.of(path), new ImportOptions(false, Optional.empty()), Progress.none(), new Cancellation());
    }
}
