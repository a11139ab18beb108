package dev.assay.app.charts;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** A sheet as a PDF of one page of its size: text as text, the bundled fonts embedded as subsets, no date. */
final class PdfFile {

    /** PDFBox makes the file's id from this number instead of the time: the same figure gives the same bytes. */
    private static final long ID = 1;

    private PdfFile() {
    }

    static byte[] of(Sheet sheet) {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle((float) sheet.width(), (float) sheet.height()));
            document.addPage(page);
            document.setDocumentId(ID);
            document.getDocumentInformation().setTitle(sheet.figure().name());
            draw(sheet, document, page);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new FigureException("The PDF cannot be made: " + e.getMessage(), e);
        }
    }

    private static void draw(Sheet sheet, PDDocument document, PDPage page) throws IOException {
        PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(document, (float) sheet.width(), (float) sheet.height());
        graphics.setFontTextDrawer(new EmbeddedFonts(document, sheet.lettering()));
        try {
            sheet.drawOn(graphics);
        } finally {
            graphics.dispose();
        }
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawForm(graphics.getXFormObject());
        }
        page.getResources().getCOSObject().removeItem(COSName.PROC_SET);
    }

    /** Maps a bundled font to its embedded subset. A font of the system has none: its glyphs are drawn as outlines. */
    private static final class EmbeddedFonts extends PdfBoxGraphics2DFontTextDrawer {

        private final PDDocument document;
        private final Lettering lettering;
        private final Map<String, PDFont> embedded = new HashMap<>();

        EmbeddedFonts(PDDocument document, Lettering lettering) {
            this.document = document;
            this.lettering = lettering;
        }

        @Override
        protected @Nullable PDFont mapFont(Font font, IFontTextDrawerEnv env) throws IOException {
            Optional<BundledFont> file = lettering.fileOf(font);
            if (file.isEmpty()) {
                return null;
            }
            String name = file.get().postScriptName();
            PDFont known = embedded.get(name);
            if (known == null) {
                try (InputStream in = file.get().open()) {
                    known = PDType0Font.load(document, in, true);
                }
                embedded.put(name, known);
            }
            return known;
        }
    }
}
