package dev.assay.app.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.charts.Significance;
import dev.assay.judges.profiles.Comparison;
import dev.assay.judges.profiles.Profiler;
import org.junit.jupiter.api.Test;

class SignificanceTest {

    @Test
    void figuresAndProfilesCallTheSameThingADifference() {
        assertThat(Significance.LEVEL).isEqualTo(Comparison.DISCOVERY);
        assertThat(Significance.FEWEST_QUERIES).isEqualTo(Profiler.FEWEST_TESTED);
    }
}
