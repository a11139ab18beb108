package dev.assay.app.charts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.datasets.AssayException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class FigureExporterTest {

    private static FigureExporter exporter;

    @TempDir
    Path folder;

    @BeforeAll
    static void loadFonts() {
        exporter = new FigureExporter(Lettering.bundled());
    }

    @ParameterizedTest
    @EnumSource(FigureFormat.class)
    void theSameFigureGivesTheSameBytes(FigureFormat format) throws IOException {
        Path one = exporter.export(overview(), format, PageSetup.column(), folder.resolve("one." + format.extension())).figure();
        FigureExporter another = new FigureExporter(Lettering.bundled());
        Path two = another.export(overview(), format, PageSetup.column(), folder.resolve("two." + format.extension())).figure();
        assertThat(Files.readAllBytes(one)).isEqualTo(Files.readAllBytes(two)).hasSizeGreaterThan(5000);
    }

    @ParameterizedTest
    @EnumSource(FigureFormat.class)
    void everyFigureIsWrittenInEveryThemeAndFormat(FigureFormat format) throws IOException {
        List<Figure> figures = List.of(
                new LeaderboardFigure(Samples.leaderboard(Samples.SEVENTEEN)), new HeatMapFigure(Samples.heatMap()),
                new StrengthsFigure(Samples.strengths()), new RadarFigure(Samples.radar(4)), new RadarFigure(Samples.radar(9)));
        for (Theme theme : List.of(Theme.PAPER, Theme.LIGHT, Theme.DARK.in(Typeface.SERIF))) {
            PageSetup setup = new PageSetup(174, OptionalDouble.empty(), theme, 72);
            for (Figure figure : figures) {
                Path file = folder.resolve(figure.name() + theme.name() + "." + format.extension());
                assertThat(exporter.export(figure, format, setup, file).figure()).isNotEmptyFile();
                assertThat(figure.caption()).doesNotContain("%s").endsWith(".");
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
        }
    }

    @Test
    void aPngHasAsManyPixelsAsMillimetresTimesDpi() throws IOException {
        PageSetup setup = new PageSetup(85, OptionalDouble.of(101), Theme.PAPER, 300);
        Path file = exporter.export(overview(), FigureFormat.PNG, setup, folder.resolve("f.png")).figure();
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo((int) Math.round(85 * 300 / 25.4)).isEqualTo(1004);
        assertThat(image.getHeight()).isEqualTo((int) Math.round(101 * 300 / 25.4));
        assertThat(pixelsPerMetre(Files.readAllBytes(file))).containsExactly(11811, 11811, 1);
        assertThat(image.getRGB(0, 0)).isEqualTo(0xffffffff);
    }

    @Test
    void thePdfHasItsTextAsTextWithGreekAndChineseAndEmbeddedFonts() throws IOException {
        exporter.export(new StrengthsFigure(Samples.strengths()), FigureFormat.PDF, PageSetup.column(), folder.resolve("s.pdf"));
        Figure names = new LeaderboardFigure(Samples.leaderboard(Samples.SEVENTEEN));
        exporter.export(names, FigureFormat.PDF, PageSetup.wide(), folder.resolve("l.pdf"));
        assertThat(text(folder.resolve("s.pdf"))).contains("κ and α, µ–tests", "coding › Task Types", "−1", ".035", "claude-2: difference from mean of ten");
        assertThat(text(folder.resolve("l.pdf"))).contains("通义千问", "日本語大規模言語モデル", "한국어", "ЯндексGPT-3", "16–18");
        try (PDDocument document = Loader.loadPDF(folder.resolve("l.pdf").toFile())) {
            List<PDFont> fonts = fonts(document);
            assertThat(fonts).hasSize(3).allMatch(PDFont::isEmbedded);
            assertThat(fonts).extracting(PDFont::getName).allMatch(name -> name.matches("[A-Z]{6}\\+AssaySans.*"));
            assertThat(document.getPage(0).getMediaBox().getWidth()).isCloseTo((float) Units.points(174), within());
            assertThat(document.getDocumentInformation().getCreationDate()).isNull();
        }
        assertThat(Files.size(folder.resolve("l.pdf"))).isLessThan(80_000);
    }

    @Test
    void aSerifFigureEmbedsTheSerifAndKeepsItsTextAsText() throws IOException {
        PageSetup setup = PageSetup.column().in(Theme.PAPER.in(Typeface.SERIF));
        Path pdf = exporter.export(overview(), FigureFormat.PDF, setup, folder.resolve("f.pdf")).figure();
        assertThat(text(pdf)).contains("FuseChat", "805");
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            List<PDFont> fonts = fonts(document);
            assertThat(fonts).isNotEmpty().allMatch(PDFont::isEmbedded);
            assertThat(fonts).extracting(PDFont::getName).allMatch(name -> name.matches("[A-Z]{6}\\+AssaySerif-.*"));
        }
        Path svg = exporter.export(overview(), FigureFormat.SVG, setup, folder.resolve("f.svg")).figure();
        assertThat(svg).content().contains("font-family:'AssaySerif-Regular-", "'Assay Serif', ").doesNotContain("AssaySans");
        byte[] sans = exporter.bytes(overview(), FigureFormat.EPS, PageSetup.column());
        assertThat(exporter.bytes(overview(), FigureFormat.EPS, setup)).isNotEqualTo(sans);
    }

    @Test
    void theSvgIsWellFormedAndAModelsNameCannotBecomeMarkup() throws Exception {
        List<String> names = List.of("<script>alert(1)</script>", "a & b \"c\" 'd'", "x\u0000y\u202ez\ud800", "]]>");
        Figure figure = new LeaderboardFigure(Samples.leaderboard(names));
        Path file = exporter.export(figure, FigureFormat.SVG, PageSetup.wide(), folder.resolve("f.svg")).figure();
        Document svg = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().parse(file.toFile());
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(texts(svg)).contains("<script>alert(1)</script>", "a & b \"c\" 'd'", "]]>")
                .anyMatch(text -> text.startsWith("x yz"));
        Element root = svg.getDocumentElement();
        assertThat(root.getAttribute("width")).isEqualTo("174mm");
        assertThat(Files.readString(file)).contains("@font-face", "data:font/ttf;base64,").doesNotContain("Dialog", "Generated");
    }

    @Test
    void theGridLinesStandAtTheLabelledValues() throws Exception {
        for (PageSetup setup : List.of(PageSetup.column(), PageSetup.wide(), PageSetup.wide().in(Theme.LIGHT))) {
            Path file = exporter.export(new LeaderboardFigure(Samples.leaderboard()), FigureFormat.SVG, setup, folder.resolve("g.svg"))
                    .figure();
            Document svg = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().parse(file.toFile());
            List<Double> labels = places(svg, "text", "x", text -> text.getTextContent().matches("[0-9]\\.[0-9]")
                    && text.getAttribute("text-anchor").equals("middle"));
            List<Double> lines = places(svg, "line", "x1", line -> line.getAttribute("x1").equals(line.getAttribute("x2"))
                    && Double.parseDouble(line.getAttribute("y2")) - Double.parseDouble(line.getAttribute("y1")) > 50
                    && !((Element) line.getParentNode()).getAttribute("stroke-dasharray").contains(","));
            assertThat(labels).hasSizeBetween(3, 7);
            assertThat(lines).hasSameSizeAs(labels);
            for (int i = 0; i < labels.size(); i++) {
                assertThat(lines.get(i)).isCloseTo(labels.get(i), Offset.offset(0.02));
            }
        }
    }

    private static List<Double> places(Document svg, String tag, String attribute, Predicate<Element> chosen) {
        List<Double> places = new ArrayList<>();
        NodeList elements = svg.getElementsByTagName(tag);
        for (int i = 0; i < elements.getLength(); i++) {
            if (elements.item(i) instanceof Element element && chosen.test(element)) {
                places.add(Double.valueOf(element.getAttribute(attribute)));
            }
        }
        return places.stream().sorted().toList();
    }

    @Test
    void twoSvgsCanStandInOnePage() throws Exception {
        Path one = exporter.export(overview(), FigureFormat.SVG, PageSetup.column(), folder.resolve("1.svg")).figure();
        Path two = exporter.export(new LeaderboardFigure(Samples.leaderboard()), FigureFormat.SVG, PageSetup.column(),
                folder.resolve("2.svg")).figure();
        List<String> ids = new ArrayList<>(ids(one));
        assertThat(ids).isNotEmpty().doesNotContainAnyElementsOf(ids(two)).doesNotHaveDuplicates();
    }

    @Test
    void theEpsHasItsExactSizeAndNoDate() throws IOException {
        PageSetup setup = new PageSetup(85, OptionalDouble.of(101), Theme.PAPER, 300);
        Path file = exporter.export(overview(), FigureFormat.EPS, setup, folder.resolve("f.eps")).figure();
        assertThat(Files.readString(file, ISO_8859_1))
                .startsWith("%!PS-Adobe-3.0 EPSF-3.0").doesNotContain("CreationDate")
                .contains("%%BoundingBox: 0 0 241 287", "%%HiResBoundingBox: 0 0 240.945 286.299", "%%EOF");
    }

    @Test
    void charactersThatNoFontHasStopNoFormat() {
        List<String> names = List.of("\ud83d\ude80 rocket \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67", "نموذج عربي", "\ue000\ue001", "e\u0301\u0301 \udc00");
        Figure figure = new LeaderboardFigure(Samples.leaderboard(names));
        for (FigureFormat format : FigureFormat.values()) {
            Path file = folder.resolve("f." + format.extension());
            assertThat(exporter.export(figure, format, PageSetup.column(), file).figure()).isNotEmptyFile();
        }
    }

    @Test
    void theTablesStandBesideTheFigure() throws IOException {
        FigureExporter.Export both = exporter.export(overview(), FigureFormat.PDF, PageSetup.column(), folder.resolve("fig1.pdf"));
        assertThat(both.tables()).containsExactly(folder.resolve("fig1-leaderboard.csv"), folder.resolve("fig1-heat-map.csv"));
        List<String> lines = Files.readAllLines(both.tables().getFirst(), UTF_8);
        assertThat(lines).hasSize(11).element(1).asString()
                .startsWith("FuseChat-Gemma-2-9B,4.31,").endsWith(",0.95,1,1,1,805,0,better,mean of ten,3.68");
        FigureExporter.Export one = exporter.export(
                new StrengthsFigure(Samples.strengths()), FigureFormat.SVG, PageSetup.column(), folder.resolve("fig2.svg"));
        assertThat(one.tables()).containsExactly(folder.resolve("fig2.csv"));
    }

    @Test
    void aMissingFolderIsSaidAndNothingIsWritten() {
        Path file = folder.resolve("nowhere/f.pdf");
        assertThatThrownBy(() -> exporter.export(overview(), FigureFormat.PDF, PageSetup.column(), file))
                .isInstanceOf(AssayException.class).hasMessageContaining("there is no folder").hasMessageContaining("nowhere");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderInPlaceOfTheFileIsSaid() throws IOException {
        Path file = Files.createDirectory(folder.resolve("f.pdf"));
        assertThatThrownBy(() -> exporter.export(overview(), FigureFormat.PDF, PageSetup.column(), file))
                .isInstanceOf(AssayException.class).hasMessageContaining("it is a folder");
    }

    @Test
    void anOldFileIsReplacedAsAWhole() throws IOException {
        Path file = Files.writeString(folder.resolve("f.svg"), "old");
        exporter.export(overview(), FigureFormat.SVG, PageSetup.column(), file);
        assertThat(Files.readString(file)).startsWith("<").contains("</svg").doesNotStartWith("old");
    }

    @Test
    void sizesOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new PageSetup(5, OptionalDouble.empty(), Theme.PAPER, 300)).hasMessageContaining("20 to 1000 mm");
        assertThatThrownBy(() -> new PageSetup(85, OptionalDouble.of(Double.NaN), Theme.PAPER, 300)).isInstanceOf(FigureException.class);
        assertThatThrownBy(() -> new PageSetup(85, OptionalDouble.empty(), Theme.PAPER, 5)).hasMessageContaining("dpi");
        PageSetup huge = new PageSetup(1000, OptionalDouble.of(2000), Theme.PAPER, 2400);
        assertThatThrownBy(() -> exporter.export(overview(), FigureFormat.PNG, huge, folder.resolve("f.png")))
                .isInstanceOf(FigureException.class).hasMessageContaining("too many");
    }

    @Test
    void dataThatCannotBeDrawnAreRefused() {
        assertThatThrownBy(() -> new LeaderboardData(Samples.SCORE, Optional.empty(), List.of()))
                .isInstanceOf(FigureException.class).hasMessageContaining("no subject with a score");
        assertThatThrownBy(() -> new LeaderboardData.Row("m", Double.NaN, 1, 2, 1, 1, 1, 5, 0, Verdict.BETTER))
                .isInstanceOf(FigureException.class).hasMessageContaining("the mean of \"m\" is NaN");
        assertThatThrownBy(() -> new LeaderboardData.Row("m", 3, 1, 2, 1, 1, 1, 5, 0, Verdict.BETTER))
                .isInstanceOf(FigureException.class).hasMessageContaining("does not hold its mean");
        assertThatThrownBy(() -> Samples.radar(31)).isInstanceOf(FigureException.class).hasMessageContaining("choose up to 30");
    }

    private static Figure overview() {
        return new OverviewFigure(Samples.leaderboard(), Samples.heatMap());
    }

    private static Offset<Float> within() {
        return Offset.offset(0.01f);
    }

    private static String text(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
        }
    }

    private static List<PDFont> fonts(PDDocument document) throws IOException {
        List<PDFont> fonts = new ArrayList<>();
        PDResources resources = document.getPage(0).getResources();
        for (COSName form : resources.getXObjectNames()) {
            PDResources inner = ((PDFormXObject) resources.getXObject(form)).getResources();
            for (COSName name : inner.getFontNames()) {
                fonts.add(inner.getFont(name));
            }
        }
        return fonts;
    }

    private static List<String> texts(Document svg) {
        List<String> texts = new ArrayList<>();
        NodeList elements = svg.getElementsByTagName("text");
        for (int i = 0; i < elements.getLength(); i++) {
            texts.add(elements.item(i).getTextContent());
        }
        return texts;
    }

    private static List<String> ids(Path svg) throws IOException {
        return Pattern.compile("(?:id|font-family)[=:]['\"]'?([A-Za-z]+-[^'\",]+)")
                .matcher(Files.readString(svg)).results().map(match -> match.group(1)).distinct().toList();
    }

    private static List<Integer> pixelsPerMetre(byte[] png) {
        String text = new String(png, ISO_8859_1);
        ByteBuffer chunk = ByteBuffer.wrap(png, text.indexOf("pHYs") + 4, 9);
        return List.of(chunk.getInt(), chunk.getInt(), (int) chunk.get());
    }
}
