package dev.assay.app.charts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.xmlgraphics.java2d.GraphicContext;
import org.apache.xmlgraphics.java2d.ps.EPSDocumentGraphics2D;

/** A sheet as Encapsulated PostScript. All text is drawn as outlines, so that it looks the same wherever it is printed. */
final class EpsFile {

    private EpsFile() {
    }

    static byte[] of(Sheet sheet) {
        int width = (int) Math.ceil(sheet.width());
        int height = (int) Math.ceil(sheet.height());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            EPSDocumentGraphics2D graphics = new EPSDocumentGraphics2D(true);
            graphics.setGraphicContext(new GraphicContext());
            graphics.setupDocument(bytes, width, height);
            // PostScript counts from the lower edge: without this the sheet would end above it by the rounding.
            graphics.translate(0, height - sheet.height());
            sheet.drawOn(graphics);
            graphics.finish();
        } catch (IOException e) {
            throw new FigureException("The EPS cannot be made: " + e.getMessage(), e);
        }
        return exact(bytes.toString(StandardCharsets.ISO_8859_1), sheet).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The size with its fractions, and no date: the same figure gives the same bytes. */
    private static String exact(String eps, Sheet sheet) {
        String box = String.format(Locale.ROOT, "%%%%HiResBoundingBox: 0 0 %.3f %.3f", sheet.width(), sheet.height());
        return eps.replaceFirst("(?m)^%%CreationDate:.*\\R", "")
                .replaceFirst("(?m)^%%BoundingBox:.*$", "$0\n" + box);
    }
}
