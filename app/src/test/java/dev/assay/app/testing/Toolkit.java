package dev.assay.app.testing;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/** Starts JavaFX once for all tests of a run. */
public final class Toolkit {

    private static final AtomicBoolean STARTED = new AtomicBoolean();
    private static final CountDownLatch READY = new CountDownLatch(1);

    private Toolkit() {}

    public static void start() {
        if (!STARTED.getAndSet(true)) {
            Platform.startup(READY::countDown);
            Platform.setImplicitExit(false);
        }
        try {
            READY.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
