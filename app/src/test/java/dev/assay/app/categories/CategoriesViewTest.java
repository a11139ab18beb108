package dev.assay.app.categories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.app.figures.LoadedProfiles;
import dev.assay.app.testing.Bench;
import dev.assay.app.testing.JudgedStudy;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.ViewId;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import dev.assay.taxonomy.tree.NodePath;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CategoriesViewTest {

    @TempDir
    Path folder;

    private Study study;
    private Bench bench;

    @BeforeEach
    void open() {
        SplittableRandom random = new SplittableRandom(2);
        study = JudgedStudy.small(
                folder.resolve("s.assay"),
                (query, subject) -> OptionalDouble.of(5 - 0.5 * subject + random.nextGaussian() * 0.5));
        bench = new Bench(study);
    }

    @AfterEach
    void close() {
        bench.close();
        study.close();
    }

    private CategoriesView show() {
        return bench.show(
                workbench -> new CategoriesView(workbench, new LoadedProfiles(workbench.study())), Place.of(ViewId.CATEGORIES), 976, 600);
    }

    @Test
    void byMouseAUnionIsTickedAndItsQueriesAreReached() {
        CategoriesView view = show();
        bench.robot().clickOn("#keyword").write("o");
        bench.settle();
        bench.robot().clickOn(tick("Rank at Sports")).clickOn(tick("Rank at Food"));
        bench.settle();
        bench.robot().clickOn(tick("Rank at coding")).clickOn(tick("Rank at writing"));
        bench.settle();
        assertThat(view.model().rankings().get()).extracting(Ranking::title).containsExactly("“o”", "Union of the ticked", "Sports", "Food");
        bench.pictures("categories-union");
        Point2D second = Bench.onFx(() -> view.grid().columns().get(1).body().localToScreen(
                60, view.grid().painter().headerHeight() + view.grid().painter().rowHeight() * 1.5));
        bench.robot().doubleClickOn(second, MouseButton.PRIMARY);
        bench.settle();
        Place place = bench.visited().getLast();
        assertThat(place.view()).isEqualTo(ViewId.QUERIES);
        assertThat(place.parameter(Place.NODE)).contains("/writing/Topic/Sports\n/writing/Topic/Food");
        assertThat(place.parameter(Place.SUBJECT)).contains("bold");
    }

    @Test
    void aColumnHasRoomForTheNamesItIsMadeForAndSaysIntervalsAsNumbers() {
        CategoriesView view = show();
        List<String> written = Bench.onFx(() -> view.grid().columns().getFirst().body().lookupAll(".drawn-text").stream()
                .filter(Node::isVisible)
                .map(node -> ((Text) node).getText())
                .toList());
        assertThat(written).contains("able", "bold", "calm", "dull", "Mean", "95\u00a0%").noneMatch(text -> text.endsWith("…"));
        assertThat(written).filteredOn(text -> text.startsWith("±")).hasSize(4);
    }

    @Test
    void aColumnOutOfSightIsDrawnWhenItIsScrolledTo() {
        CategoriesView view = show();
        Bench.onFx(() -> {
            List.of(NodePath.of("writing"), NodePath.of("writing", "Topic"), NodePath.of("writing", "Topic", "Sports"), NodePath.of("writing", "Topic", "Food"), NodePath.of("coding"), NodePath.of("coding", "Language"))
                    .forEach(view.model()::toggle);
            return true;
        });
        bench.settle();
        assertThat(drawnInLast(view)).isZero();
        Bench.onFx(() -> {
            view.grid().setHvalue(1);
            return true;
        });
        assertThat(drawnInLast(view)).isPositive();
    }

    private static int drawnInLast(CategoriesView view) {
        return Bench.onFx(() -> view.grid().columns().getLast().body().lookupAll(".drawn-text").size());
    }

    private Node tick(String accessibleText) {
        return bench.robot().lookup((Node node) -> accessibleText.equals(node.getAccessibleText()) && node.isVisible()).query();
    }

    @Test
    void byKeyboardAloneANodeIsTickedAndItsQueriesAreReached() {
        CategoriesView view = show();
        tabTo(view.tree());
        bench.robot().type(KeyCode.HOME, KeyCode.DOWN, KeyCode.SPACE, KeyCode.RIGHT, KeyCode.DOWN, KeyCode.SPACE);
        bench.settle();
        assertThat(view.model().ticked()).containsExactly(NodePath.of("writing"), NodePath.of("coding", "Language"));
        tabTo(view.grid());
        bench.robot().type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.ENTER);
        await().until(() -> !bench.visited().isEmpty());
        Place place = bench.visited().getLast();
        assertThat(place.view()).isEqualTo(ViewId.QUERIES);
        assertThat(place.parameter(Place.NODE)).contains("/coding/Language");
        assertThat(place.parameter(Place.SUBJECT)).isPresent();
    }

    private void tabTo(Node wanted) {
        for (int i = 0; i < 30 && !Bench.onFx(wanted::isFocused); i++) {
            bench.robot().type(KeyCode.TAB);
            bench.settle();
        }
        assertThat(Bench.onFx(wanted::isFocused)).isTrue();
    }

    @Test
    void anEmptyStudySaysWhereToGo() {
        try (Study empty = Study.create(folder.resolve("empty.assay"), Clocks.fixed());
                Bench other = new Bench(empty)) {
            other.show(workbench -> new CategoriesView(workbench, new LoadedProfiles(workbench.study())), Place.of(ViewId.CATEGORIES), 976, 500);
            other.pictures("categories-empty");
            other.robot().clickOn("Go to the overview");
            other.settle();
            assertThat(other.visited()).containsExactly(Place.of(ViewId.OVERVIEW));
        }
    }
}
