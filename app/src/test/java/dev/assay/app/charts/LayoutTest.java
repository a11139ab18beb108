package dev.assay.app.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the texts of figures stand, in all themes and for few and many subjects. */
class LayoutTest {

    private static final List<List<String>> PATHS = List.of(
            List.of("writing", "Writing Domains", "Literary Writing"), List.of("coding", "Task Types"),
            List.of("reasoning", "Task Types"), List.of("coding", "Task Types", "Debugging and Optimization"),
            List.of("mathematics"), List.of("知识"), List.of("knowledge", "Rare things"));

    private static Lettering lettering;

    /** A figure and the page it is drawn on. */
    record Case(String what, Figure figure, double widthMm, Theme theme) {

        @Override
        public String toString() {
            return what + ", " + widthMm + " mm, " + theme.name() + ", " + theme.typeface();
        }
    }

    @BeforeAll
    static void loadFonts() {
        lettering = Lettering.bundled();
    }

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (Theme theme : List.of(Theme.PAPER, Theme.LIGHT, Theme.DARK, Theme.PAPER.in(Typeface.SERIF))) {
            cases.add(new Case("overview of ten", new OverviewFigure(Samples.leaderboard(), Samples.heatMap()), 174, theme));
            cases.add(new Case("overview of 17", overview(17, PATHS), 174, theme));
            cases.add(new Case("one subject", overview(1, PATHS.subList(0, 3)), 174, theme));
            cases.add(new Case("strengths", new StrengthsFigure(Samples.strengths()), 174, theme));
            for (int subjects : List.of(1, 4, 6, 10, 17)) {
                cases.add(new Case("radar of " + subjects, new RadarFigure(Samples.radar(subjects)), 174, theme));
            }
        }
        cases.add(new Case("overview of ten", new OverviewFigure(Samples.leaderboard(), Samples.heatMap()), 85, Theme.PAPER));
        cases.add(new Case("overview of 17", overview(17, PATHS.subList(0, 6)), 85, Theme.PAPER));
        cases.add(new Case("overview of 4", overview(4, PATHS.subList(1, 5)), 85, Theme.PAPER));
        cases.add(new Case("strengths", new StrengthsFigure(Samples.strengths()), 85, Theme.PAPER));
        cases.add(new Case("radar of 4", new RadarFigure(Samples.radar(4)), 85, Theme.PAPER));
        cases.add(new Case("radar of 10", new RadarFigure(Samples.radar(10)), 85, Theme.PAPER));
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyTextStandsOnThePage(Case one) {
        Page page = drawn(one);
        Rectangle2D sheet = new Rectangle2D.Double(0, 0, page.width(), page.height());
        assertThat(page.labels()).hasSizeGreaterThan(3);
        assertThat(page.labels()).allSatisfy(label -> assertThat(sheet.contains(label.bounds())).as(label.toString()).isTrue());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void noTextTouchesAnother(Case one) {
        List<Page.Label> labels = drawn(one).labels();
        List<String> touching = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            for (int j = i + 1; j < labels.size(); j++) {
                if (labels.get(i).bounds().intersects(labels.get(j).bounds())) {
                    touching.add(labels.get(i) + " and " + labels.get(j));
                }
            }
        }
        assertThat(touching).isEmpty();
    }

