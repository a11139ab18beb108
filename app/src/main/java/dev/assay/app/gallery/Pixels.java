package dev.assay.app.gallery;

import java.awt.image.BufferedImage;

/**
 * A picture as JavaFX takes it: one int per pixel, alpha, red, green, blue, row by row.
 *
 * @param argb width × height, opaque
 */
@SuppressWarnings("ArrayRecordComponent") // Never changed, never compared, and large.
record Pixels(int width, int height, int[] argb) {

    static Pixels of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] argb = image.getRGB(0, 0, width, height, null, 0, width);
        return new Pixels(width, height, argb);
    }
}
