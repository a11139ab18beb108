package dev.assay.app.shell;

import javafx.animation.AnimationTimer;
import javafx.scene.Scene;

/** Tells when a scene has been painted for the first time. */
final class FirstPaint {

    private FirstPaint() {}

    /** Runs the work on the JavaFX thread once the scene is on the screen: after the pulse that follows the one that painted it. */
    static void after(Scene scene, Runnable work) {
        Runnable[] listener = new Runnable[1];
        listener[0] = () -> {
            scene.removePostLayoutPulseListener(listener[0]);
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    stop();
                    work.run();
                }
            }.start();
        };
        scene.addPostLayoutPulseListener(listener[0]);
    }
}
