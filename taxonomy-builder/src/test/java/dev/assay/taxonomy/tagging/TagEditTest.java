package dev.assay.taxonomy.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.edits.Edit;
import dev.assay.datasets.edits.EditHistory;
import dev.assay.datasets.embedding.MiniLmEmbedder;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.records.Query;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.study.Reading;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.study.Writing;
import dev.assay.datasets.testing.Clocks;
import dev.assay.taxonomy.tree.NodePath;
import dev.assay.taxonomy.tree.Taxonomy;
import dev.assay.taxonomy.tree.TaxonomyTable;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TagEditTest {

    private static final Query HAIKU = Query.of("Write a haiku about rain.");
    private static final Query DEBUG = Query.of("Debug this Python script: print(x");

    @TempDir
    Path folder;

    private Study study;
    private EditHistory history;

    @BeforeEach
    void create() {
        study = Study.create(folder.resolve("s.assay"), Clocks.fixed());
        history = new EditHistory(study, Clocks.fixed());
        study.change(writing -> {
            String run = importRun(writing);
            Trees.small().nodes().forEach(node -> new TaxonomyTable().insert(writing, node.path(), run));
            new QueryTable().insert(writing, HAIKU, run);
            new QueryTable().insert(writing, DEBUG, run);
        });
    }

    @AfterEach
    void close() {
        study.close();
    }

    @Test
    void aPersonAddsChangesAndRemovesTagsAndUndoesIt() {
        imported(HAIKU, "/writing/Task Types/Story", 0.25);
        Edit add = set(HAIKU, "/writing/Task Types/Story", "/writing/Task Types/Poem/Haiku");
        assertThat(add.description()).isEqualTo("add tag writing › Task Types › Poem › Haiku to query 1");
        Edit remove = set(HAIKU, "/writing/Task Types/Poem/Haiku");
        assertThat(remove.description()).isEqualTo("remove tag writing › Task Types › Story from query 1");
        assertThat(set(HAIKU, "/writing/Styles/Formal", "/math").description()).isEqualTo("change the tags of query 1");
        assertThat(tags(HAIKU)).containsExactlyInAnyOrder("/writing/Styles/Formal 1.0", "/math 1.0");
        undo();
        assertThat(tags(HAIKU)).containsExactly("/writing/Task Types/Poem/Haiku 1.0");
        undo();
        assertThat(tags(HAIKU)).containsExactlyInAnyOrder("/writing/Task Types/Poem/Haiku 1.0", "/writing/Task Types/Story 1.0");
        undo();
        assertThat(tags(HAIKU)).as("with the score it had").containsExactly("/writing/Task Types/Story 0.25");
        assertThat(history.redo()).contains(add);
        assertThat(history.redo()).contains(remove);
        assertThat(tags(HAIKU)).containsExactly("/writing/Task Types/Poem/Haiku 1.0");
    }

    @Test
    void undoingRestoresWhoTagged() {
        String importRun = imported(HAIKU, "/writing/Task Types/Story", 0.25);
        Edit edit = set(HAIKU, "/math");
        assertThat(runsOfTags(HAIKU)).containsExactly("edit person");
        undo();
        assertThat(study.<List<TagTable.Stored>>read(reading -> new TagTable().stored(reading, HAIKU.id())))
                .containsExactly(new TagTable.Stored(nodeId("/writing/Task Types/Story"), 0.25, importRun));
        assertThat(edit.kind()).isEqualTo("query tags");
    }

    @Test
    void ofANodeAndOneAboveItOnlyTheDeeperIsKept() {
        assertThat(set(HAIKU, "/writing", "/writing/Task Types/Poem", "/writing/Task Types/Poem/Haiku", "/math").description())
                .isEqualTo("change the tags of query 1");
        assertThat(tags(HAIKU)).containsExactlyInAnyOrder("/writing/Task Types/Poem/Haiku 1.0", "/math 1.0");
    }

    @Test
    void taggingAgainLeavesWhatAPersonSaid() {
        try (MiniLmEmbedder embedder = new MiniLmEmbedder()) {
            tag(embedder, false);
            String before = tags(DEBUG).toString();
            List<String> first = tags(HAIKU);
            assertThat(first).isNotEmpty();
            set(HAIKU, Stream.concat(first.stream().map(tag -> tag.substring(0, tag.lastIndexOf(' '))), Stream.of("/math/Topics/Algebra"))
                    .toArray(String[]::new));
            List<String> said = tags(HAIKU);
            assertThat(said).hasSize(first.size() + 1).contains("/math/Topics/Algebra 1.0");
            TaggingResult again = tag(embedder, true);
            assertThat(again.tagged()).as("only the other query").isEqualTo(1);
            assertThat(tags(HAIKU)).isEqualTo(said);
            assertThat(tags(DEBUG)).hasToString(before);
            assertThat(tag(embedder, false).tagged()).isZero();
            undo();
            assertThat(tags(HAIKU)).isEqualTo(first);
        }
    }

    @Test
    void tagsThatHaveChangedSinceAreNotUndone() {
        set(HAIKU, "/math");
        study.change(writing -> new TagTable().insert(writing, new Tag(HAIKU.id(), nodeId(writing, "/coding"), 0.5), importRun(writing)));
        assertThatThrownBy(history::undo)
                .isInstanceOf(AssayException.class)
                .hasMessage("cannot undo 'add tag math to query 1': the tags of query 1 have changed since; nothing was changed");
        assertThat(tags(HAIKU)).containsExactlyInAnyOrder("/coding 0.5", "/math 1.0");
        assertThat(history.undoable()).contains("add tag math to query 1");
    }

    @Test
    void aTagOfANodeThatIsGoneIsNotRestored() {
        imported(HAIKU, "/math/Topics/Algebra", 1);
        set(HAIKU, "/writing");
        study.change(writing -> writing.sql().execute("DELETE FROM node WHERE name = 'Algebra'"));
        assertThatThrownBy(history::undo).hasMessageContaining("the taxonomy has lost a node since; nothing was changed");
        assertThat(tags(HAIKU)).containsExactly("/writing 1.0");
    }

    @Test
    void anUnknownQueryOrNodeMakesNoEdit() {
        assertThatThrownBy(() -> study.read(reading -> TagEdit.edit(reading, "nobody", List.of()))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> study.read(reading -> TagEdit.edit(reading, HAIKU.id(), List.of("nowhere")))).isInstanceOf(IllegalArgumentException.class);
    }

    private Edit set(Query query, String... paths) {
        Edit edit = study.read(reading -> TagEdit.edit(reading, query.id(), Stream.of(paths).map(path -> nodeId(reading, path)).toList()));
        history.perform(edit);
        return edit;
    }

    private void undo() {
        assertThat(history.undo()).isPresent();
    }

    private TaggingResult tag(MiniLmEmbedder embedder, boolean redo) {
        return new TaggingStep(study, embedder, Clocks.fixed()).run(new TaggingStep.Options(redo, 5), Progress.none(), new Cancellation());
    }

    private String imported(Query query, String path, double score) {
        return study.<String>write(writing -> {
            String run = importRun(writing);
            assertThat(new TagTable().insert(writing, new Tag(query.id(), nodeId(writing, path), score), run)).isTrue();
            return run;
        });
    }

    private static String importRun(Writing writing) {
        RunTable runs = new RunTable(Clocks.fixed());
        String run = runs.begin(writing, "import", "local", JsonNodeFactory.instance.objectNode(), 0).id();
        runs.end(writing, run, RunState.DONE);
        return run;
    }

    /** Path and score of each tag. */
    private List<String> tags(Query query) {
        return study.read(reading -> {
            Taxonomy tree = new TaxonomyTable().load(reading);
            return new TagTable().stored(reading, query.id()).stream().map(tag -> tree.byId(tag.nodeId()).path() + " " + tag.score()).toList();
        });
    }

    private List<String> runsOfTags(Query query) {
        return study.read(reading -> new TagTable().stored(reading, query.id()).stream()
                .map(tag -> new RunTable(Clocks.fixed()).find(reading, tag.runId()).orElseThrow())
                .map((Run run) -> run.step() + " " + run.engine())
                .toList());
    }

    private String nodeId(String path) {
        return study.read(reading -> nodeId(reading, path));
    }

    private static String nodeId(Reading reading, String path) {
        return new TaxonomyTable().load(reading).find(NodePath.parse(path)).orElseThrow().id();
    }
}
