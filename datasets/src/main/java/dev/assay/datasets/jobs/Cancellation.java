package dev.assay.datasets.jobs;

import java.util.concurrent.atomic.AtomicBoolean;

/** A request to stop, shared between who asks (Ctrl+C, a button) and the step, which looks at it between units. */
public final class Cancellation {

    private final AtomicBoolean requested = new AtomicBoolean();

    public void request() {
        requested.set(true);
    }

    public boolean requested() {
        return requested.get();
    }
}
