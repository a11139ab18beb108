package dev.assay.app.workbench;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/**
 * Work on the JavaFX thread in small pieces, spread over frames: between any two frames the window is laid out and painted, and keys are heard.
 * On the JavaFX thread.
 */
public final class OneAtATime implements Executor {

    private final Background background;
    private final long perFrameNanos;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;

    /** One piece in each frame. */
    public OneAtATime(Background background) {
        this(background, Duration.ZERO);
    }

    /** @param perFrame in each frame pieces are begun until so much time has passed */
    public OneAtATime(Background background, Duration perFrame) {
        this.background = background;
        perFrameNanos = perFrame.toNanos();
    }

    @Override
    public void execute(Runnable work) {
        waiting.add(work);
        if (!busy) {
            next();
        }
    }

    private void next() {
        busy = true;
        background.inNextFrame(() -> {
            try {
                long begin = System.nanoTime();
                do {
                    waiting.remove().run();
                } while (!waiting.isEmpty() && System.nanoTime() - begin < perFrameNanos);
            } finally {
                busy = false;
                if (!waiting.isEmpty()) {
                    next();
                }
            }
        });
    }
}
