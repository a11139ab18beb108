package dev.assay.datasets.models.limits;

import dev.assay.datasets.jobs.Cancellation;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** Time and chance, so that tests need not wait for the one nor hope for the other. */
public interface Timing {

    /** Runs evenly, whatever is done to the clock. */
    long nanoTime();

    Instant now();

    /**
     * Waits.
     *
     * @return whether the wait was ended early by a cancellation
     */
    boolean pause(Duration time, Cancellation cancellation) throws InterruptedException;

    /** From 0 up to, but without, 1. */
    double random();

    /** The machine's. */
    static Timing system(RandomGenerator random) {
        return new Timing() {
            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public boolean pause(Duration time, Cancellation cancellation) throws InterruptedException {
                return cancellation.await(time);
            }

            @Override
            public synchronized double random() {
                return random.nextDouble();
            }
        };
    }
}
