package dev.assay.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.charts.Colours;
import dev.assay.app.charts.FigureExporter;
import dev.assay.app.charts.FigureFormat;
import dev.assay.app.charts.Lettering;
import dev.assay.app.charts.PageSetup;
import dev.assay.app.charts.Theme;
import dev.assay.app.charts.Typeface;
import dev.assay.app.figures.LoadedProfiles;
import dev.assay.app.figures.StudyFigures;
import dev.assay.app.gallery.Preview.Drawn;
import dev.assay.app.gallery.Preview.Impossible;
import dev.assay.app.testing.FakeDialogs;
import dev.assay.app.testing.SampleStudies;
import dev.assay.app.workbench.Background;
import dev.assay.app.workbench.OpenStudy;
import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.ViewId;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GalleryModelTest {

    private static Path file;

    @TempDir
    static Path folder;

    private final FakeDialogs dialogs = new FakeDialogs();
    private Study study;
    private OpenStudy open;
    private GalleryModel model;

    @BeforeAll
    static void makeDemo() {
        file = SampleStudies.demo(folder.resolve("demo"));
    }

    @BeforeEach
    void open() {
        study = Study.openReadOnly(file);
        open = new OpenStudy(study, Clocks.fixed());
        model = new GalleryModel(open, new LoadedProfiles(open), Background.immediate(), dialogs);
    }

    @AfterEach
    void close() {
        study.close();
    }

    @Test
    void everyFigureOfTheCommandLineIsInTheGallery() {
        assertThat(Arrays.stream(FigureKind.values()).map(FigureKind::id)).containsExactlyElementsOf(StudyFigures.NAMES);
    }

    @ParameterizedTest
    @EnumSource(FigureKind.class)
    void thePreviewShowsThePixelsOfTheFile(FigureKind kind) throws IOException {
        model.show(Place.of(ViewId.FIGURES).with(GalleryModel.FIGURE, kind.id()));
        model.look().set(model.look().get().wide(Look.PAGE_MM).in(Colours.DARK_BLUE_AND_LIGHT_ORANGE).in(Typeface.SERIF).withText(8));
        model.zoom().set(Zoom.DOUBLE);
        Drawn drawn = drawn();
        assertThat(drawn.setup().dpi()).isEqualTo(192);

        Path png = folder.resolve(kind.id() + ".png");
        new FigureExporter(Lettering.bundled()).export(drawn.figure(), FigureFormat.PNG, model.look().get().setup(192), png);
        Pixels ofFile = Pixels.of(ImageIO.read(png.toFile()));
        assertThat(drawn.pixels().width()).isEqualTo(ofFile.width());
        assertThat(drawn.pixels().argb()).isEqualTo(ofFile.argb());
        assertThat(Arrays.stream(ofFile.argb()).distinct().count()).isGreaterThan(50);
    }

    @ParameterizedTest
    @EnumSource(Typeface.class)
    void thePreviewIsInTheFontOfTheFile(Typeface typeface) throws IOException {
        model.show(Place.of(ViewId.FIGURES));
        model.look().set(model.look().get().in(typeface).in(Theme.LIGHT));
        assertThat(drawn().setup().theme().typeface()).isEqualTo(typeface);
        Path png = folder.resolve(typeface + ".png");
        dialogs.choose(png);
        model.look().set(model.look().get().at(150));
        model.export(ExportKind.PNG);
        Pixels written = Pixels.of(ImageIO.read(png.toFile()));
        assertThat(Pixels.of(new FigureExporter(Lettering.bundled()).image(drawn().figure(), new PageSetup(Look.COLUMN_MM, OptionalDouble.empty(), Theme.LIGHT.in(typeface), 150))).argb())
                .isEqualTo(written.argb());
        Drawn sketch = (Drawn) Objects.requireNonNull(model.sketches().get().get(FigureKind.LEADERBOARD));
        assertThat(sketch.setup().theme().typeface()).isEqualTo(typeface);
    }

    @Test
    void whatIsExportedIsWhatIsShown() throws IOException {
        model.show(Place.of(ViewId.FIGURES));
        model.look().set(model.look().get().at(150).high(OptionalDouble.of(60)));
        Path png = folder.resolve("shown.png");
        dialogs.choose(png);
        model.export(ExportKind.PNG);
        Pixels written = Pixels.of(ImageIO.read(png.toFile()));
        AtomicReference<Pixels> copied = new AtomicReference<>();
        model.copyImage(copied::set);
        assertThat(written.argb()).isEqualTo(Objects.requireNonNull(copied.get()).argb());
        assertThat(drawn().heightMm()).isEqualTo(60);
        assertThat(dialogs.said()).last().asString().contains("shown.png, shown.csv");
    }

    @ParameterizedTest
    @EnumSource(ExportKind.class)
    void everyKindOfExportWritesItsFile(ExportKind kind) {
        model.show(Place.of(ViewId.FIGURES));
        Path chosen = folder.resolve("every." + kind.extension());
        dialogs.choose(chosen);
        model.export(kind);
        assertThat(chosen).isNotEmptyFile();
        assertThat(folder.resolve("every.csv")).isNotEmptyFile();
    }

    @Test
    void latexTakesInThePdfAtItsWidthWithTheCaption() throws IOException {
        model.show(Place.of(ViewId.FIGURES));
        Path chosen = folder.resolve("board.tex");
        dialogs.choose(chosen);
        model.export(ExportKind.LATEX);
        assertThat(Files.readString(chosen))
                .contains("\\includegraphics[width=85mm]{board.pdf}", "\\label{fig:board}", "95~\\%~interval", "q $\\le$ 0.05");
        assertThat(folder.resolve("board.pdf")).isNotEmptyFile();
    }

    @Test
    void aStudyIsNeverWrittenOver() throws IOException {
        model.show(Place.of(ViewId.FIGURES));
        byte[] before = Files.readAllBytes(file);
        dialogs.choose(file);
        model.export(ExportKind.PDF);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(dialogs.said()).last().asString().contains("it is a study");
    }

    @Test
    void whatCannotBeReadIsSaidAndIsNotTakenForNothing() throws IOException {
        Path gone = Files.copy(file, folder.resolve("gone.assay"));
        try (Study lost = Study.openReadOnly(gone)) {
            OpenStudy opened = new OpenStudy(lost, Clocks.fixed());
            Files.delete(gone);
            model = new GalleryModel(opened, new LoadedProfiles(opened), Background.immediate(), dialogs);
            model.show(Place.of(ViewId.FIGURES));
        }
        assertThat(model.preview().get()).isInstanceOf(Impossible.class);
        model.zoom().set(Zoom.DOUBLE);
        model.room().set(new Zoom.Room(300, 200, 1));
        assertThat(model.preview().get()).isInstanceOfSatisfying(Impossible.class, no -> assertThat(no.reason()).contains("gone.assay"));
        assertThat(model.behind().get()).as("it can be tried again").isTrue();
    }

    @Test
    void theCaptionSaysWhatHowAndByWhichRun() {
        model.show(Place.of(ViewId.FIGURES));
        assertThat(drawn().caption())
                .startsWith("PC2 score, 100–500, of 4 subjects on 72 queries; judged by PC2 (local engine, no language model), baseline thorough.")
                .contains("q ≤ 0.05", "seed 1", "Run " + model.run().get().orElseThrow());
    }

    @Test
    void aFigureThatDoesNotFitSaysWhatWouldDo() {
        model.show(Place.of(ViewId.FIGURES).with(GalleryModel.FIGURE, "overview"));
        model.look().set(model.look().get().wide(30));
        assertThat(model.preview().get()).isInstanceOfSatisfying(Impossible.class, no -> assertThat(no.reason()).contains("need").contains("mm"));
        assertThat(model.drawable().get()).isFalse();
        model.look().set(model.look().get().wide(Look.COLUMN_MM));
        assertThat(model.drawable().get()).isTrue();
    }

    @Test
    void anotherFigureStartsWithTheHeightThatItNeeds() {
        model.show(Place.of(ViewId.FIGURES));
        model.look().set(model.look().get().high(OptionalDouble.of(120)));
        model.kind().set(FigureKind.RADAR);
        assertThat(model.look().get().heightMm()).isEmpty();
        assertThat(drawn().figure().name()).isEqualTo("radar");
    }

    @Test
    void strengthsAreOfTheChosenSubject() {
        model.show(Place.of(ViewId.FIGURES).with(GalleryModel.FIGURE, "strengths").with(Place.SUBJECT, "terse"));
        assertThat(drawn().caption()).contains("where terse is compared with");
        model.subject().set(Optional.of("rambler"));
        assertThat(drawn().caption()).contains("where rambler is compared with");
        assertThat(model.place().parameter(Place.SUBJECT)).contains("rambler");
    }

    @Test
    void figuresFollowTheStudyOnlyWhenTold() {
        model.show(Place.of(ViewId.FIGURES));
        Charted first = model.charted().get().orElseThrow();
        model.follow().set(false);
        open.changed();
        model.show(Place.of(ViewId.FIGURES));
        assertThat(model.charted().get().orElseThrow()).isSameAs(first);
        assertThat(model.behind().get()).isTrue();
        model.follow().set(true);
        assertThat(model.charted().get().orElseThrow()).isNotSameAs(first);
        assertThat(model.behind().get()).isFalse();
    }

    @Test
    void anEmptyStudyHasNothingToDraw(@TempDir Path other) {
        try (Study empty = Study.create(other.resolve("empty.assay"), Clocks.fixed())) {
            OpenStudy opened = new OpenStudy(empty, Clocks.fixed());
            GalleryModel nothing = new GalleryModel(opened, new LoadedProfiles(opened), Background.immediate(), dialogs);
            nothing.show(Place.of(ViewId.FIGURES));
            assertThat(nothing.loaded().get()).isTrue();
            assertThat(nothing.charted().get()).isEmpty();
            assertThat(nothing.drawable().get()).isFalse();
        }
    }

    @Test
    void onlyTheSecondSetOfColoursIsReadableInGrey() {
        model.show(Place.of(ViewId.FIGURES).with(GalleryModel.FIGURE, "overview"));
        for (Theme theme : Look.THEMES) {
            model.look().set(Look.paper().wide(Look.PAGE_MM).in(theme));
            assertThat(drawn().legibility().safeForColourBlindReaders()).isTrue();
            assertThat(drawn().legibility().readableInGrey()).isFalse();
            model.look().set(model.look().get().in(Colours.DARK_BLUE_AND_LIGHT_ORANGE));
            assertThat(drawn().legibility().safeForColourBlindReaders()).as(theme.name()).isTrue();
            assertThat(drawn().legibility().readableInGrey()).as(theme.name() + " " + drawn().legibility()).isTrue();
        }
    }

    private Drawn drawn() {
        assertThat(model.preview().get()).isInstanceOf(Drawn.class);
        return (Drawn) model.preview().get();
    }
}
