package dev.assay.app.workbench;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** When the window is laid out and painted. */
final class Frames {

    private Frames() {}

    /** Runs the work on the JavaFX thread, from which this is called, once everything that is there now has been laid out. */
    static void afterNext(Runnable work) {
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                // A timer is called as the frame begins; what is run later comes after it.
                Platform.runLater(work);
            }
        }.start();
    }
}
