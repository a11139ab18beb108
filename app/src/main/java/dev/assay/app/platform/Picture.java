package dev.assay.app.platform;

import dev.assay.datasets.exporting.WholeFile;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** What a scene shows, as a PNG file. */
public final class Picture {

    private Picture() {}

    /** Takes the picture of a scene as it stands. On the JavaFX thread. */
    public static WritableImage of(Scene scene) {
        return scene.snapshot(null);
    }

    /** Writes a picture; on any thread. */
    public static void write(WritableImage image, Path file) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage buffered = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        buffered.setRGB(0, 0, width, height, pixels, 0, width);
        WholeFile.write(file, out -> ImageIO.write(buffered, "png", out));
    }
}
