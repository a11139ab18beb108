package dev.assay.app.charts;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGIDGenerator;
import org.apache.batik.svggen.SVGSyntax;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A sheet as SVG: text as text with the glyphs it uses embedded, sized in millimetres, named and described for screen
 * readers. Ids and font names are derived from the data, so that several figures can stand in one HTML page.
 */
final class SvgFile {

    private static final String SVG = SVGSyntax.SVG_NAMESPACE_URI;
    private static final List<String> FONT_ATTRIBUTES = List.of("font-family", "font-size", "font-weight", "font-style");

    private SvgFile() {
    }

    static byte[] of(Sheet sheet) {
        String mark = mark(sheet);
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
        context.setComment(null);
        context.setPrecision(3);
        context.setIDGenerator(new SVGIDGenerator() {
            private int count;

            @Override
            public String generateID(String prefix) {
                return prefix + "-" + mark + "-" + ++count;
            }
        });
        SvgText text = new SvgText(sheet.lettering(), sheet.theme().typeface());
        SvgGraphics graphics = new SvgGraphics(context, text);
        sheet.drawOn(graphics);
        Element root = graphics.getRoot();
        frame(root, sheet, mark);
        strip(root);
        text.embed(root, mark);
        return written(graphics, root);
    }

    private static void frame(Element root, Sheet sheet, String mark) {
        root.setAttribute("width", SvgText.decimal(Units.mm(sheet.width())) + "mm");
        root.setAttribute("height", SvgText.decimal(Units.mm(sheet.height())) + "mm");
        root.setAttribute("viewBox", "0 0 " + SvgText.decimal(sheet.width()) + " " + SvgText.decimal(sheet.height()));
        root.setAttribute("role", "img");
        root.setAttribute("aria-labelledby", "title-" + mark + " desc-" + mark);
        Element description = described(root, "desc", mark, sheet.figure().caption());
        root.insertBefore(description, root.getFirstChild());
        root.insertBefore(described(root, "title", mark, sheet.figure().name()), description);
    }

    private static Element described(Element root, String tag, String mark, String text) {
        Element element = root.getOwnerDocument().createElementNS(SVG, tag);
        element.setAttribute("id", tag + "-" + mark);
        element.appendChild(root.getOwnerDocument().createTextNode(Lettering.clean(text)));
        return element;
    }

    /** Batik notes the font of every group; each text of ours says its own. */
    private static void strip(Element root) {
        NodeList groups = root.getElementsByTagName("g");
        for (int i = 0; i < groups.getLength(); i++) {
            Element group = (Element) groups.item(i);
            FONT_ATTRIBUTES.forEach(group::removeAttribute);
        }
        FONT_ATTRIBUTES.forEach(root::removeAttribute);
    }

    private static byte[] written(SvgGraphics graphics, Element root) {
        StringWriter out = new StringWriter();
        try {
            graphics.stream(root, out, false, false);
        } catch (IOException e) {
            throw new FigureException("The SVG cannot be made: " + e.getMessage(), e);
        }
        // The document type names a file on a server that readers would ask for, and HTML allows none in the middle.
        return out.toString().replaceFirst("<!DOCTYPE[^>]*>\\s*", "").getBytes(StandardCharsets.UTF_8);
    }

    private static String mark(Sheet sheet) {
        CRC32 sum = new CRC32();
        sheet.figure().tables().forEach(table -> sum.update(table.csv().getBytes(StandardCharsets.UTF_8)));
        sum.update((sheet.figure().name() + sheet.theme() + sheet.width()).getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().getDOMImplementation()
                    .createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new FigureException("The Java runtime has no XML document builder.", e);
        }
    }
}
