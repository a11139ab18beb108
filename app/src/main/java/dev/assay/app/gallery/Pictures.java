package dev.assay.app.gallery;

import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Pixels as images of JavaFX, without copying them. On the JavaFX thread. */
final class Pictures {

    private Pictures() {}

    static Image of(Pixels pixels) {
        return top(pixels, pixels.height());
    }

    /** The upper rows alone. */
    static Image top(Pixels pixels, int rows) {
        int height = Math.clamp(rows, 1, pixels.height());
        IntBuffer shown = IntBuffer.wrap(pixels.argb(), 0, pixels.width() * height).slice();
        return new WritableImage(new PixelBuffer<>(pixels.width(), height, shown, PixelFormat.getIntArgbPreInstance()));
    }
}
