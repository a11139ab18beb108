package dev.assay.judges.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BenjaminiHochbergTest {

    /** The fifteen p-values of Benjamini and Hochberg (1995), §3.2: at 5 % the first four are rejected. */
    private static final double[] PUBLISHED = {
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0
    };

    @Test
    void thePublishedExampleHasFourDiscoveries() {
        double[] q = BenjaminiHochberg.qValues(PUBLISHED);
        assertThat(Arrays.stream(q).filter(value -> value <= 0.05)).hasSize(4);
        assertThat(q[3]).isCloseTo(0.0095 * 15 / 4, within(1e-15));
        assertThat(q[5]).as("a larger test may lend its smaller value").isCloseTo(0.0298 * 15 / 7, within(1e-15));
    }

    @Test
    void theOrderOfTheTestsDoesNotMatter() {
        assertThat(BenjaminiHochberg.qValues(0.04, 0.01, 0.03)).containsExactly(0.04, 0.03, 0.04);
    }

    @Test
    void qIsNeverBelowPNorAboveOne() {
        double[] q = BenjaminiHochberg.qValues(PUBLISHED);
        for (int i = 0; i < q.length; i++) {
            assertThat(q[i]).isBetween(PUBLISHED[i], 1.0);
        }
    }

    @Test
    void noTestsHaveNoQ() {
        assertThat(BenjaminiHochberg.qValues()).isEmpty();
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        assertThatThrownBy(() -> BenjaminiHochberg.qValues(0.1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
