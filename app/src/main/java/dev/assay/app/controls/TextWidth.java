package dev.assay.app.controls;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Measures text that is drawn by hand. On the JavaFX thread. */
public final class TextWidth {

    private static final String ELLIPSIS = "…";

    private TextWidth() {}

    /** In pixels. */
    public static double of(String text, Font font) {
        Text measured = new Text(text);
        measured.setFont(font);
        return measured.getLayoutBounds().getWidth();
    }

    /** The text, or as much of its beginning as fits into this width with an ellipsis behind it; whole characters only. */
    public static String fitting(String text, Font font, double width) {
        if (of(text, font) <= width) {
            return text;
        }
        int low = 0;
        int high = text.codePointCount(0, text.length());
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (of(begin(text, middle) + ELLIPSIS, font) <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return begin(text, low).stripTrailing() + ELLIPSIS;
    }

    private static String begin(String text, int codePoints) {
        return text.substring(0, text.offsetByCodePoints(0, codePoints));
    }
}
