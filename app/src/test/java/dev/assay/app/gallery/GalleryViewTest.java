package dev.assay.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.figures.LoadedProfiles;
import dev.assay.app.steps.LocalTagging;
import dev.assay.app.steps.Pc2Setup;
import dev.assay.app.testing.Bench;
import dev.assay.app.testing.SampleStudies;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.ViewId;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryViewTest {

    private static final int WIDTH = 980;
    private static final int HEIGHT = 860;

    private static Path demo;

    @TempDir
    static Path folder;

    @BeforeAll
    static void makeDemo() {
        demo = SampleStudies.demo(folder.resolve("demo"));
    }

    @Test
    void aFailureIsNotToldAsNothingToShow() throws IOException {
        Path gone = Files.copy(demo, folder.resolve("gone.assay"));
        try (Study study = Study.openReadOnly(gone);
                Bench bench = new Bench(study)) {
            Files.delete(gone);
            bench.show(workbench -> new GalleryView(workbench, new LoadedProfiles(workbench.study())), Place.of(ViewId.FIGURES), WIDTH, HEIGHT);
            bench.pictures("figures-failed");
            assertThat(bench.robot().lookup("See what comes next").tryQuery().filter(node -> node.getParent().isVisible())).isEmpty();
            assertThat(bench.robot().lookup("Draw anew").tryQuery()).isPresent();
            assertThat(bench.robot().lookup("Use the width of a page, 174 mm").tryQuery().filter(Node::isVisible)).isEmpty();
        }
    }

    @Test
    void byMouseAFigureIsChosenMadeWiderAndExported() {
        try (Study study = Study.openReadOnly(demo);
                Bench bench = new Bench(study)) {
            GalleryView view = bench.show(workbench -> new GalleryView(workbench, new LoadedProfiles(workbench.study())), Place.of(ViewId.FIGURES), WIDTH, HEIGHT);
            bench.robot().clickOn("Heat map by domain");
            bench.settle();
            assertThat(bench.workbench().navigator().here().getValue().parameter(GalleryModel.FIGURE)).contains("heat-map");
            bench.robot().clickOn(byName(view, "Preset of the size", ComboBox.class)).clickOn("Whole page, 174 mm");
            bench.robot().clickOn("Dark");
            bench.settle();
            Path pdf = folder.resolve("by-mouse.pdf");
            bench.dialogs().choose(pdf);
            bench.robot().clickOn(byName(view, "Export PDF", Button.class));
            bench.settle();
            assertThat(pdf).isNotEmptyFile();
            assertThat(folder.resolve("by-mouse.csv")).content().startsWith("subject,node,queries,difference");
            bench.robot().clickOn(byName(view, "Copy the caption", Button.class));
            bench.settle();
            assertThat(Bench.<String>onFx(() -> Clipboard.getSystemClipboard().getString())).startsWith("PC2 score, 100–500, of 4 subjects");
        }
    }

    @Test
    void theSmallFiguresAreWhole() {
        try (Study study = Study.openReadOnly(demo);
                Bench bench = new Bench(study)) {
            GalleryView view = bench.show(workbench -> new GalleryView(workbench, new LoadedProfiles(workbench.study())), Place.of(ViewId.FIGURES), WIDTH, HEIGHT);
            List<Double> shapes = Bench.onFx(() -> view.node().lookupAll(".figures-sketch .image-view").stream()
                    .map(node -> ((ImageView) node).getImage())
                    .filter(Objects::nonNull)
                    .map(image -> image.getHeight() / image.getWidth())
                    .toList());
            assertThat(shapes).hasSizeGreaterThan(3).doesNotHaveDuplicates();
        }
    }

    @Test
    void byKeyboardAloneAFigureIsChosenAndExported() {
        try (Study study = Study.openReadOnly(demo);
                Bench bench = new Bench(study)) {
            GalleryView view = bench.show(workbench -> new GalleryView(workbench, new LoadedProfiles(workbench.study())), Place.of(ViewId.FIGURES).with(GalleryModel.FIGURE, "overview"), WIDTH, HEIGHT);
            Node gallery = view.regions().get(1);
            tabTo(bench, gallery);
            bench.robot().type(KeyCode.DOWN, 3);
            bench.settle();
            assertThat(bench.workbench().navigator().here().getValue().parameter(GalleryModel.FIGURE)).contains("radar");
            Path svg = folder.resolve("by-keyboard.svg");
            bench.dialogs().choose(svg);
            tabTo(bench, byName(view, "Export SVG", Button.class));
            bench.robot().type(KeyCode.SPACE);
            bench.settle();
            assertThat(svg).content().startsWith("<?xml").contains("<text");
        }
    }

    @Test
    void imageAndSvgGoToTheClipboard() {
        try (Study study = Study.openReadOnly(demo);
                Bench bench = new Bench(study)) {
            GalleryView view = bench.show(workbench -> new GalleryView(workbench, new LoadedProfiles(workbench.study())), Place.of(ViewId.FIGURES), WIDTH, HEIGHT);
            run(bench, view, "figures.copyImage");
            assertThat(Bench.<Double>onFx(() -> Clipboard.getSystemClipboard().getImage().getWidth())).isEqualTo(Math.rint(85 / 25.4 * 300));
            run(bench, view, "figures.copySvg");
            assertThat(Bench.<String>onFx(() -> Clipboard.getSystemClipboard().getString())).contains("<svg");
        }
    }

    @Test
    void pictures() {
        try (Study study = Study.openReadOnly(demo);
                Bench bench = new Bench(study)) {
            bench.show(workbench -> new GalleryView(workbench, new LoadedProfiles(workbench.study())), Place.of(ViewId.FIGURES).with(GalleryModel.FIGURE, "overview"), WIDTH, HEIGHT);
            bench.pictures("figures-demo");
            bench.textSize(200);
            bench.pictures("figures-large-text");
        }
        try (Study study = Study.openReadOnly(demo);
                Bench bench = new Bench(study)) {
            bench.show(workbench -> new GalleryView(workbench, new LoadedProfiles(workbench.study())), Place.of(ViewId.FIGURES).with(GalleryModel.FIGURE, "radar"), WIDTH, 700);
            bench.pictures("figures-narrow");
        }
        try (Study study = Study.create(folder.resolve("empty.assay"), Clocks.fixed());
                Bench bench = new Bench(study)) {
            bench.show(workbench -> new GalleryView(workbench, new LoadedProfiles(workbench.study())), Place.of(ViewId.FIGURES), WIDTH, 700);
            bench.pictures("figures-empty");
        }
    }

    @Test
    void picturesOfRealData() {
        try (Study study = Study.openReadOnly(SampleStudies.alpacaEval(folder));
                Bench bench = new Bench(study)) {
            GalleryView view = bench.show(workbench -> new GalleryView(workbench, new LoadedProfiles(workbench.study())), Place.of(ViewId.FIGURES).with(GalleryModel.FIGURE, "strengths"), WIDTH, HEIGHT);
            bench.pictures("figures-alpaca-strengths");
            Bench.onFx(() -> {
                view.show(Place.of(ViewId.FIGURES).with(GalleryModel.FIGURE, "overview"));
                return true;
            });
            bench.pictures("figures-alpaca-overview");
        }
    }

    @Test
    void picturesOfSeventeenWithLongNames() {
        try (Study study = Study.open(SampleStudies.seventeen(folder.resolve("seventeen")), Clocks.fixed());
                Bench bench = new Bench(study)) {
            LocalTagging.usual().run(study, Clocks.fixed(), Progress.none(), new Cancellation());
            Pc2Setup.usual().run(study, Clocks.fixed(), Progress.none(), new Cancellation());
            GalleryView view = bench.show(
                    workbench -> new GalleryView(workbench, new LoadedProfiles(workbench.study())),
                    Place.of(ViewId.FIGURES).with(GalleryModel.FIGURE, "overview"), WIDTH, HEIGHT);
            bench.pictures("figures-seventeen");
            run(bench, view, "figures.zoom.double");
            bench.pictures("figures-seventeen-large");
        }
    }

    private static void run(Bench bench, GalleryView view, String action) {
        Bench.onFx(() -> {
            view.actions().stream().filter(each -> each.id().equals(action)).findFirst().orElseThrow().run();
            return true;
        });
        bench.settle();
    }

    private static void tabTo(Bench bench, Node target) {
        for (int i = 0; i < 60 && !Bench.<Boolean>onFx(target::isFocused); i++) {
            bench.robot().type(KeyCode.TAB);
        }
        Awaitility.await().atMost(5, TimeUnit.SECONDS).until(() -> Bench.<Boolean>onFx(target::isFocused));
    }

    private static <N extends Node> N byName(GalleryView view, String name, Class<N> type) {
        return Bench.onFx(() -> view.node().lookupAll("*").stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(node -> name.equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow());
    }
}
