package dev.assay.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackgroundTest {

    /** Stands for the JavaFX thread: the test runs what would be run there. */
    private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final Background background = Background.threads(screen::add, screen::add, failures::add);

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    void ofASearchWhileTypingOnlyTheNewestIsShown() throws InterruptedException {
        Background.Latest latest = background.latest(Duration.ZERO);
        CountDownLatch slow = new CountDownLatch(1);
        List<String> shown = new ArrayList<>();
        latest.run(() -> {
            slow.await();
            return "old";
        }, shown::add);
        pump(1);
        latest.run(() -> "new", shown::add);
        pumpUntilShown(shown);
        slow.countDown();
        pumpUntilIdle();
        assertThat(shown).containsExactly("new");
        assertThat(latest.busy().get()).isFalse();
    }

    @Test
    void whatWaitsForTheDebounceIsNotBegunIfSomethingNewerComes() throws InterruptedException {
        Background.Latest latest = background.latest(Duration.ofSeconds(30));
        List<String> begun = new ArrayList<>();
        latest.run(() -> begun.add("old"), done -> {});
        latest.cancel();
        assertThat(background.idle()).isTrue();
        assertThat(begun).isEmpty();
    }

    @Test
    void whatGoesWrongIsTold() throws InterruptedException {
        background.run(() -> {
            throw new IllegalStateException("no");
        }, any -> {});
        pumpUntilIdle();
        assertThat(failures).singleElement().isInstanceOf(IllegalStateException.class);
    }

    @Test
    void itIsIdleOnlyWhenTheResultIsShown() throws InterruptedException {
        background.run(() -> 1, any -> {});
        Runnable show = screen.poll(10, TimeUnit.SECONDS);
        assertThat(background.idle()).isFalse();
        assertThat(show).isNotNull();
        show.run();
        assertThat(background.idle()).isTrue();
    }

    private void pump(int steps) throws InterruptedException {
        for (int i = 0; i < steps; i++) {
            Runnable next = screen.poll(10, TimeUnit.SECONDS);
            assertThat(next).isNotNull();
            next.run();
        }
    }

    private void pumpUntilShown(List<?> shown) throws InterruptedException {
        while (shown.isEmpty()) {
            pump(1);
        }
    }

    private void pumpUntilIdle() throws InterruptedException {
        while (!background.idle()) {
            pump(1);
        }
    }
}