    @Test
    void aHeatMapOfTooManyNodesSaysWhichWidthIsEnough() {
        List<List<String>> nodes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            nodes.add(List.of("node " + i));
        }
        Figure figure = new HeatMapFigure(Samples.heatMap(Samples.TEN, nodes));
        assertThatThrownBy(() -> drawn(new Case("wide", figure, 85, Theme.PAPER)))
                .isInstanceOf(FigureException.class).hasMessageContaining("20 nodes need a width of");
        String message = String.valueOf(catchThrowable(() -> drawn(new Case("wide", figure, 85, Theme.PAPER))));
        double enough = Double.parseDouble(message.replaceFirst(".*width of ([0-9.]+) mm.*", "$1"));
        assertThat(drawn(new Case("wide enough", figure, enough, Theme.PAPER)).labels()).isNotEmpty();
    }

    @Test
    void aHeightThatIsTooSmallIsRefusedWithOneThatIsEnough() {
        Figure figure = new LeaderboardFigure(Samples.leaderboard(Samples.SEVENTEEN));
        assertThatThrownBy(() -> drawn(figure, Units.points(85), Units.points(30)))
                .isInstanceOf(FigureException.class).hasMessageContaining("17 subjects need a height of");
    }

    @Test
    void rowsStretchWithTheHeight() {
        Figure figure = new LeaderboardFigure(Samples.leaderboard());
        Page page = drawn(figure, Units.points(85), Units.points(120));
        double lowest = page.labels().stream().mapToDouble(label -> label.bounds().getMaxY()).max().orElseThrow();
        assertThat(lowest).isBetween(page.height() - 6, page.height());
    }

    @Test
    void thePaperOverviewHasTheSizeOfAColumn() {
        Figure figure = new OverviewFigure(Samples.leaderboard(), Samples.heatMap());
        double height = Units.mm(figure.height(Units.points(85), Theme.PAPER, lettering));
        assertThat(height).isBetween(95.0, 105.0);
    }

    @Test
    void radarsOfManySubjectsFitOnAPage() {
        for (int subjects : List.of(7, 10, 17, 30)) {
            Figure figure = new RadarFigure(Samples.radar(subjects));
            for (double width : List.of(85.0, 174.0)) {
                assertThat(Units.mm(figure.height(Units.points(width), Theme.PAPER, lettering))).as("%d in %.0f mm", subjects, width).isLessThan(235);
            }
        }
    }

    @Test
    void namesOfALeaderboardOfOneColumnAreWholeUpTo40Millimetres() {
        List<String> names = List.of("FuseChat-Gemma-2-9B-Instruct", "FuseChat-Llama-3.2-3B-Instruct", "FuseChat-Llama-3.2-1B-Instruct");
        List<LeaderboardData.Row> rows = names.stream()
                .map(name -> new LeaderboardData.Row(name, 3, 2.5, 3.5, 1, 1, 3, 805, 0, Verdict.INDISTINGUISHABLE))
                .toList();
        Figure figure = new LeaderboardFigure(new LeaderboardData(Samples.SCORE, Optional.empty(), rows));
        Page page = drawn(new Case("names", figure, 85, Theme.PAPER));
        assertThat(page.labels()).extracting(Page.Label::text).containsAll(names);
    }

    @Test
    void capsThatWouldTouchTheirDotAreLeftOut() {
        IntervalPlot plot = new IntervalPlot(new Scale(0, 10, 1), true);
        Rectangle2D area = new Rectangle2D.Double(0, 0, 100, 100);
        IntervalPlot.Mark wide = new IntervalPlot.Mark(5, 4.6, 5.4, Verdict.BETTER);
        IntervalPlot.Mark narrow = new IntervalPlot.Mark(5, 4.8, 5.2, Verdict.BETTER);
        assertThat(plot.hasCaps(List.of(wide), area, 2.1)).isTrue();
        assertThat(plot.hasCaps(List.of(wide, narrow), area, 2.1)).as("all or none: a cap means nothing of its own").isFalse();
    }

    @Test
    void equalScoresAreDrawn() {
        List<LeaderboardData.Row> rows = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            rows.add(new LeaderboardData.Row("model " + i, -2, -2, -2, 1, 1, 4, 10, 0, Verdict.INDISTINGUISHABLE));
        }
        Figure figure = new LeaderboardFigure(new LeaderboardData(Samples.SCORE, Optional.empty(), rows));
        assertThat(drawn(new Case("equal", figure, 85, Theme.PAPER)).labels()).extracting(Page.Label::text).contains("model 3", "1–4");
    }

    @Test
    void numbersAreNeverShortened() {
        Page page = drawn(new Case("17", overview(17, PATHS.subList(0, 6)), 85, Theme.PAPER));
        assertThat(page.labels()).extracting(Page.Label::text)
                .contains("1,627", "16–18", "−1.17", "±0.20")
                .filteredOn(text -> text.contains("…")).noneMatch(text -> text.matches("[−+0-9.,…]+"));
    }

    private static Figure overview(int subjects, List<List<String>> paths) {
        List<String> names = Samples.SEVENTEEN.subList(0, subjects);
        return new OverviewFigure(Samples.leaderboard(names), Samples.heatMap(names, paths));
    }

    private static Page drawn(Case one) {
        double width = Units.points(one.widthMm());
        Page page = page(width, one.figure().height(width, one.theme(), lettering), one.theme());
        one.figure().draw(page);
        return page;
    }

    private static Page drawn(Figure figure, double width, double height) {
        Page page = page(width, height, Theme.PAPER);
        figure.draw(page);
        return page;
    }

    private static Page page(double width, double height, Theme theme) {
        Graphics2D graphics = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB).createGraphics();
        return new Page(graphics, width, height, theme, lettering);
    }
}
