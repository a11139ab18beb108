package dev.assay.app.workbench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/**
 * Work on the JavaFX thread in small pieces, one after the other: between any two of them the window may be painted, and keys are heard. On
 * the JavaFX thread.
 */
public final class OneAtATime implements Executor {

    private final Background background;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;

    public OneAtATime(Background background) {
        this.background = background;
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
        background.run(() -> true, begun -> {
            try {
                waiting.remove().run();
            } finally {
                busy = false;
                if (!waiting.isEmpty()) {
                    next();
                }
            }
        });
    }
}
