package dev.assay.app.charts;

import java.awt.Font;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The system's sans-serif font with its own fallbacks, asked only for what the bundled fonts lack. A machine without any
 * font has none: Java then throws an error on first use, which must not stop a figure.
 */
final class SystemFont {

    private static final Logger LOG = LoggerFactory.getLogger(SystemFont.class);

    private final Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 1);
    private volatile boolean usable = true;

    /** The font, if it draws something for the grapheme: colour emoji exist in some fonts, but Java draws nothing for them. */
    Optional<Font> showing(String grapheme) {
        if (!usable) {
            return Optional.empty();
        }
        try {
            boolean drawn =
                    font.canDisplayUpTo(grapheme) < 0
                            && !font.deriveFont(100f).createGlyphVector(Lettering.EXACT, grapheme).getVisualBounds().isEmpty();
            return drawn ? Optional.of(font) : Optional.empty();
        } catch (RuntimeException | Error e) {
            if (e instanceof VirtualMachineError && !(e instanceof InternalError)) {
                throw e;
            }
            usable = false;
            LOG.info("No fonts of the system can be used: {}", e.toString());
            return Optional.empty();
        }
    }
}
