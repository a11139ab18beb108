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
        return new WritableImage(new PixelBuffer<>(
                pixels.width(), pixels.height(), IntBuffer.wrap(pixels.argb()), PixelFormat.getIntArgbPreInstance()));
    }
}
