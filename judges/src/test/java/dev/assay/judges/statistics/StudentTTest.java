package dev.assay.judges.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {

    /** The usual table of the 97.5 % points. */
    @ParameterizedTest
    @CsvSource({
        "1, 12.706204736", "2, 4.302652730", "3, 3.182446305", "4, 2.776445105", "9, 2.262157163", "30, 2.042272456",
        "100, 1.983971519", "1000000, 1.959966357"
    })
    void criticalValuesAgreeWithTheTable(double degreesOfFreedom, double expected) {
        assertThat(new StudentT(degreesOfFreedom).critical(0.95)).isCloseTo(expected, within(1e-8));
    }

    @ParameterizedTest
    @CsvSource({"0.5", "1.7", "4.25", "17.776", "804"})
    void criticalValuesInvertTheTail(double degreesOfFreedom) {
        StudentT t = new StudentT(degreesOfFreedom);
        assertThat(t.twoSidedP(t.critical(0.95))).isCloseTo(0.05, within(1e-10));
        assertThat(t.twoSidedP(t.critical(0.999))).isCloseTo(0.001, within(1e-10));
    }

    @Test
    void withTwoDegreesOfFreedomTheTailIsKnownInClosedForm() {
        for (double t : new double[] {0, 0.3, 2, 50, 1e5}) {
            double expected = 2 / (2 + t * t + t * Math.sqrt(2 + t * t));
            assertThat(new StudentT(2).twoSidedP(t)).isCloseTo(expected, within(1e-9 * expected));
        }
    }

    @Test
    void theNormalQuantileInvertsTheNormalDistribution() {
        assertThat(Normal.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-12));
        assertThat(Normal.cumulative(Normal.quantile(1e-9))).isCloseTo(1e-9, within(1e-16));
    }
}
