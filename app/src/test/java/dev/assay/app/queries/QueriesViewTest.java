package dev.assay.app.queries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.listing.Order;
import dev.assay.app.testing.Bench;
import dev.assay.app.testing.Nameless;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.ViewId;
import dev.assay.datasets.study.Study;
import dev.assay.taxonomy.tree.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QueriesViewTest {

    @TempDir
    Path folder;

    private Study study;
    private List<String> python;
    private Bench bench;
    private QueriesView view;

    @BeforeEach
    void openView() {
        study = SmallStudy.empty(folder);
        python = SmallStudy.add(study, "python sorting", 30);
        assertThat(SmallStudy.add(study, "a haiku on rain", 30)).hasSize(30);
        assertThat(SmallStudy.judge(study, "claude-2", python)).isNotEmpty();
        bench = new Bench(study);
        view = bench.show(QueriesView::new, Place.of(ViewId.QUERIES), 980, 700);
    }

    @AfterEach
    void closeAll() {
        bench.close();
        study.close();
    }

    private void press(KeyCode... keys) {
        bench.robot().type(keys);
        bench.settle();
    }

    private List<String> tags() {
        return view.model().details().get().orElseThrow().tags().stream().map(tag -> tag.node().name()).toList();
    }

    private static boolean run(Bench bench, QueriesView view, String id) {
        return Bench.onFx(() -> {
            view.actions().stream().filter(action -> action.id().equals(id)).findFirst().orElseThrow().run();
            return bench != null;
        });
    }

    @Test
    void aQueryIsFoundFilteredTaggedUndoneAndOpenedByKeysAlone() {
        bench.robot().press(KeyCode.CONTROL, KeyCode.F).release(KeyCode.F, KeyCode.CONTROL);
        bench.settle();
        bench.robot().write("sorting");
        bench.settle();
        assertThat(view.grid().getItems()).hasSize(30);
        press(KeyCode.TAB);
        press(KeyCode.SPACE);
        bench.robot().write("debu");
        bench.settle();
        assertThat(Bench.onFx(() -> bench.robot().lookup(".node-chooser").queryAll().stream().flatMap(node -> Nameless.in(node).stream()).toList())).isEmpty();
        press(KeyCode.ENTER);
        press(KeyCode.ESCAPE);
        assertThat(view.model().listed().get().nodes()).containsExactly(SmallStudy.DEBUGGING);
        assertThat(view.grid().getItems()).hasSize(15);
        assertThat(view.header().categories().isFocused()).isTrue();
        bench.robot().write("/");
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        assertThat(view.model().details().get().orElseThrow().row().preview()).isEqualTo("python sorting 3");
        press(KeyCode.T);
        bench.robot().write("poe");
        press(KeyCode.ENTER);
        assertThat(tags()).containsExactly("Debugging", "Poetry");
        assertThat(bench.workbench().study().edits().undo()).isPresent();
        Bench.onFx(() -> {
            bench.workbench().study().changed();
            return true;
        });
        bench.settle();
        assertThat(tags()).containsExactly("Debugging");
        press(KeyCode.ESCAPE);
        press(KeyCode.ENTER);
        assertThat(bench.visited()).singleElement().satisfies(place -> {
            assertThat(place.view()).isEqualTo(ViewId.RESPONSES);
            assertThat(place.parameter(Place.QUERY)).contains(python.get(2));
            assertThat(place.parameter(Place.SEARCH)).contains("sorting");
            assertThat(place.parameter(Place.NODE)).contains(SmallStudy.DEBUGGING.toString());
        });
    }

    @Test
    void aQueryIsChosenUntaggedAndOpenedByTheMouse() {
        bench.robot().clickOn("python sorting 5");
        bench.settle();
        assertThat(tags()).containsExactly("Debugging");
        bench.robot().clickOn(Bench.onFx(() -> ((Labeled) view.details().tags().getChildren().getFirst()).getGraphic()));
        bench.settle();
        assertThat(tags()).isEmpty();
        assertThat(bench.workbench().study().edits().undoable()).contains("remove tag coding › Task Types › Debugging from query 5");
        bench.robot().clickOn("claude-2");
        bench.robot().doubleClickOn("python sorting 7");
        bench.settle();
        assertThat(bench.visited()).extracting(place -> place.parameter(Place.QUERY)).contains(Optional.of(python.get(4)), Optional.of(python.get(6)));
        assertThat(bench.visited().getFirst().parameter(Place.SUBJECT)).contains("claude-2");
    }

    @ParameterizedTest
    @EnumSource(value = KeyCode.class, names = {"ENTER", "SPACE"})
    void aTagIsTakenAwayByTheKeysOfAButton(KeyCode key) {
        bench.robot().clickOn("python sorting 5");
        bench.settle();
        Bench.onFx(() -> {
            view.details().tags().getChildren().getFirst().requestFocus();
            return true;
        });
        press(key);
        assertThat(tags()).isEmpty();
    }

    @Test
    void aTagIsTakenAwayByDeleteAndTheFocusStaysThere() {
        press(KeyCode.TAB);
        Bench.onFx(() -> {
            view.grid().enter();
            return true;
        });
        bench.settle();
        Bench.onFx(() -> {
            view.details().tags().getChildren().getFirst().requestFocus();
            return true;
        });
        press(KeyCode.DELETE);
        assertThat(tags()).isEmpty();
        assertThat(view.details().tagField().field().isFocused()).isTrue();
    }

    @Test
    void arrowsHomeEndAndPagesMoveAndSpaceHidesAndShowsTheDetails() {
        Bench.onFx(() -> {
            view.grid().enter();
            return true;
        });
        press(KeyCode.END);
        assertThat(view.model().chosen().get()).isEqualTo(59);
        press(KeyCode.HOME);
        press(KeyCode.DOWN);
        assertThat(view.model().chosen().get()).isEqualTo(1);
        press(KeyCode.PAGE_DOWN);
        assertThat(view.model().chosen().get()).isGreaterThan(5);
        assertThat(bench.workbench().details().content().get()).isPresent();
        press(KeyCode.SPACE);
        assertThat(bench.workbench().details().content().get()).isEmpty();
        press(KeyCode.DOWN);
        assertThat(bench.workbench().details().content().get()).isEmpty();
        assertThat(view.grid().isFocused()).isTrue();
        press(KeyCode.SPACE);
        assertThat(bench.workbench().details().content().get()).isPresent();
    }

    @Test
    void aHeaderOrdersTheStudyNotOnlyTheRowsInMemory() {
        orderBy(TableColumn.SortType.ASCENDING);
        assertThat(view.model().listed().get().order()).isEqualTo(new Order(Order.By.ANSWERS, false));
        assertThat(Bench.<Integer>onFx(() -> view.grid().getItems().getFirst().number())).isEqualTo(31);
        orderBy(TableColumn.SortType.DESCENDING);
        assertThat(view.model().listed().get().order()).isEqualTo(new Order(Order.By.ANSWERS, true));
        assertThat(Bench.<Integer>onFx(() -> view.grid().getItems().getFirst().number())).isEqualTo(1);
        assertThat(run(bench, view, "queries.order.number")).isTrue();
        bench.settle();
        assertThat(Bench.<Integer>onFx(() -> view.grid().getSortOrder().size())).isZero();
    }

    /** As a click on the header does; the headless platform takes every click for one that asks for a context menu, and headers ignore those. */
    private void orderBy(TableColumn.SortType type) {
        Bench.onFx(() -> {
            TableColumn<ListedRow, ?> answers =
                    view.grid().getColumns().stream().filter(column -> column.getId().equals("ANSWERS")).findFirst().orElseThrow();
            answers.setSortType(type);
            return view.grid().getSortOrder().setAll(List.of(answers));
        });
        bench.settle();
    }

    @Test
    void aChipTakesItsFilterAwayAndClearFiltersAll() {
        Bench.onFx(() -> {
            view.model().ask(list -> list.withSource(Optional.of("source 1")).withSearch("haiku"));
            return true;
        });
        bench.settle();
        assertThat(view.grid().getItems()).hasSize(15);
        bench.robot().clickOn("search: haiku");
        bench.settle();
        assertThat(view.grid().getItems()).hasSize(30);
        assertThat(view.header().search().getText()).isEmpty();
        bench.robot().clickOn("Clear filters");
        bench.settle();
        assertThat(view.grid().getItems()).hasSize(60);
    }

    @Test
    void columnsAreRememberedAsTheyWereLeft() {
        Bench.onFx(() -> {
            view.grid().remembered().setShown(QueryColumn.SOURCE, false);
            view.grid().getColumns().stream().filter(column -> column.getId().equals("LENGTH")).findFirst().orElseThrow().setPrefWidth(130);
            return true;
        });
        bench.settle();
        assertThat(bench.settings().recall("queries.columns").orElseThrow()).contains("SOURCE 8.50 hidden", "LENGTH 10.00 shown");
        QueryGrid again = Bench.onFx(() -> new QueriesView(bench.workbench()).grid());
        assertThat(again.getVisibleLeafColumns()).extracting(column -> column.getId()).doesNotContain("SOURCE");
        assertThat(again.getColumns()).filteredOn(column -> column.getId().equals("LENGTH")).extracting(column -> column.getPrefWidth()).containsExactly(130.0);
    }

    @Test
    void whatIsListedIsWrittenInItsOrder() throws IOException {
        Bench.onFx(() -> {
            view.model().ask(list -> list.withSearch("haiku 1*"));
            return true;
        });
        bench.settle();
        Path file = folder.resolve("listed.csv");
        bench.dialogs().choose(file);
        assertThat(run(bench, view, "queries.export.csv")).isTrue();
        bench.settle();
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.getFirst()).isEqualTo("id,text,followUps,source,externalIds");
        assertThat(lines.subList(1, lines.size())).hasSize(view.grid().getItems().size()).first().asString().contains("a haiku on rain 1,");
        assertThat(bench.dialogs().said()).last().asString().isEqualTo("11 queries in listed.csv");
    }

    @Test
    void lengthsAreAskedForInWordsThatCanBeWrong() {
        bench.dialogs().enter("ten");
        chooseLength();
        assertThat(bench.dialogs().said()).last().asString().contains("is no range of lengths");
        bench.dialogs().enter("16-16");
        chooseLength();
        assertThat(view.grid().getItems()).hasSize(9);
    }

    private void chooseLength() {
        Bench.onFx(() -> {
            MenuItem ask = view.header().lengths().getItems().getLast();
            ask.fire();
            return true;
        });
        bench.settle();
    }

    @Test
    void theTreeHasTheNumberOfQueriesUnderEachNode() {
        Bench.onFx(() -> {
            view.header().categories().show();
            return true;
        });
        bench.settle();
        Node coding = view.header().nodes().tree().getRoot().getChildren().getFirst().getValue();
        assertThat(coding.name()).isEqualTo("coding");
        assertThat(view.model().choices().get().orElseThrow().nodes().queries(coding)).isEqualTo(30);
        Bench.onFx(() -> {
            view.header().categories().show();
            return true;
        });
    }
}
