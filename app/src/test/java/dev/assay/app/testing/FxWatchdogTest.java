package dev.assay.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FxWatchdogTest {

    @Test
    void aThreadThatIsHeldUpIsFoundWithWhatItDid() {
        FxWatchdog.Report report = FxWatchdog.during(() -> Bench.onFx(FxWatchdogTest::dawdle));
        assertThat(report.longest()).isGreaterThan(Duration.ofMillis(140));
        assertThat(report.longestWork()).isGreaterThan(Duration.ofMillis(20));
        assertThat(report.busyWith()).anyMatch(stack -> stack.contains("dawdle"));
    }

    private static long dawdle() {
        long end = System.nanoTime() + 150_000_000;
        long spins = 0;
        while (System.nanoTime() < end) {
            spins++;
        }
        return spins;
    }
}
