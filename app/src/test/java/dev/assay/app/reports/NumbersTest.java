package dev.assay.app.reports;

import static org.assertj.core.api.Assertions.assertThat;

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
    void qValuesHaveThreeDecimalsAndNoZeroInFront() {
        assertThat(Numbers.q(0.019)).isEqualTo(".019");
        assertThat(Numbers.q(0.0004)).isEqualTo("< .001");
        assertThat(Numbers.q(1)).isEqualTo("1.000");
        assertThat(Numbers.q(0.9996)).isEqualTo("1.000");
    }
}
