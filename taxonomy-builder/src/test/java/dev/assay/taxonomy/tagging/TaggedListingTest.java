package dev.assay.taxonomy.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.records.FoundQueries;
import dev.assay.datasets.records.Query;
import dev.assay.datasets.records.QueryFilter;
import dev.assay.datasets.records.QuerySort;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import dev.assay.taxonomy.tagging.Placement.Anywhere;
import dev.assay.taxonomy.tagging.Placement.Below;
import dev.assay.taxonomy.tagging.Placement.Thin;
import dev.assay.taxonomy.tagging.Placement.Untagged;
import dev.assay.taxonomy.tree.NodePath;
import dev.assay.taxonomy.tree.Taxonomy;
import dev.assay.taxonomy.tree.TaxonomyTable;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaggedListingTest {

    @TempDir
    Path folder;

    private final TaggedListing listing = new TaggedListing();
    private Study study;

    @BeforeEach
    void create() {
        study = Study.create(folder.resolve("s.assay"), Clocks.fixed());
        study.change(writing -> {
            String run = new RunTable(Clocks.fixed()).begin(writing, "import", "local", JsonNodeFactory.instance.objectNode(), 0).id();
            Trees.small().nodes().forEach(node -> new TaxonomyTable().insert(writing, node.path(), run));
            for (String text : List.of("debug", "haiku", "both", "sonnet", "nothing")) {
                new QueryTable().insert(writing, Query.of(text), run);
            }
        });
        tag("debug", "/coding/Task Types/Debugging", "/coding/Languages/Python");
        tag("haiku", "/writing/Task Types/Poem/Haiku");
        tag("both", "/writing/Task Types/Poem/Haiku", "/writing/Styles/Formal");
        tag("sonnet", "/writing/Task Types/Poem/Sonnet");
    }

    @AfterEach
    void close() {
        study.close();
    }

    @Test
    void queriesAreFoundUnderANodeAndAllBelowIt() {
        assertThat(texts(new Below(id("/writing")))).containsExactly("haiku", "both", "sonnet");
        assertThat(texts(new Below(id("/writing/Task Types/Poem")))).containsExactly("haiku", "both", "sonnet");
        assertThat(texts(new Below(id("/writing/Styles")))).containsExactly("both");
        assertThat(texts(new Below(id("/math")))).isEmpty();
        assertThat(texts(new Below("no such node"))).isEmpty();
        assertThat(texts(new Anywhere())).hasSize(5);
        assertThat(texts(new Untagged())).containsExactly("nothing");
    }

    @Test
    void thinIsWhatStandsUnderANodeWithFewQueries() {
        assertThat(texts(new Thin(2))).as("under Debugging, Python, Formal, Sonnet").containsExactly("debug", "both", "sonnet");
        assertThat(texts(new Thin(1))).isEmpty();
    }

    @Test
    void placeAndFilterAreCombined() {
        Placement writing = new Below(id("/writing"));
        QueryFilter filter = QueryFilter.all().withSearch("hai");
        assertThat(study.<Integer>read(reading -> listing.count(reading, filter, writing))).isEqualTo(1);
        assertThat(study.<Integer>read(reading -> listing.count(reading, filter, new Untagged()))).isZero();
    }

    @Test
    void rowsHaveTheirTags() {
        List<TaggedRow> rows = rows(new Anywhere());
        assertThat(rows.get(2).tags()).extracting(tag -> tree().byId(tag.nodeId()).path().toString())
                .containsExactlyInAnyOrder("/writing/Task Types/Poem/Haiku", "/writing/Styles/Formal");
        assertThat(rows.get(4).tags()).isEmpty();
    }

    @Test
    void aNodeCountsAQueryOnceHoweverManyNodesBelowItHaveIt() {
        NodeCounts counts = study.read(NodeCounts::of);
        assertThat(counts.queries(counts.taxonomy().find(NodePath.parse("/writing")).orElseThrow())).isEqualTo(3);
        assertThat(counts.queries(counts.taxonomy().find(NodePath.parse("/coding")).orElseThrow())).isEqualTo(1);
        assertThat(counts.queries(counts.taxonomy().find(NodePath.parse("/math")).orElseThrow())).isZero();
    }

    private void tag(String text, String... paths) {
        study.change(writing -> {
            String run = new RunTable(Clocks.fixed()).begin(writing, "import", "local", JsonNodeFactory.instance.objectNode(), 0).id();
            for (String path : paths) {
                Taxonomy tree = new TaxonomyTable().load(writing);
                new TagTable().insert(writing, new Tag(Query.of(text).id(), tree.find(NodePath.parse(path)).orElseThrow().id(), 1), run);
            }
        });
    }

    private List<TaggedRow> rows(Placement placement) {
        return study.read(reading -> {
            FoundQueries found = listing.find(reading, QueryFilter.all(), placement, QuerySort.byNumber());
            return listing.page(reading, found, 0, 100);
        });
    }

    private List<String> texts(Placement placement) {
        return rows(placement).stream().map(row -> row.query().preview()).toList();
    }

    private Taxonomy tree() {
        return study.<Taxonomy>read(new TaxonomyTable()::load);
    }

    private String id(String path) {
        return tree().find(NodePath.parse(path)).orElseThrow().id();
    }
}
