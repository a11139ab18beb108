package dev.assay.app.charts;

import java.awt.Font;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A font file that comes with the program, and the same font for drawing at 1 pt. */
final class BundledFont {

    private final String file;
    private final byte[] bytes;
    private final Font font;

    BundledFont(String file, byte[] bytes, Font font) {
        this.file = file;
        this.bytes = bytes;
        this.font = font;
    }

    Font font() {
        return font;
    }

    InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    /** Such as {@code AssaySans-Regular}. */
    String postScriptName() {
        return file.substring(0, file.length() - ".ttf".length());
    }

    boolean shows(String grapheme) {
        return font.canDisplayUpTo(grapheme) < 0;
    }
}
