package dev.assay.app.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.charts.Scale;
import org.junit.jupiter.api.Test;

class StandingsPlotTest {

    @Test
    void capsThatWouldTouchTheirDotAreLeftOut() {
        Scale scale = new Scale(300, 400, 50);
        double em = 13;
        double perPoint = (StandingsPlot.plotRight(624, em) - StandingsPlot.plotLeft(624, em)) / 100;
        assertThat(new StandingsPlot(scale, 1, 16 / perPoint).hasCaps(624, em)).isTrue();
        assertThat(new StandingsPlot(scale, 1, 8 / perPoint).hasCaps(624, em)).isFalse();
    }
}
