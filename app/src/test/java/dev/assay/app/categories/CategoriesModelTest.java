package dev.assay.app.categories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.figures.LoadedProfiles;
import dev.assay.app.profiles.ScoreCell;
import dev.assay.app.testing.JudgedStudy;
import dev.assay.app.workbench.Background;
import dev.assay.app.workbench.OpenStudy;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.ViewId;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import dev.assay.taxonomy.tree.NodePath;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CategoriesModelTest {

    private static final NodePath JAVA = NodePath.parse("/coding/Language/Java");
    private static final NodePath SPORTS = NodePath.parse("/writing/Topic/Sports");
    private static final NodePath FOOD = NodePath.parse("/writing/Topic/Food");

    @TempDir
    Path folder;

    private Study study;
    private CategoriesModel model;

    /** Query i stands under node i modulo 4; dull wins on Java. */
    @BeforeEach
    void open() {
        SplittableRandom random = new SplittableRandom(2);
        study = JudgedStudy.small(
                folder.resolve("s.assay"),
                (query, subject) ->
                        OptionalDouble.of(5 - 0.5 * subject + random.nextGaussian() * 0.3 + (subject == 3 && query % 4 == 0 ? 4 : 0)));
        OpenStudy open = new OpenStudy(study, Clocks.fixed());
        model = new CategoriesModel(open, new LoadedProfiles(open), Background.immediate());
        model.show(Place.of(ViewId.CATEGORIES));
    }

    @AfterEach
    void close() {
        study.close();
    }

    private static List<String> order(Ranking ranking) {
        return ranking.rows().stream().map(cell -> cell.score().subject()).toList();
    }

    @Test
    void atFirstTheDomainsAreRankedAndTheirUnion() {
        assertThat(model.rankings().get()).extracting(Ranking::title).containsExactly("Union of the ticked", "coding", "writing");
        assertThat(model.rankings().get().getFirst().n()).isEqualTo(120);
    }

    @Test
    void eachTickedNodeHasItsOwnOrder() {
        model.ticked().setAll(JAVA, FOOD);
        List<Ranking> rankings = model.rankings().get();
        assertThat(order(rankings.get(1))).as("Java").startsWith("dull", "able");
        assertThat(order(rankings.get(2))).as("Food").startsWith("able", "bold", "calm");
    }

    /** Every third query stands under two neighbouring nodes: the union has fewer queries than its branches together. */
    @Test
    void aQueryOfTwoTickedNodesCountsOnce() {
        model.ticked().setAll(SPORTS, FOOD);
        List<Ranking> rankings = model.rankings().get();
        int together = rankings.get(1).n() + rankings.get(2).n();
        assertThat(rankings.getFirst().kind()).isEqualTo(Ranking.Kind.TICKED);
        assertThat(rankings.getFirst().n()).isLessThan(together).isGreaterThan(rankings.get(1).n());
    }

    @Test
    void aParentAndItsChildAreTheParent() {
        model.ticked().setAll(NodePath.parse("/writing"), FOOD);
        List<Ranking> rankings = model.rankings().get();
        assertThat(rankings.getFirst().n()).isEqualTo(rankings.get(1).n());
        assertThat(rankings.getFirst().rows()).extracting(ScoreCell::mean).isEqualTo(rankings.get(1).rows().stream().map(ScoreCell::mean).toList());
        assertThat(rankings.getFirst().rows().getFirst().score().mean()).isEqualTo(rankings.get(1).rows().getFirst().score().mean());
    }

    @Test
    void aKeywordRanksOverAllNodesThatHaveItInTheirNames() {
        model.ticked().setAll(FOOD);
        model.keyword().set("TOPIC");
        Ranking ranking = model.rankings().get().getFirst();
        assertThat(ranking.kind()).isEqualTo(Ranking.Kind.KEYWORD);
        assertThat(ranking.nodes()).containsExactly(NodePath.parse("/writing/Topic"));
        assertThat(model.tree()).extracting(model::path).containsExactly(NodePath.ROOT, NodePath.of("writing"), NodePath.of("writing", "Topic"));
        model.keyword().set("no such thing");
        assertThat(model.rankings().get()).extracting(Ranking::kind).containsExactly(Ranking.Kind.NODE);
        assertThat(model.tree()).isEmpty();
    }

    @Test
    void withoutATickThereIsNothingToRank() {
        model.ticked().clear();
        assertThat(model.rankings().get()).isEmpty();
    }

    @Test
    void aPlaceLeadsBackToItsTicksAndItsKeyword() {
        model.ticked().setAll(JAVA, FOOD);
        model.keyword().set("java");
        Place place = model.place();
        model.ticked().setAll(SPORTS);
        model.keyword().set("");
        model.show(place);
        assertThat(model.ticked()).containsExactly(JAVA, FOOD);
        assertThat(model.keyword().get()).isEqualTo("java");
        assertThat(place.parameter(Place.NODE)).contains("/coding/Language/Java\n/writing/Topic/Food");
    }

    @Test
    void theFirstThreeAreMarkedByRank() {
        model.ticked().setAll(FOOD);
        assertThat(model.rankings().get().getFirst().rows()).extracting(Ranking::isTop).containsExactly(true, true, true, false);
    }
}
