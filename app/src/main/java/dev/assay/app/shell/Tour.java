package dev.assay.app.shell;

import dev.assay.app.workbench.Place;
import dev.assay.app.workbench.ViewId;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.application.Platform;

/** Shows every view of the open study, one after the other, each until it shows all that it shows. Not on the JavaFX thread. */
final class Tour {

    /** A table grows over some pulses, with nothing under way between them. */
    private static final int QUIET_PULSES = 8;

    private final Shell shell;

    Tour(Shell shell) {
        this.shell = shell;
    }

    /** @param shown told of each view once it is complete */
    void visit(Consumer<ViewId> shown) {
        for (ViewId view : ViewId.values()) {
            onFx(() -> {
                shell.session().get().orElseThrow().history().go(Place.of(view));
                return true;
            });
            settle();
            shown.accept(view);
        }
    }

    /** Waits until nothing is under way and the last result has been laid out and painted. */
    void settle() {
        int quiet = 0;
        while (quiet < QUIET_PULSES) {
            pulse();
            quiet = shell.idle() ? quiet + 1 : 0;
        }
    }

    /** Waits until the window has been laid out once more. */
    private void pulse() {
        CountDownLatch laidOut = new CountDownLatch(1);
        Platform.runLater(() -> {
            FirstPaint.after(shell.scene(), laidOut::countDown);
            Platform.requestNextPulse();
        });
        try {
            laidOut.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Does something on the JavaFX thread and waits for it. */
    static <T> T onFx(Callable<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
