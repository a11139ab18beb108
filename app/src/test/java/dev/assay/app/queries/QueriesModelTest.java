package dev.assay.app.queries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.listing.Order;
import dev.assay.app.listing.QueryPlace;
import dev.assay.app.listing.QueryPlace.Tagged;
import dev.assay.app.workbench.Background;
import dev.assay.app.workbench.Navigator;
import dev.assay.app.workbench.OpenStudy;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.ViewId;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.records.QueryRow;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import dev.assay.taxonomy.tree.Node;
import dev.assay.taxonomy.tree.NodePath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueriesModelTest {

    /** Shows a settled place again at once, as the window does. */
    private static final class Places implements Navigator {
        private final ReadOnlyObjectWrapper<Place> here = new ReadOnlyObjectWrapper<>(Place.of(ViewId.QUERIES));

        @Override
        public void go(Place place) {
            here.set(place);
        }

        @Override
        public void settle(Place place) {
            here.set(place);
        }

        @Override
        public ObservableValue<Place> here() {
            return here.getReadOnlyProperty();
        }
    }

    @TempDir
    Path folder;

    private Study study;
    private OpenStudy open;
    private final Places places = new Places();
    private final List<Throwable> refused = new ArrayList<>();
    private QueriesModel model;
    private TagEdits edits;
    private List<String> python;

    @BeforeEach
    void openStudy() {
        study = SmallStudy.empty(folder);
        python = SmallStudy.add(study, "python sorting", 300);
        assertThat(SmallStudy.add(study, "a haiku on rain", 50)).hasSize(50);
        open = new OpenStudy(study, Clocks.fixed());
        model = new QueriesModel(open, Background.immediate(), places);
        edits = new TagEdits(open, Background.immediate(), refused::add);
        places.here.subscribe(model::show);
        open.version().subscribe((before, now) -> model.show(places.here.get()));
    }

    @AfterEach
    void closeStudy() {
        study.close();
    }

    private List<String> previews() {
        QueryRows rows = model.shown().get().orElseThrow().rows();
        return IntStream.range(0, rows.size()).mapToObj(rows::get).map(row -> row.query().map(QueryRow::preview).orElse("")).toList();
    }

    private Node node(NodePath path) {
        return model.taxonomy().find(path).orElseThrow();
    }

    @Test
    void allQueriesAreListedAndNoneIsChosen() {
        assertThat(model.shown().get().orElseThrow().total()).isEqualTo(350);
        assertThat(previews()).hasSize(350).startsWith("python sorting 1", "python sorting 2");
        assertThat(model.chosen().get()).isEqualTo(-1);
        assertThat(model.choices().get().orElseThrow().sources()).containsEntry("source 0", 175);
    }

    @Test
    void searchAndFiltersNarrowTheListAndStandInThePlace() {
        model.search("haiku");
        assertThat(previews()).hasSize(50);
        model.ask(list -> list.withTagged(Tagged.TAGGED));
        model.ask(list -> list.withOrder(new Order(Order.By.NUMBER, true)));
        assertThat(previews()).hasSize(25).startsWith("a haiku on rain 49");
        Place left = places.here.get();
        model.clearFilters();
        assertThat(previews()).hasSize(350);
        places.go(left);
        assertThat(previews()).hasSize(25).startsWith("a haiku on rain 49");
        assertThat(model.listed().get().search()).isEqualTo("haiku");
    }

    @Test
    void aPlaceThatNamesNothingLeavesTheListAsItWas() {
        model.search("haiku");
        places.go(Place.of(ViewId.QUERIES));
        assertThat(previews()).hasSize(50);
    }

    @Test
    void aChosenQueryStaysChosenWhereTheListStillHasIt() {
        model.choose(301);
        assertThat(model.details().get().orElseThrow().row().preview()).isEqualTo("a haiku on rain 2");
        String id = model.chosenId().orElseThrow();
        model.search("rain");
        assertThat(model.chosen().get()).isEqualTo(1);
        assertThat(places.here.get().parameter(Place.QUERY)).contains(id);
        model.search("python");
        assertThat(model.chosen().get()).isEqualTo(-1);
        assertThat(model.details().get()).isEmpty();
        assertThat(places.here.get().parameter(Place.QUERY)).isEmpty();
    }

    @Test
    void aPlaceThatNamesAQueryChoosesIt() {
        places.go(Place.of(ViewId.QUERIES).with(Place.QUERY, python.get(270)));
        assertThat(model.chosen().get()).isEqualTo(270);
        assertThat(model.details().get().orElseThrow().row().number()).isEqualTo(271);
    }

    @Test
    void aNodeThatIsGoneFindsNothing() {
        places.go(Place.of(ViewId.QUERIES).with(Place.NODE, "/coding/Gone"));
        assertThat(previews()).isEmpty();
        places.go(Place.of(ViewId.QUERIES).with(Place.NODE, "/coding/Gone\n/coding"));
        assertThat(previews()).hasSize(175);
    }

    @Test
    void theQueriesBehindANumberAreThoseWithAScoreTheLowestFirst() {
        String run = SmallStudy.judge(study, "claude-2", List.of(python.get(7), python.get(3), python.get(5)));
        open.changed();
        places.go(Place.of(ViewId.QUERIES).with(Place.SUBJECT, "claude-2").with(Place.RUN, run));
        assertThat(previews()).containsExactly("python sorting 8", "python sorting 4", "python sorting 6");
        assertThat(model.shown().get().orElseThrow().rows().get(2).score()).contains("102.0");
        assertThat(model.shown().get().orElseThrow().about().orElseThrow().name()).startsWith("claude-2, PC2 local");
        model.choose(0);
        assertThat(model.details().get().orElseThrow().answers()).extracting(QueryDetails.Answer::score).containsExactly(Optional.of("100.0"));
        model.ask(QueryPlace::withoutJudged);
        assertThat(previews()).hasSize(350);
    }

    @Test
    void aTagIsAddedAndTakenBackByUndo() {
        model.choose(1);
        edits.add(model.chosenId().orElseThrow(), node(SmallStudy.POETRY).id());
        assertThat(model.details().get().orElseThrow().tags()).extracting(tag -> tag.node().name()).containsExactly("Poetry");
        assertThat(model.shown().get().orElseThrow().rows().get(1).nodes()).extracting(Node::name).containsExactly("Poetry");
        assertThat(model.choices().get().orElseThrow().nodes().queries(node(SmallStudy.POETRY))).isEqualTo(1);
        assertThat(open.edits().undo().orElseThrow().description()).isEqualTo("add tag writing › Forms › Poetry to query 2");
        open.changed();
        assertThat(model.details().get().orElseThrow().tags()).isEmpty();
        assertThat(model.chosen().get()).isEqualTo(1);
    }

    @Test
    void aTagIsRemovedAndTheOthersStay() {
        model.choose(0);
        String id = model.chosenId().orElseThrow();
        edits.add(id, node(SmallStudy.POETRY).id());
        edits.remove(id, node(SmallStudy.DEBUGGING).id());
        assertThat(model.details().get().orElseThrow().tags()).extracting(tag -> tag.node().name()).containsExactly("Poetry");
        assertThat(refused).isEmpty();
    }

    @Test
    void aStudyThatIsOpenForReadingOnlyIsNotTagged() {
        study.close();
        try (Study readable = Study.openReadOnly(folder.resolve("study.assay"))) {
            OpenStudy readOnly = new OpenStudy(readable, Clocks.fixed());
            TagEdits refusing = new TagEdits(readOnly, Background.immediate(), refused::add);
            refusing.add(python.getFirst(), node(SmallStudy.POETRY).id());
            assertThat(refused).singleElement().isInstanceOf(AssayException.class);
            assertThat(new QueriesModel(readOnly, Background.immediate(), places).writable()).isFalse();
        }
    }

    @Test
    void categoriesAreFoundByWordsOfTheirNamesTheBeginningFirst() {
        List<Node> nodes = model.taxonomy().nodes();
        assertThat(NodeNames.find(nodes, "po").map(Node::name)).containsExactly("Poetry");
        assertThat(NodeNames.find(nodes, "coding debug").map(Node::name)).containsExactly("Debugging");
        assertThat(NodeNames.find(nodes, "writing").map(Node::name)).containsExactly("writing");
        assertThat(NodeNames.find(nodes, " ")).hasSize(nodes.size());
    }
}
