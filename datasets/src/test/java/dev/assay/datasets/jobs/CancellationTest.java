package dev.assay.datasets.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.datasets.AssayException;
import dev.assay.datasets.StoppedException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(30)
class CancellationTest {

    private final Cancellation cancellation = new Cancellation();

    @Test
    void whatBlocksIsInterrupted() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Thread asks = Thread.ofVirtual().start(() -> {
            await(begun);
            cancellation.request(RunState.PAUSED);
        });
        assertThatThrownBy(() -> cancellation.interrupting(() -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return true;
        })).isInstanceOf(StoppedException.class);
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        asks.join();
        assertThat(cancellation.stopsAs()).isEqualTo(RunState.PAUSED);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void whatItGivesAndThrowsArrives() {
        assertThat(cancellation.interrupting(() -> "result")).isEqualTo("result");
        assertThatThrownBy(() -> cancellation.interrupting(() -> {
            throw new AssayException("no");
        })).isInstanceOf(AssayException.class).hasMessage("no");
    }

    @Test
    void onlyACancellationGivesUp() {
        assertThat(cancellation.givesUp()).isFalse();
        cancellation.request(RunState.INTERRUPTED);
        assertThat(cancellation.givesUp()).isFalse();
        cancellation.request();
        assertThat(cancellation.givesUp()).as("the last request counts").isTrue();
    }

    @ParameterizedTest
    @EnumSource(RunState.class)
    void nothingIsStoppedByOtherStates(RunState state) {
        if (state.isStopped()) {
            cancellation.request(state);
            assertThat(cancellation.stopsAs()).isEqualTo(state);
        } else {
            assertThatThrownBy(() -> cancellation.request(state)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
