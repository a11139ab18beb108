package dev.assay.app.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaletteTest {

    static List<Theme> themes() {
        return Arrays.stream(Colours.values())
                .flatMap(colours -> Stream.of(Theme.PAPER, Theme.LIGHT, Theme.DARK).map(theme -> theme.in(colours)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("themes")
    void textAndMarksCanBeReadOnTheGround(Theme theme) {
        Palette palette = theme.palette();
        assertThat(List.of(palette.text(), palette.muted())).allMatch(color -> Palette.contrast(color, palette.ground()) >= 4.5);
        assertThat(List.of(palette.better(), palette.worse(), palette.neutral(), palette.subtle()))
                .allMatch(color -> Palette.contrast(color, palette.ground()) >= 3);
        assertThat(palette.series()).hasSize(6).allMatch(color -> Palette.contrast(color, palette.ground()) >= 3);
    }

    @ParameterizedTest
    @MethodSource("themes")
    void theNumberOnEveryColourOfTheHeatMapCanBeRead(Theme theme) {
        Palette palette = theme.palette();
        DivergingScale scale = new DivergingScale(palette, 1);
        for (double value = -1; value <= 1; value += 0.01) {
            Color fill = scale.getPaint(value);
            assertThat(Palette.contrast(palette.textOn(fill), fill)).as("at %s", value).isGreaterThanOrEqualTo(4.5);
        }
        assertThat(Palette.contrast(palette.heatQuiet(), palette.heatMiddle())).isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest
    @MethodSource("themes")
    void theScaleIsSymmetricAndEndsInItsColours(Theme theme) {
        DivergingScale scale = new DivergingScale(theme.palette(), 1.36);
        assertThat(scale.getPaint(-1.36)).isEqualTo(theme.palette().heatWorse());
        assertThat(scale.getPaint(1.36)).isEqualTo(theme.palette().heatBetter());
        assertThat(scale.getPaint(Double.NaN)).isEqualTo(theme.palette().heatMiddle());
    }
}
