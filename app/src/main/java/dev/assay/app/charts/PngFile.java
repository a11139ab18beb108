package dev.assay.app.charts;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A sheet as pixels; the file says how large a pixel is. */
final class PngFile {

    private static final String PNG = "javax_imageio_png_1.0";
    private static final long MOST_PIXELS = 150_000_000;

    private PngFile() {
    }

    static byte[] of(Sheet sheet, int dpi) {
        return encoded(image(sheet, dpi), dpi);
    }

    static BufferedImage image(Sheet sheet, int dpi) {
        double scale = dpi / 72.0;
        int width = (int) Math.max(1, Math.round(sheet.width() * scale));
        int height = (int) Math.max(1, Math.round(sheet.height() * scale));
        Checks.that((long) width * height <= MOST_PIXELS,
                "%d × %d pixels are too many; choose fewer dpi or a smaller size", width, height);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setPaint(sheet.theme().palette().ground());
            graphics.fillRect(0, 0, width, height);
            graphics.scale(width / sheet.width(), height / sheet.height());
            sheet.drawOn(graphics);
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private static byte[] encoded(BufferedImage image, int dpi) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
            metadata.mergeTree(PNG, resolution(dpi));
            writer.setOutput(out);
            writer.write(new IIOImage(image, null, metadata));
        } catch (IOException e) {
            throw new FigureException("The PNG cannot be encoded: " + e.getMessage(), e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static IIOMetadataNode resolution(int dpi) {
        String perMetre = Long.toString(Math.round(dpi / 0.0254));
        IIOMetadataNode size = new IIOMetadataNode("pHYs");
        size.setAttribute("pixelsPerUnitXAxis", perMetre);
        size.setAttribute("pixelsPerUnitYAxis", perMetre);
        size.setAttribute("unitSpecifier", "meter");
        IIOMetadataNode root = new IIOMetadataNode(PNG);
        root.appendChild(size);
        return root;
    }
}
