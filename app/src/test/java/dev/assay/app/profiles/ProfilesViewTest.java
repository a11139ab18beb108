package dev.assay.app.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.app.figures.LoadedProfiles;
import dev.assay.app.listing.QueryPlace;
import dev.assay.app.testing.Bench;
import dev.assay.app.testing.JudgedStudy;
import dev.assay.app.theme.Appearance;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.ViewId;
import dev.assay.datasets.records.QueryListing;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import dev.assay.judges.profiles.CriterionCost;
import dev.assay.taxonomy.tree.NodePath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilesViewTest {

    private static final NodePath JAVA = NodePath.parse(JudgedStudy.NODES.getFirst());

    @TempDir
    Path folder;

    private Study study;
    private Bench bench;

    @BeforeEach
    void open() {
        SplittableRandom random = new SplittableRandom(2);
        study = JudgedStudy.small(
                folder.resolve("s.assay"),
                (query, subject) ->
                        OptionalDouble.of(5 - 0.4 * subject + random.nextGaussian() * 0.5 - (subject == 1 && query % 4 == 0 ? 3 : 0)));
        bench = new Bench(study);
    }

    @AfterEach
    void close() {
        bench.close();
        study.close();
    }

    private ProfilesView show() {
        return bench.show(
                workbench -> new ProfilesView(workbench, new LoadedProfiles(workbench.study())), Place.of(ViewId.PROFILES), 976, 700);
    }

    /** On the screen, in the middle of the mean of a subject in a row. */
    private static Point2D place(ProfilesView view, int row, String subject) {
        return Bench.onFx(() -> {
            Columns columns = view.table().columns();
            double x = columns.tree() + view.model().subjects().indexOf(subject) * columns.subject() + columns.meanAt() + 10;
            return view.table().list().localToScreen(x, (row + 0.5) * columns.rowHeight());
        });
    }

    @Test
    void byMouseAWeaknessIsFoundAndItsQueriesAreReached() {
        ProfilesView view = show();
        bench.robot().clickOn("#weaknesses");
        bench.robot().clickOn("#filter").write("java");
        bench.settle();
        assertThat(view.model().rows()).hasSize(4);
        bench.robot().clickOn(place(view, 3, "bold"), MouseButton.PRIMARY);
        bench.settle();
        assertThat(bench.workbench().details().content().get()).isPresent();
        bench.robot().clickOn("#queries-behind");
        bench.settle();
        Place place = bench.visited().getLast();
        assertThat(place.view()).isEqualTo(ViewId.QUERIES);
        assertThat(place.parameter(Place.NODE)).contains(JAVA.toString());
        assertThat(place.parameter(Place.SUBJECT)).contains("bold");
        assertThat(place.parameter(Place.RUN)).isPresent();
        bench.pictures("profiles-weakness");
    }

    @Test
    void aPressOnTheNameOfAColumnSortsAllModelsByIt() {
        ProfilesView view = show();
        bench.robot().clickOn(place(view, -1, "bold"), MouseButton.PRIMARY);
        bench.settle();
        assertThat(view.model().currentOrder()).isEqualTo(new SiblingOrder(SiblingOrder.By.NUMBER, "bold", true));
        assertThat(rowNames(view)).as("bold is worst on Java").containsExactly("All queries", "writing", "Topic", "coding", "Language");
        bench.pictures("profiles-sorted");
        bench.robot().clickOn(place(view, -1, "bold"), MouseButton.PRIMARY);
        bench.settle();
        assertThat(rowNames(view)).containsExactly("All queries", "coding", "Language", "writing", "Topic");
        bench.robot().clickOn(place(view, -1, "bold"), MouseButton.PRIMARY);
        bench.settle();
        assertThat(view.model().currentOrder()).isEqualTo(SiblingOrder.TREE);
    }

    @Test
    void byKeyboardAloneTheRowsAreSorted() {
        ProfilesView view = show();
        Node title = view.table().header().titleOf("bold").orElseThrow();
        for (int i = 0; i < 40 && !Bench.<Boolean>onFx(title::isFocused); i++) {
            bench.robot().type(KeyCode.TAB);
        }
        assertThat(Bench.<Boolean>onFx(title::isFocused)).isTrue();
        bench.robot().type(KeyCode.SPACE, KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        bench.settle();
        assertThat(view.model().currentOrder().subject()).isEqualTo("bold");
        assertThat(rowNames(view)).startsWith("All queries", "writing");
    }

    private static List<String> rowNames(ProfilesView view) {
        return Bench.onFx(() -> view.model().rows().stream()
                .map(row -> view.model().sheet().get().orElseThrow().nodes().get(row.node()).name())
                .toList());
    }

    @Test
    void noTooltipRepeatsWhatTheDetailsShow() {
        ProfilesView view = show();
        bench.robot().moveTo(place(view, 1, "able"));
        bench.settle();
        assertThat(Bench.onFx(() -> view.table().tooltip().getText())).startsWith("able: ");
        await().until(() -> Bench.onFx(() -> view.table().tooltip().isShowing()));
        assertThat(Bench.<Double>onFx(() -> view.table().tooltip().getFont().getSize())).as("smaller than the table").isLessThan(12.5);
        bench.robot().clickOn(place(view, 1, "able"), MouseButton.PRIMARY);
        bench.settle();
        bench.robot().moveTo(place(view, 1, "able").add(2, 0));
        bench.settle();
        assertThat(Bench.onFx(() -> view.table().tooltip().getText())).isEmpty();
        bench.robot().moveTo(place(view, 2, "able"));
        bench.settle();
        assertThat(Bench.onFx(() -> view.table().tooltip().getText())).startsWith("able: ");
    }

    @Test
    void inAWindowOf1440PixelsTheHeaderIsOneLine() {
        ProfilesView view = show();
        double height = Bench.onFx(() -> {
            Region header = (Region) view.regions().getFirst();
            BorderPane root = new BorderPane();
            root.setTop(header);
            root.getStylesheets().add(ProfilesView.STYLESHEET);
            Scene scene = new Scene(root, 1440 - 176, 100);
            new Appearance(bench.settings()).dress(scene);
            for (int i = 0; i < 3; i++) {
                root.applyCss();
                root.layout();
            }
            return header.getHeight();
        });
        assertThat(height).isLessThan(60);
    }

    @Test
    void aDoubleClickOnANumberLeadsToItsQueries() {
        ProfilesView view = show();
        bench.robot().doubleClickOn(place(view, 1, "able"), MouseButton.PRIMARY);
        bench.settle();
        assertThat(bench.visited().getLast().parameter(Place.NODE)).contains("/coding");
    }

    @Test
    void theAnswersWithoutAScoreCanBeReached() {
        study.close();
        study = JudgedStudy.small(folder.resolve("failed.assay"), (query, subject) ->
                subject == 0 && query % 24 == 0 ? OptionalDouble.empty() : OptionalDouble.of(5 - subject));
        bench.close();
        bench = new Bench(study);
        ProfilesView view = show();
        bench.robot().clickOn(place(view, 1, "able"), MouseButton.PRIMARY);
        bench.settle();
        bench.pictures("profiles-failures");
        bench.robot().clickOn("#failures-behind");
        bench.settle();
        assertThat(listed()).as("every twenty-fourth of 120").hasSize(5);
        Point2D sign = Bench.onFx(() -> {
            Columns columns = view.table().columns();
            double x = columns.tree() + view.model().subjects().indexOf("able") * columns.subject() + columns.nEnd() - 4;
            return view.table().list().localToScreen(x, 1.5 * columns.rowHeight());
        });
        bench.robot().doubleClickOn(sign, MouseButton.PRIMARY);
        bench.settle();
        assertThat(bench.visited()).hasSize(2);
        assertThat(listed()).hasSize(5);
        bench.robot().clickOn("#queries-behind");
        bench.settle();
        assertThat(listed()).as("those with a score").hasSize(70 - 5);
    }

    /** Queries that the place lists to which one has gone last. */
    private List<String> listed() {
        return study.read(reading -> new QueryListing().ids(reading, QueryPlace.of(bench.visited().getLast()).find(reading).found()));
    }

    @Test
    void aCriterionThatCostsPointsLeadsToTheQueriesOnWhichItDoes() {
        String run = study.write(writing -> {
            String made = JudgedStudy.judge(writing, JudgedStudy.SUBJECTS, 0, (query, subject) -> OptionalDouble.empty(), 3);
            JudgedStudy.judgeByCriteria(writing, made, 40, (query, subject) -> subject == 0 && query < 7 ? 2 : 4);
            return made;
        });
        ProfilesView view = bench.show(
                workbench -> new ProfilesView(workbench, new LoadedProfiles(workbench.study())),
                Place.of(ViewId.PROFILES).with(Place.RUN, run).with(Place.NODE, "/").with(Place.SUBJECT, "able"), 976, 820);
        assertThat(view.model().details().get().orElseThrow().costs()).singleElement().returns(7, CriterionCost::lower);
        bench.robot().clickOn("Is exact");
        bench.settle();
        assertThat(listed()).hasSize(7);
    }

    @Test
    void byKeyboardAloneANodeIsOpenedAndItsQueriesAreReached() {
        ProfilesView view = show();
        for (int i = 0; i < 30 && !focusIsOnTheTree(view); i++) {
            bench.robot().type(KeyCode.TAB);
            bench.settle();
        }
        assertThat(focusIsOnTheTree(view)).isTrue();
        bench.robot().type(KeyCode.HOME, KeyCode.DOWN, KeyCode.DOWN, KeyCode.RIGHT, KeyCode.DOWN, KeyCode.RIGHT, KeyCode.RIGHT);
        bench.settle();
        assertThat(view.model().cell().get().orElseThrow().node()).isEqualTo(JAVA);
        assertThat(view.model().cell().get().orElseThrow().subject()).contains(view.model().subjects().get(1));
        bench.robot().type(KeyCode.ENTER);
        await().until(() -> Bench.onFx(() -> bench.robot().lookup("#queries-behind").tryQuery().filter(Node::isFocused).isPresent()));
        bench.robot().type(KeyCode.ENTER);
        await().until(() -> !bench.visited().isEmpty());
        assertThat(bench.visited().getLast().view()).isEqualTo(ViewId.QUERIES);
        assertThat(bench.visited().getLast().parameter(Place.NODE)).contains(JAVA.toString());
    }

    @Test
    void detailsThatWereClosedStayClosedUntilTheyAreWantedAgain() {
        ProfilesView view = show();
        bench.robot().clickOn(place(view, 1, "able"), MouseButton.PRIMARY);
        bench.settle();
        Bench.onFx(() -> {
            bench.workbench().details().hide();
            return true;
        });
        bench.robot().type(KeyCode.DOWN, KeyCode.RIGHT);
        bench.settle();
        assertThat(view.model().cell().get().orElseThrow().subject()).contains(view.model().subjects().get(1));
        assertThat(bench.workbench().details().content().get()).isEmpty();
        bench.robot().type(KeyCode.ENTER);
        bench.settle();
        assertThat(bench.workbench().details().content().get()).isPresent();
    }

    @Test
    void whoComesBackFromTheCategoriesSeesThatTheseAreTheModels() {
        show();
        ToggleButton to = bench.robot().lookup("By category").queryAs(ToggleButton.class);
        Bench.onFx(() -> {
            to.requestFocus();
            return true;
        });
        bench.robot().type(KeyCode.SPACE);
        bench.settle();
        assertThat(bench.visited().getLast().view()).isEqualTo(ViewId.CATEGORIES);
        assertThat(Bench.<Boolean>onFx(to::isSelected)).isFalse();
        assertThat(Bench.<Boolean>onFx(() -> bench.robot().lookup("By model").queryAs(ToggleButton.class).isSelected())).isTrue();
    }

    @Test
    void choicesInTheHeaderOutliveAChangeOfTheStudy() {
        ProfilesView view = show();
        bench.robot().clickOn(place(view, 1, "able"), MouseButton.PRIMARY);
        bench.robot().clickOn("Differences");
        bench.settle();
        Bench.onFx(() -> {
            bench.workbench().study().changed();
            return true;
        });
        bench.settle();
        assertThat(view.model().mode().get()).isEqualTo(Mode.DIFFERENCES);
        assertThat(Bench.onFx(() -> bench.workbench().navigator().here().getValue())).isEqualTo(view.model().place().get());
    }

    private static boolean focusIsOnTheTree(ProfilesView view) {
        return Bench.onFx(() -> view.table().list().isFocused());
    }

    @Test
    void anExportIsWrittenWhereThePersonSays() {
        show();
        Path file = folder.resolve("out.csv");
        bench.dialogs().choose(file);
        bench.robot().clickOn("#export");
        bench.robot().clickOn("CSV table");
        bench.settle();
        assertThat(Files.exists(file)).isTrue();
        assertThat(bench.dialogs().said()).contains("Written: out.csv");
    }

    @Test
    void anEmptyStudySaysWhereToGo() {
        try (Study empty = Study.create(folder.resolve("empty.assay"), Clocks.fixed());
                Bench other = new Bench(empty)) {
            other.show(workbench -> new ProfilesView(workbench, new LoadedProfiles(workbench.study())), Place.of(ViewId.PROFILES), 976, 500);
            other.pictures("profiles-empty");
            other.robot().clickOn("Go to the overview");
            other.settle();
            assertThat(other.visited()).containsExactly(Place.of(ViewId.OVERVIEW));
        }
    }
}
