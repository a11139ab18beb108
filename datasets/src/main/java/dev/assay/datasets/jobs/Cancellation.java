package dev.assay.datasets.jobs;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A request to stop, shared between who asks (Ctrl+C, a button) and the step, which looks at it between units. */
public final class Cancellation {

    private final CountDownLatch requested = new CountDownLatch(1);

    public void request() {
        requested.countDown();
    }

    public boolean requested() {
        return requested.getCount() == 0;
    }

    /**
     * Waits until it is requested, at most for this long.
     *
     * @return whether it is requested
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public boolean await(Duration longest) throws InterruptedException {
        return requested.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    }
}
