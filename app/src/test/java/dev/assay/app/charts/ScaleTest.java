package dev.assay.app.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ScaleTest {

    @Test
    void itHoldsTheDataAndAFewRoundValues() {
        Scale scale = Scale.over(2.555, 4.365, 5);
        assertThat(scale.ticks()).containsExactly(2.5, 3.0, 3.5, 4.0, 4.5);
        assertThat(scale.decimals()).isEqualTo(1);
    }

    @Test
    void anyRangeHasTwoToAsManyTicksAsAllowed() {
        Random random = new Random(7);
        for (int i = 0; i < 5000; i++) {
            double low = random.nextGaussian() * Math.pow(10, random.nextInt(-4, 6));
            double high = low + Math.abs(random.nextGaussian()) * Math.pow(10, random.nextInt(-4, 6));
            Scale scale = Scale.over(low, high, 6);
            double rounding = 1e-8 * (scale.high() - scale.low());
            assertThat(scale.low()).isLessThanOrEqualTo(low + rounding);
            assertThat(scale.high()).isGreaterThanOrEqualTo(high - rounding);
            assertThat(scale.ticks()).as("%s to %s: %s", low, high, scale).hasSizeBetween(2, 6);
        }
    }

    @Test
    void equalValuesStillHaveAScale() {
        assertThat(Scale.over(3, 3, 5).high()).isGreaterThan(3);
        assertThat(Scale.over(0, 0, 5).low()).isLessThan(0);
    }
}
