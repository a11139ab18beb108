package dev.assay.app.text;

import java.util.List;
import java.util.Optional;

/** The bundled font that a line of text needs because the text font lacks its script, for labels and cells that show a line as a whole. */
public final class ScriptFont {

    private ScriptFont() {}

    /**
     * The style class that gives a label its font, in {@link DocumentView#stylesheet}; empty where the text font will do. Loads the font if it is the
     * first line that needs it, which takes its time: not on the JavaFX thread.
     */
    public static Optional<String> styleClass(String line) {
        List<Script.Run> runs = Script.runs(line);
        if (runs.stream().anyMatch(run -> run.script() == Script.HANGUL)) {
            return Optional.of(BundledScripts.HANGUL.styleClass());
        }
        return runs.stream().anyMatch(run -> run.script() == Script.CJK) ? Optional.of(BundledScripts.CJK.styleClass()) : Optional.empty();
    }
}
