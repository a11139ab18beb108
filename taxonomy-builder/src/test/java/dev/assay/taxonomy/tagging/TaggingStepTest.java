package dev.assay.taxonomy.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.embedding.MiniLmEmbedder;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.records.Query;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.study.Writing;
import dev.assay.datasets.testing.Clocks;
import dev.assay.taxonomy.tree.Node;
import dev.assay.taxonomy.tree.NodePath;
import dev.assay.taxonomy.tree.Taxonomy;
import dev.assay.taxonomy.tree.TaxonomyTable;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaggingStepTest {

    private static final TaggingStep.Options REDO = new TaggingStep.Options(true, 5);

    private static final MiniLmEmbedder EMBEDDER = new MiniLmEmbedder();

    @AfterAll
    static void closeEmbedder() {
        EMBEDDER.close();
    }

    @TempDir
    Path folder;

    private Study study;

    @BeforeEach
    void create() {
        study = Study.create(folder.resolve("s.assay"), Clocks.fixed());
    }

    @AfterEach
    void close() {
        study.close();
    }

    @Test
    void queriesGetTheirTagsAndTheResultCountsThem() {
        addTree();
        addQueries(Query.of("Write a haiku about rain."), Query.of("Debug this Python script: print(x"));
        TaggingResult result = tag(TaggingStep.Options.usual());
        assertThat(result.state()).isEqualTo(RunState.DONE);
        assertThat(result.tagged()).isEqualTo(2);
        assertThat(result.untagged()).isZero();
        assertThat(result.truncated()).isZero();
        assertThat(result.tagsPerQuery()).isEqualTo(tags().size() / 2.0);
        assertThat(tags()).extracting(tag -> node(tag).path().toString()).contains("/writing/Task Types/Poem/Haiku", "/coding/Languages/Python");
    }

    @Test
    void aNodeHasTheQueriesOfTheNodesBelowIt() {
        Taxonomy tree = Trees.of("/writing/Task Types/Poem/Haiku", "/writing/Task Types/Email", "/coding/Languages/Python");
        add(tree);
        addQueries(Query.of("Write a haiku about rain."), Query.of("Write a haiku about a frog."));
        TaggingResult result = tag(new TaggingStep.Options(false, 2));
        assertThat(tags()).extracting(tag -> node(tag).name()).containsExactly("Haiku", "Haiku");
        assertThat(result.nodesBelowMinimum()).as("all but the four from writing to haiku").isEqualTo(tree.size() - 4);
    }

    @Test
    void taggingAgainTagsNothing() {
        addTree();
        addQueries(Query.of("Write a haiku about rain."));
        tag(TaggingStep.Options.usual());
        List<Tag> before = tags();
        assertThat(tag(TaggingStep.Options.usual()).tagged()).isZero();
        assertThat(tags()).isEqualTo(before);
    }

    @Test
    void newQueriesAreTaggedAndTheOthersLeft() {
        addTree();
        addQueries(Query.of("Write a haiku about rain."));
        tag(TaggingStep.Options.usual());
        addQueries(Query.of("What is the area of a circle of radius 2?"));
        assertThat(tag(TaggingStep.Options.usual()).tagged()).isEqualTo(1);
    }

    @Test
    void tagsThatCameWithTheDataAreKeptAlsoWhenTaggingIsDoneAgain() {
        addTree();
        Query haiku = Query.of("Write a haiku about rain.");
        addQueries(haiku, Query.of("Write a haiku about a frog."));
        String sonnet = nodeId("/writing/Task Types/Poem/Sonnet");
        study.change(writing -> new TagTable().insert(writing, new Tag(haiku.id(), sonnet, 1), importRun(writing)));
        assertThat(tag(TaggingStep.Options.usual()).tagged()).isEqualTo(1);
        assertThat(tag(REDO).tagged()).isEqualTo(1);
        assertThat(tags()).filteredOn(tag -> tag.queryId().equals(haiku.id())).containsExactly(new Tag(haiku.id(), sonnet, 1));
    }

    @Test
    void aCancelledStepGoesOnWhereItWasAndEndsWithTheSameTags() {
        addTree();
        Query[] many = IntStream.range(0, 1100).mapToObj(i -> Query.of("Write poem number " + i)).toArray(Query[]::new);
        addQueries(many);
        var cancellation = new Cancellation();
        Progress stopAfterTheFirstBatch = (step, done, total) -> {
            assertThat(total).isEqualTo(1100);
            if (done > 0) {
                cancellation.request();
            }
        };
        TaggingResult stopped = step().run(TaggingStep.Options.usual(), stopAfterTheFirstBatch, cancellation);
        assertThat(stopped.state()).isEqualTo(RunState.CANCELLED);
        assertThat(stopped.tagged()).isEqualTo(500);
        assertThat(stopped.untagged()).isEqualTo(600);
        TaggingResult rest = tag(TaggingStep.Options.usual());
        assertThat(rest.runId()).isEqualTo(stopped.runId());
        assertThat(rest.tagged()).isEqualTo(600);
        List<Tag> inTwoParts = tags();
        assertThat(tag(REDO).tagged()).isEqualTo(1100);
        assertThat(tags()).isEqualTo(inTwoParts);
    }

    @Test
    void aQueryTooLongToBeReadToItsEndIsCounted() {
        addTree();
        addQueries(Query.of("Write a story about rain. ".repeat(200)));
        assertThat(tag(TaggingStep.Options.usual()).truncated()).isEqualTo(1);
    }

    @Test
    void aStudyWithoutTaxonomySaysWhatToDo() {
        addQueries(Query.of("Write a haiku about rain."));
        assertThatThrownBy(() -> tag(TaggingStep.Options.usual()))
                .isInstanceOf(AssayException.class)
                .hasMessageContaining("has no taxonomy: import one first");
    }

    @Test
    void aStudyWithoutQueriesIsDoneAtOnce() {
        addTree();
        TaggingResult result = tag(TaggingStep.Options.usual());
        assertThat(result.tagged()).isZero();
        assertThat(result.tagsPerQuery()).isZero();
        assertThat(result.nodesBelowMinimum()).isEqualTo(Trees.small().size());
    }

    private TaggingStep step() {
        return new TaggingStep(study, EMBEDDER, Clocks.fixed());
    }

    private TaggingResult tag(TaggingStep.Options options) {
        return step().run(options, Progress.none(), new Cancellation());
    }

    private void addTree() {
        add(Trees.small());
    }

    private void add(Taxonomy tree) {
        study.change(writing -> {
            String run = importRun(writing);
            tree.nodes().forEach(node -> new TaxonomyTable().insert(writing, node.path(), run));
        });
    }

    private void addQueries(Query... queries) {
        study.change(writing -> {
            String run = importRun(writing);
            for (Query query : queries) {
                new QueryTable().insert(writing, query, run);
            }
        });
    }

    private static String importRun(Writing writing) {
        return new RunTable(Clocks.fixed())
                .begin(writing, "import", "local", JsonNodeFactory.instance.objectNode(), 0)
                .id();
    }

    private List<Tag> tags() {
        return study.<List<Tag>>read(new TagTable()::all);
    }

    private Node node(Tag tag) {
        return tree().byId(tag.nodeId());
    }

    private String nodeId(String path) {
        return tree().find(NodePath.parse(path)).orElseThrow().id();
    }

    private Taxonomy tree() {
        return study.<Taxonomy>read(new TaxonomyTable()::load);
    }
}
