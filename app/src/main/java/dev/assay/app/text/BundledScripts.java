package dev.assay.app.text;

import java.util.Objects;
import javafx.scene.text.Font;

/** The bundled fonts for scripts that the font of code lacks. They are large, so each is loaded when a text first needs it. */
enum BundledScripts {
    CJK("AssaySansCJK-Regular.ttf", "text-cjk"),
    HANGUL("AssaySansHangul-Regular.ttf", "text-hangul");

    private final String style;

    BundledScripts(String file, String style) {
        this.style = style;
        String url = Objects.requireNonNull(BundledScripts.class.getResource("/dev/assay/app/fonts/" + file), file).toExternalForm();
        Font.loadFont(url, 13);
    }

    /** Of text in the script; the stylesheet names the family. */
    String styleClass() {
        return style;
    }
}
