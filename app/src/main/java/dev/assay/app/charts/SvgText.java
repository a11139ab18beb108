package dev.assay.app.charts;

import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.batik.svggen.SVGSyntax;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The texts of an SVG, and the fonts they use: subsets are embedded, under a name that no other figure has. */
final class SvgText {

    /** What a browser needs; fontbox would write others as empty tables. */
    private static final List<String> TABLES =
            List.of("OS/2", "name", "post", "cmap", "head", "hhea", "hmtx", "maxp", "loca", "glyf");

    private final Lettering lettering;
    private final Typeface typeface;
    private final Map<String, Use> uses = new LinkedHashMap<>();

    /** @param typeface of the texts, whose substitutes stand in where a reader ignores embedded fonts */
    SvgText(Lettering lettering, Typeface typeface) {
        this.lettering = lettering;
        this.typeface = typeface;
    }

    private record Use(BundledFont font, TreeSet<Integer> codes, List<Element> elements) {
    }

    Element element(Document document, String string, Font font) {
        Element element = document.createElementNS(SVGSyntax.SVG_NAMESPACE_URI, "text");
        element.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
        element.setAttribute("stroke", "none");
        element.setAttribute("font-size", decimal(font.getSize2D()));
        element.setAttribute("textLength", decimal(font.getStringBounds(string, Lettering.EXACT).getWidth()));
        element.setAttribute("lengthAdjust", "spacingAndGlyphs");
        element.appendChild(document.createTextNode(string));
        Optional<BundledFont> file = lettering.fileOf(font);
        if (file.isPresent()) {
            Use use = uses.computeIfAbsent(
                    file.get().postScriptName(), name -> new Use(file.get(), new TreeSet<>(), new ArrayList<>()));
            string.codePoints().forEach(use.codes()::add);
            use.elements().add(element);
        } else {
            element.setAttribute("font-family", "sans-serif");
        }
        return element;
    }

    /** Puts the subsets into a style element and points the texts to them. */
    void embed(Element root, String mark) {
        StringBuilder css = new StringBuilder();
        for (Map.Entry<String, Use> entry : uses.entrySet()) {
            String family = entry.getKey() + "-" + mark;
            Use use = entry.getValue();
            String weight = weight(entry.getKey());
            css.append("@font-face{font-family:'").append(family).append("';font-weight:").append(weight).append(";src:url(data:font/ttf;base64,")
                    .append(Base64.getEncoder().encodeToString(subset(use))).append(") format('truetype');}");
            for (Element element : use.elements()) {
                element.setAttribute("font-family", "'" + family + "', " + typeface.cssFamilies());
                element.setAttribute("font-weight", weight);
            }
        }
        Element style = root.getOwnerDocument().createElementNS(SVGSyntax.SVG_NAMESPACE_URI, "style");
        style.appendChild(root.getOwnerDocument().createTextNode(css.toString()));
        root.insertBefore(style, root.getFirstChild());
    }

    private static String weight(String postScriptName) {
        for (Weight weight : Weight.values()) {
            if (postScriptName.toUpperCase(Locale.ROOT).endsWith(weight.name())) {
                return Integer.toString(weight.number());
            }
        }
        return Integer.toString(Weight.REGULAR.number());
    }

    private static byte[] subset(Use use) {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(use.font().open()))) {
            TTFSubsetter subsetter = new TTFSubsetter(font, TABLES);
            use.codes().forEach(subsetter::add);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            subsetter.writeToStream(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new FigureException("The glyphs of " + use.font().postScriptName() + " cannot be embedded: " + e.getMessage(), e);
        }
    }

    /** A length as an attribute: up to three decimals. */
    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.3f", value).replaceFirst("\\.?0+$", "");
    }
}
