package dev.assay.app.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import org.junit.jupiter.api.Test;

class LegibilityTest {

    private static final Color GREEN_OF_THE_SAME_LIGHTNESS = new Color(0x5a8a1e);
    private static final Color RED = new Color(0xd9482b);

    @Test
    void redAndGreenAreNotSafeHoweverFarApartMostSeeThem() {
        Legibility seen = seen(RED, GREEN_OF_THE_SAME_LIGHTNESS);
        assertThat(seen.colourBlind()).isLessThan(20);
        assertThat(seen.safeForColourBlindReaders()).isFalse();
        assertThat(seen.readableInGrey()).isFalse();
    }

    @Test
    void blackAndWhiteAreAFullScaleApartForEverybody() {
        Legibility seen = seen(Color.BLACK, Color.WHITE);
        assertThat(seen.grey()).isCloseTo(100, within(0.1));
        assertThat(seen.colourBlind()).isCloseTo(100, within(1.0));
        assertThat(seen.safeForColourBlindReaders()).isTrue();
        assertThat(seen.readableInGrey()).isTrue();
    }

    @Test
    void blueAndVermilionAreSafeButNotInGrey() {
        Legibility seen = seen(new Color(0x0072b2), new Color(0xd55e00));
        assertThat(seen.safeForColourBlindReaders()).isTrue();
        assertThat(seen.readableInGrey()).isFalse();
    }

    @Test
    void aFigureOfOneSeriesTellsNothingByColour() {
        Legibility seen = Legibility.of(new RadarFigure(Samples.radar(1)), Theme.PAPER);
        assertThat(seen.grey()).isInfinite();
        assertThat(seen.readableInGrey()).isTrue();
    }

    private static Legibility seen(Color better, Color worse) {
        Palette palette = Theme.PAPER.palette().withMarks(better, worse, Color.WHITE, Color.WHITE);
        return Legibility.of(new LeaderboardFigure(Samples.leaderboard()), new Theme("test", palette, Typeface.SANS, Theme.PAPER.measures()));
    }
}
