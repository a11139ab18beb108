package dev.assay.app.overview;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.figures.LoadedProfiles;
import dev.assay.app.jobs.StudySteps;
import dev.assay.app.testing.Bench;
import dev.assay.app.testing.SampleStudies;
import dev.assay.app.workbench.Job;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.ViewId;
import dev.assay.app.workbench.Workbench;
import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverviewViewTest {

    private static final int WIDTH = 980;
    private static final int HEIGHT = 900;

    @TempDir
    Path folder;

    @Test
    void byMouseAStudyIsTaggedAndJudged() {
        try (Study study = Study.open(SampleStudies.seventeen(folder), Clocks.fixed());
                Bench bench = new Bench(study)) {
            OverviewView view = bench.show(OverviewViewTest::overview, Place.of(ViewId.OVERVIEW), WIDTH, HEIGHT);
            bench.pictures("overview-untagged");
            bench.robot().clickOn("Tag 72");
            assertThat(ended(bench).message()).startsWith("72 queries tagged");
            showAgain(bench, view);
            bench.robot().clickOn("Judge…");
            bench.settle();
            bench.pictures("overview-setup");
            bench.robot().clickOn("Start judging");
            assertThat(ended(bench).state()).isEqualTo(RunState.DONE);
            showAgain(bench, view);
            bench.pictures("overview-seventeen");
            bench.robot().clickOn("FuseChat-Gemma-2-9B");
            bench.settle();
            assertThat(bench.visited().getLast().view()).isEqualTo(ViewId.PROFILES);
            assertThat(bench.visited().getLast().parameter(Place.SUBJECT)).contains("FuseChat-Gemma-2-9B");
        }
    }

    @Test
    void byKeyboardAloneTheProfileOfTheThirdIsOpened() {
        try (Study study = Study.openReadOnly(SampleStudies.demo(folder));
                Bench bench = new Bench(study)) {
            OverviewView view = bench.show(OverviewViewTest::overview, Place.of(ViewId.OVERVIEW), WIDTH, HEIGHT);
            Node leaderboard = view.node().lookup(".overview-standings");
            for (int i = 0; i < 40 && !Bench.<Boolean>onFx(leaderboard::isFocused); i++) {
                bench.robot().type(KeyCode.TAB);
            }
            assertThat(Bench.<Boolean>onFx(leaderboard::isFocused)).isTrue();
            bench.robot().type(KeyCode.HOME).type(KeyCode.DOWN, 2).type(KeyCode.ENTER);
            bench.settle();
            String third = Bench.onFx(() -> ((ListView<?>) leaderboard).getItems().get(2).toString());
            assertThat(third).contains(bench.visited().getLast().parameter(Place.SUBJECT).orElseThrow());
            assertThat(bench.visited().getLast().view()).isEqualTo(ViewId.PROFILES);
        }
    }

    @Test
    void whatToDoNextIsTheFirstThatTabLeadsTo() {
        try (Study study = Study.open(SampleStudies.seventeen(folder), Clocks.fixed());
                Bench bench = new Bench(study)) {
            OverviewView view = bench.show(OverviewViewTest::overview, Place.of(ViewId.OVERVIEW), WIDTH, HEIGHT);
            Node next = view.node().lookup(".overview-next .button");
            bench.robot().interact(view.node()::requestFocus);
            bench.robot().type(KeyCode.TAB);
            Awaitility.await().atMost(5, SECONDS).until(() -> Bench.<Boolean>onFx(next::isFocused));
        }
    }

    @Test
    void theThinLeavesAreListedAndLeadToTheirQueries() {
        try (Study study = Study.openReadOnly(SampleStudies.demo(folder));
                Bench bench = new Bench(study)) {
            OverviewView view = bench.show(OverviewViewTest::overview, Place.of(ViewId.OVERVIEW), WIDTH, HEIGHT);
            Hyperlink link = Bench.onFx(() -> view.node().lookupAll(".link").stream()
                    .filter(Hyperlink.class::isInstance)
                    .map(Hyperlink.class::cast)
                    .filter(each -> each.getText().endsWith("thin leaves"))
                    .findFirst()
                    .orElseThrow());
            bench.robot().interact(link::fire);
            bench.settle();
            bench.pictures("overview-thin-leaves");
            ListView<?> list = bench.robot().lookup(".overview-thin-leaves").queryAs(ListView.class);
            assertThat(Bench.<String>onFx(link::getText)).startsWith(String.format(Locale.ROOT, "%,d ", list.getItems().size()));
            Coverage.Leaf leaf = list.getItems().stream()
                    .map(Coverage.Leaf.class::cast)
                    .filter(each -> each.queries() > 0)
                    .findFirst()
                    .orElseThrow();
            bench.robot().interact(() -> {
                list.requestFocus();
                list.getSelectionModel().select(list.getItems().indexOf(leaf));
            });
            bench.robot().type(KeyCode.ENTER);
            bench.settle();
            assertThat(bench.visited().getLast().view()).isEqualTo(ViewId.QUERIES);
            assertThat(bench.visited().getLast().parameter(Place.NODE)).contains(leaf.path().toString());
        }
    }

    @Test
    void pictures() {
        Path demo = SampleStudies.demo(folder.resolve("demo"));
        try (Study study = Study.create(folder.resolve("empty.assay"), Clocks.fixed());
                Bench bench = new Bench(study)) {
            bench.show(OverviewViewTest::overview, Place.of(ViewId.OVERVIEW), WIDTH, 700);
            bench.pictures("overview-empty");
        }
        try (Study study = Study.open(demo, Clocks.fixed());
                Bench bench = new Bench(study)) {
            bench.show(OverviewViewTest::overview, Place.of(ViewId.OVERVIEW), WIDTH, HEIGHT);
            bench.pictures("overview-demo");
            bench.textSize(200);
            bench.pictures("overview-large-text");
        }
    }

    @Test
    void picturesOfRealData() {
        try (Study study = Study.open(SampleStudies.alpacaEval(folder), Clocks.fixed());
                Bench bench = new Bench(study)) {
            // At 80 % the widest window without a display has room for two columns.
            bench.textSize(80);
            bench.show(OverviewViewTest::overview, Place.of(ViewId.OVERVIEW), WIDTH, HEIGHT);
            bench.pictures("overview-alpaca-two-columns");
            bench.textSize(100);
            bench.pictures("overview-alpaca");
        }
    }

    private static Job.Status ended(Bench bench) {
        Job job = Bench.onFx(() -> bench.workbench().jobs().all().getFirst());
        Awaitility.await().atMost(60, SECONDS).until(() -> !Bench.<Boolean>onFx(job::isUnderWay));
        bench.settle();
        return Bench.onFx(() -> job.status().get());
    }

    private static void showAgain(Bench bench, OverviewView view) {
        Bench.onFx(() -> {
            view.show(Place.of(ViewId.OVERVIEW));
            return true;
        });
        bench.settle();
    }

    private static OverviewView overview(Workbench workbench) {
        return new OverviewView(
                workbench,
                new LoadedProfiles(workbench.study()),
                new StudySteps(workbench.study(), workbench.jobs(), workbench.models()::services));
    }
}
