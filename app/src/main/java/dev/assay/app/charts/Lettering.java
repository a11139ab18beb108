package dev.assay.app.charts;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The bundled fonts, and how a text is spread over them: each grapheme takes the first font that has all of its glyphs.
 * What no bundled font has comes from the system's fonts, or stays {@link Source#MISSING} where those lack it too or
 * where there are none. Loading takes some tenths of a second: keep one and share it. Safe for use by many threads.
 */
public final class Lettering {

    /** Where a run's glyphs come from. */
    enum Source {
        BUNDLED,
        SYSTEM,
        MISSING
    }

    /** A piece of text in one font. Width in points. */
    record Run(String text, Font font, Source source, double width) {}

    private static final String FOLDER = "/dev/assay/app/fonts/";
    /** Texts are measured without the rounding to pixels. */
    static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final Map<Typeface, Map<Weight, BundledFont>> texts;
    private final List<BundledFont> fallbacks;
    private final SystemFont system;

    private Lettering(Map<Typeface, Map<Weight, BundledFont>> texts, List<BundledFont> fallbacks, SystemFont system) {
        this.texts = texts;
        this.fallbacks = fallbacks;
        this.system = system;
    }

    /** Loads the fonts that come with the program. */
    public static Lettering bundled() {
        Map<Typeface, Map<Weight, BundledFont>> texts = new EnumMap<>(Typeface.class);
        for (Typeface typeface : Typeface.values()) {
            Map<Weight, BundledFont> weights = new EnumMap<>(Weight.class);
            for (Weight weight : Weight.values()) {
                weights.put(weight, load(typeface.file(weight)));
            }
            texts.put(typeface, weights);
        }
        return new Lettering(
                texts, List.of(load("AssaySansCJK-Regular.ttf"), load("AssaySansHangul-Regular.ttf")), new SystemFont());
    }

    /** The font that most of a text in a style is in. */
    Font font(TextStyle style) {
        return bundled(style.typeface(), style.weight()).font().deriveFont((float) style.size());
    }

    /** The bundled file behind a font of any size, if it is one of ours. */
    Optional<BundledFont> fileOf(Font font) {
        List<BundledFont> all = new ArrayList<>();
        texts.values().forEach(weights -> all.addAll(weights.values()));
        all.addAll(fallbacks);
        return all.stream().filter(one -> one.font().getFontName(Locale.ROOT).equals(font.getFontName(Locale.ROOT))).findFirst();
    }

    /** The text as runs from left to right, with what cannot be shown in a line taken out. */
    List<Run> runs(String text, TextStyle style) {
        String line = clean(text);
        List<Run> runs = new ArrayList<>();
        BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(line);
        StringBuilder pending = new StringBuilder();
        Choice current = new Choice(bundled(style.typeface(), style.weight()).font(), Source.BUNDLED);
        int start = graphemes.first();
        for (int end = graphemes.next(); end != BreakIterator.DONE; start = end, end = graphemes.next()) {
            String grapheme = line.substring(start, end);
            // A space stays with the words of the system's font around it, which may run from right to left.
            boolean inside = current.source() == Source.SYSTEM && grapheme.isBlank();
            Choice choice = inside ? current : choose(grapheme, style);
            if (!choice.equals(current)) {
                String gap = current.source() == Source.SYSTEM ? blanksAtEnd(pending) : "";
                pending.setLength(pending.length() - gap.length());
                flush(pending, current, style.size(), runs);
                current = choice;
                pending.append(gap);
            }
            pending.append(grapheme);
        }
        flush(pending, current, style.size(), runs);
        return runs;
    }

    /** Left in a run from right to left, they would stand before it and not after it. */
    private static String blanksAtEnd(CharSequence text) {
        int end = text.length();
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return text.subSequence(end, text.length()).toString();
    }

    /** The advance of the text in points. */
    double width(String text, TextStyle style) {
        return runs(text, style).stream().mapToDouble(Run::width).sum();
    }

    /** Line breaks and controls become spaces; marks that turn the direction of what follows are dropped. */
    static String clean(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(code -> cleanInto(line, code));
        return line.toString();
    }

    private static void cleanInto(StringBuilder line, int code) {
        boolean turns = within(code, 0x202a, 0x202e) || within(code, 0x2066, 0x2069) || within(code, 0x200e, 0x200f);
        boolean invisible = code == 0xfe0e || code == 0xfe0f || code == 0xfeff || code == 0xad;
        if (turns || invisible) {
            return;
        }
        if (Character.isISOControl(code) || code == 0x2028 || code == 0x2029) {
            line.append(' ');
        } else if (within(code, 0xd800, 0xdfff) || (code & 0xfffe) == 0xfffe) {
            line.append('\ufffd');
        } else {
            line.appendCodePoint(code);
        }
    }

    private static boolean within(int code, int first, int last) {
        return first <= code && code <= last;
    }

    private record Choice(Font font, Source source) {}

    private Choice choose(String grapheme, TextStyle style) {
        BundledFont own = bundled(style.typeface(), style.weight());
        // The sans has signs and letters that the serif lacks.
        Stream<BundledFont> inOrder = Stream.concat(Stream.of(own, bundled(Typeface.SANS, style.weight())), fallbacks.stream());
        Optional<BundledFont> first = inOrder.filter(font -> font.shows(grapheme)).findFirst();
        if (first.isPresent()) {
            return new Choice(first.get().font(), Source.BUNDLED);
        }
        return system
                .showing(grapheme)
                .map(font -> new Choice(font, Source.SYSTEM))
                .orElseGet(() -> new Choice(own.font(), Source.MISSING));
    }

    private BundledFont bundled(Typeface typeface, Weight weight) {
        Map<Weight, BundledFont> weights = Objects.requireNonNull(texts.get(typeface), typeface.title());
        return Objects.requireNonNull(weights.get(weight), weight.style());
    }

    private static void flush(StringBuilder pending, Choice choice, double size, List<Run> runs) {
        if (pending.isEmpty()) {
            return;
        }
        String text = pending.toString();
        Font font = choice.font().deriveFont((float) size);
        double width =
                choice.source() == Source.MISSING
                        ? MissingGlyph.advance(size) * MissingGlyph.count(text)
                        : font.getStringBounds(text, EXACT).getWidth();
        runs.add(new Run(text, font, choice.source(), width));
        pending.setLength(0);
    }

    private static BundledFont load(String file) {
        try (InputStream in = Lettering.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new FigureException("The font " + file + " is missing from the program: install Assay again.");
            }
            byte[] bytes = in.readAllBytes();
            return new BundledFont(file, bytes, font(bytes));
        } catch (IOException | FontFormatException e) {
            throw new FigureException("The bundled font " + file + " cannot be loaded: " + e.getMessage()
                    + " On Linux, install fontconfig.", e);
        }
    }

    private static Font font(byte[] bytes) throws IOException, FontFormatException {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            if (FontlessSystem.supply(bytes)) {
                return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes));
            }
            throw e;
        }
    }
}
