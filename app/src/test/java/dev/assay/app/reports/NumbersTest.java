package dev.assay.app.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.charts.Numerals;
import org.junit.jupiter.api.Test;

class NumbersTest {

    private final Numbers numbers = new Numbers(2);

    @Test
    void scoresHaveATrueMinusAndTheSameDecimals() {
        assertThat(numbers.score(-1.004)).isEqualTo("−1.00");
        assertThat(numbers.signed(0.5)).isEqualTo("+0.50");
        assertThat(numbers.interval(2.22, 3.2)).isEqualTo("[2.22, 3.20]");
    }

    @Test
    void aRoundedZeroHasNoSignAndHalvesAreRoundedAsInTheFigures() {
        assertThat(numbers.score(-0.001)).isEqualTo("0.00");
        assertThat(numbers.score(0.125)).isEqualTo(Numerals.plain(0.125, 2));
    }
}
