package dev.assay.app.steps;

import dev.assay.datasets.Counted;
import dev.assay.datasets.embedding.MiniLmEmbedder;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.study.Study;
import dev.assay.taxonomy.tagging.TaggingResult;
import dev.assay.taxonomy.tagging.TaggingStep;
import java.time.Clock;
import java.util.Locale;

/**
 * Tagging with the embeddings that come with the program.
 *
 * @param redo whether what this step tagged before is tagged anew
 * @param minimum nodes with fewer queries are counted, for the result
 */
public record LocalTagging(boolean redo, int minimum) {

    /** Queries without tags only. */
    public static LocalTagging usual() {
        TaggingStep.Options usual = TaggingStep.Options.usual();
        return new LocalTagging(usual.redo(), usual.minimum());
    }

    /** @throws dev.assay.datasets.AssayException if the study has no taxonomy */
    public TaggingResult run(Study study, Clock clock, Progress progress, Cancellation cancellation) {
        try (MiniLmEmbedder embedder = new MiniLmEmbedder()) {
            return new TaggingStep(study, embedder, clock).run(new TaggingStep.Options(redo, minimum), progress, cancellation);
        }
    }

    /** The result in one line. */
    public static String summary(TaggingResult result) {
        return String.format(Locale.ROOT, "%s tagged, %,d without a tag, %.1f tags a query, %s with too few queries",
                Counted.of(result.tagged(), "query", "queries"), result.untagged(), result.tagsPerQuery(), Counted.of(result.nodesBelowMinimum(), "node"));
    }
}
