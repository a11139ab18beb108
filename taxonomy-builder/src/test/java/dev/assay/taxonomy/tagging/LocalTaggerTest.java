package dev.assay.taxonomy.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.datasets.embedding.MiniLmEmbedder;
import dev.assay.datasets.records.Query;
import dev.assay.taxonomy.tagging.Tagging.Fit;
import dev.assay.taxonomy.tree.Taxonomy;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalTaggerTest {

    private static final Query HAIKU = Query.of("Write a haiku about the first snow of the year.");
    private static final Query BUG = Query.of("Debug my Python script: it raises a KeyError, and I do not see why.");
    private static final Query TRIANGLE = Query.of("A triangle has sides of 5, 12 and 13 cm. Compute its area.");

    private final MiniLmEmbedder embedder = new MiniLmEmbedder();
    private final Tagger tagger = tagger(Trees.small());

    @AfterAll
    void close() {
        embedder.close();
    }

    @Test
    void aQueryGetsOneDomainAndTheNodesThatFitUnderEachBasis() {
        Tagging tagging = tagger.tag(BUG);
        assertThat(tagging.domain().name()).isEqualTo("coding");
        assertThat(paths(tagging)).contains("/coding/Languages/Python", "/coding/Task Types/Debugging").doesNotContain("/coding/Languages/SQL");
    }

    @Test
    void aDomainIsKnownByAVariantOfItsName() {
        assertThat(tagger.tag(TRIANGLE).domain().name()).isEqualTo("math");
        assertThat(paths(tagger.tag(TRIANGLE))).contains("/math/Topics/Geometry");
    }

    @Test
    void aNodeAboveAFittingOneIsImplied() {
        assertThat(paths(tagger.tag(HAIKU))).contains("/writing/Task Types/Poem/Haiku").doesNotContain("/writing/Task Types/Poem");
    }

    @Test
    void fitsComeBestFirstWithScoresFromZeroToOne() {
        List<Fit> fits = tagger.tag(BUG).fits();
        assertThat(fits).isSortedAccordingTo(Comparator.comparingDouble(Fit::score).reversed());
        assertThat(fits).allSatisfy(fit -> assertThat(fit.score()).isBetween(0.0, 1.0));
    }

    @Test
    void aTaggingDoesNotDependOnWhatElseIsTagged() {
        List<Query> all = List.of(HAIKU, BUG, TRIANGLE);
        assertThat(tagger.tag(all)).containsExactlyElementsOf(all.stream().map(tagger::tag).toList());
        assertThat(tagger(Trees.small()).tag(all)).isEqualTo(tagger.tag(all));
    }

    @Test
    void domainsOfSomebodysOwnAreToldBySimilarity() {
        Tagger own = tagger(Trees.of(
                "/cooking/Dishes/Soup", "/cooking/Dishes/Cake", "/cooking/Techniques/Baking", "/sports/Kinds/Football", "/sports/Kinds/Swimming",
                "/travel/Transport/Train", "/travel/Places/Hotel"));
        assertThat(own.tag(Query.of("How long must a sponge cake stay in the oven?")).domain().name()).isEqualTo("cooking");
        assertThat(own.tag(Query.of("Which train takes me from Lyon to Turin?")).domain().name()).isEqualTo("travel");
        assertThat(paths(own.tag(Query.of("Explain the offside rule in football.")))).containsExactly("/sports/Kinds/Football");
    }

    @Test
    void ownDomainsAndKnownOnesStandSideBySide() {
        Tagger mixed = tagger(Trees.of("/coding/Languages/Python", "/coding/Task Types/Debugging", "/cooking/Dishes/Soup", "/cooking/Dishes/Cake"));
        assertThat(mixed.tag(BUG).domain().name()).isEqualTo("coding");
        assertThat(mixed.tag(Query.of("How do I bake a chocolate cake?")).domain().name()).isEqualTo("cooking");
    }

    @Test
    void aDomainWithoutNodesIsATagByItself() {
        Tagging tagging = tagger(Trees.of("/writing", "/coding", "/math")).tag(BUG);
        assertThat(tagging.fits()).isEmpty();
        assertThat(tagging.tags("q")).containsExactly(new Tag("q", "/coding", tagging.probability()));
    }

    @Test
    void categoriesDirectlyBelowTheDomainFitToo() {
        assertThat(paths(tagger(Trees.of("/coding/Debugging", "/coding/Databases", "/coding/Games", "/writing/Poem")).tag(BUG)))
                .contains("/coding/Debugging");
    }

    @Test
    void examplesTeachWhatANameDoesNotSay() {
        Taxonomy tree = Trees.of("/coding/Projects/Alpha", "/coding/Projects/Beta", "/coding/Projects/Gamma");
        Map<String, List<String>> examples = Map.of(
                "/coding/Projects/Beta",
                List.of("Write a SQL query that joins two tables.", "Why is my database index not used?", "Add a column to a table in PostgreSQL.",
                        "Group orders by customer in SQL."));
        Tagger taught = new LocalTagger(tree, examples, embedder);
        assertThat(paths(taught.tag(Query.of("Write a SQL statement that deletes duplicate rows of a table.")))).containsExactly("/coding/Projects/Beta");
    }

    @Test
    void anEmptyTaxonomyIsRefused() {
        assertThatThrownBy(() -> tagger(new Taxonomy(List.of()))).hasMessage("the taxonomy has no nodes");
    }

    @Test
    void embeddingsOfAnotherKindThanTheClassifierLearnedAreRefused() {
        try (var shorter = new MiniLmEmbedder(1, 64)) {
            assertThatThrownBy(() -> new LocalTagger(Trees.small(), Map.of(), shorter)).hasMessageContaining("learned on embeddings of");
        }
    }

    private Tagger tagger(Taxonomy taxonomy) {
        return new LocalTagger(taxonomy, Map.of(), embedder);
    }

    private static List<String> paths(Tagging tagging) {
        return tagging.fits().stream().map(fit -> fit.node().path().toString()).toList();
    }
}
