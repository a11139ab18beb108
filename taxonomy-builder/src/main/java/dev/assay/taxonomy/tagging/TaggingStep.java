package dev.assay.taxonomy.tagging;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.embedding.Embedder;
import dev.assay.datasets.embedding.EmbeddingCache;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.records.ContentId;
import dev.assay.datasets.records.Query;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.study.Reading;
import dev.assay.datasets.study.Study;
import dev.assay.taxonomy.tree.Taxonomy;
import dev.assay.taxonomy.tree.TaxonomyTable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tags the queries of a study that have no tag yet, with the local engine, and stores the tags batch by batch: stopped at any moment, it goes
 * on where it was. Tags that came with the data are kept, and their queries serve as examples of their nodes.
 */
public final class TaggingStep {

    /** Name of the step in the runs of a study. */
    public static final String STEP = "tag";
    private static final String ENGINE = "local";

    /** Queries per transaction. */
    private static final int BATCH = 500;

    /** More examples of a node do not change its vector much, and each must be embedded. */
    private static final int MOST_EXAMPLES = 20;

    private final Study study;
    private final RunTable runs;
    private final Embedder embedder;
    private final QueryTable queries = new QueryTable();
    private final TagTable tags = new TagTable();

    /** A step of a study. What is embedded is kept in the study. */
    public TaggingStep(Study study, Embedder embedder, Clock clock) {
        this.study = study;
        this.embedder = new EmbeddingCache(embedder, study);
        runs = new RunTable(clock);
    }

    /**
     * What to do.
     *
     * @param redo whether to take away first what this step tagged before
     * @param minimum queries that a node should have, for {@link TaggingResult#nodesBelowMinimum}
     */
    public record Options(boolean redo, int minimum) {

        /** Only queries without tags; 5 queries a node, below which a profile tests nothing. */
        public static Options usual() {
            return new Options(false, 5);
        }
    }

    /** @throws AssayException if the study has no taxonomy */
    public TaggingResult run(Options options, Progress progress, Cancellation cancellation) {
        Taxonomy taxonomy = study.<Taxonomy>read(new TaxonomyTable()::load);
        if (taxonomy.isEmpty()) {
            throw new AssayException(study.file() + " has no taxonomy: import one first, as with 'assay import feedbacker-taxonomy FILE'");
        }
        List<String> ownRuns = study.<List<Run>>read(reading -> runs.ofStep(reading, STEP)).stream().map(Run::id).toList();
        if (options.redo()) {
            study.change(writing -> tags.deleteOfRuns(writing, ownRuns));
        }
        Map<String, List<String>> examples = study.<Map<String, List<String>>>read(reading -> examples(reading, taxonomy, ownRuns));
        List<String> waiting = study.<List<String>>read(this::waiting);
        Run run = study.<Run>write(writing -> runs.begin(writing, STEP, ENGINE, spec(taxonomy, examples), 0));
        Work work = new Work(run.id(), waiting);
        try {
            RunState state = waiting.isEmpty() ? RunState.DONE : work.tagAll(new LocalTagger(taxonomy, examples, embedder), progress, cancellation);
            study.change(writing -> runs.leave(writing, run.id(), state));
            return study.<TaggingResult>read(reading -> result(reading, taxonomy, options, work, state));
        } catch (RuntimeException e) {
            study.change(writing -> runs.end(writing, run.id(), RunState.FAILED));
            throw e;
        }
    }

    /** One pass over the queries that wait. */
    private final class Work {

        private final String runId;
        private final List<String> waiting;
        private int tagged;
        private int truncated;

        Work(String runId, List<String> waiting) {
            this.runId = runId;
            this.waiting = waiting;
        }

        RunState tagAll(Tagger tagger, Progress progress, Cancellation cancellation) {
            progress.update(STEP, 0, waiting.size());
            for (int from = 0; from < waiting.size(); from += BATCH) {
                if (cancellation.requested()) {
                    return cancellation.stopsAs();
                }
                tagBatch(tagger, waiting.subList(from, Math.min(from + BATCH, waiting.size())));
                progress.update(STEP, tagged, waiting.size());
            }
            return RunState.DONE;
        }

        private void tagBatch(Tagger tagger, List<String> ids) {
            List<Query> batch = study.<List<Query>>read(reading ->
                    ids.stream().map(id -> queries.find(reading, id).orElseThrow()).toList());
            List<Tagging> taggings = tagger.tag(batch);
            study.change(writing -> {
                for (int i = 0; i < batch.size(); i++) {
                    taggings.get(i).tags(batch.get(i).id()).forEach(tag -> tags.insert(writing, tag, runId));
                }
            });
            tagged += batch.size();
            truncated += (int) batch.stream().filter(query -> embedder.truncates(query.text())).count();
        }
    }

    private List<String> waiting(Reading reading) {
        Set<String> done = tags.taggedQueries(reading);
        return queries.ids(reading).stream().filter(id -> !done.contains(id)).toList();
    }

    private Map<String, List<String>> examples(Reading reading, Taxonomy taxonomy, List<String> ownRuns) {
        Map<String, List<String>> examples = new LinkedHashMap<>();
        for (Tag tag : tags.notOfRuns(reading, ownRuns)) {
            List<String> ofNode = examples.computeIfAbsent(tag.nodeId(), any -> new ArrayList<>());
            if (taxonomy.contains(tag.nodeId()) && ofNode.size() < MOST_EXAMPLES) {
                queries.find(reading, tag.queryId()).ifPresent(query -> ofNode.add(query.text()));
            }
        }
        examples.values().removeIf(List::isEmpty);
        return examples;
    }

    /** All that the tags depend on, the taxonomy and the examples as hashes. */
    private ObjectNode spec(Taxonomy taxonomy, Map<String, List<String>> examples) {
        List<String> nodes = taxonomy.nodes().stream().map(node -> node.id() + " " + node.path()).toList();
        List<String> known = examples.entrySet().stream().map(Map.Entry::toString).toList();
        return JsonNodeFactory.instance
                .objectNode()
                .put("embedding", embedder.model())
                .put("taxonomy", ContentId.of("taxonomy", nodes.toArray(String[]::new)))
                .put("examples", ContentId.of("examples", known.toArray(String[]::new)));
    }

    private TaggingResult result(Reading reading, Taxonomy taxonomy, Options options, Work work, RunState state) {
        List<Tag> all = tags.all(reading);
        Set<String> tagged = all.stream().map(Tag::queryId).collect(Collectors.toSet());
        NodeCounts counts = NodeCounts.of(reading);
        long below = taxonomy.nodes().stream().filter(node -> counts.queries(node) < options.minimum()).count();
        return new TaggingResult(
                work.runId,
                state,
                work.tagged,
                queries.count(reading) - tagged.size(),
                tagged.isEmpty() ? 0 : (double) all.size() / tagged.size(),
                (int) below,
                work.truncated);
    }
}
