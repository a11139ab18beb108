package dev.assay.app.text;

import javafx.scene.control.Tooltip;

/** Tooltips with text of others. */
public final class TextTip {

    private static final int WIDTH = 70;
    private static final int LONGEST = 1_000;

    private TextTip() {}

    /** A tooltip with its lines broken here: the toolkit fails at breaking lines of letters that run from the right. */
    public static Tooltip of(String text) {
        String clean = CleanText.of(text);
        return new Tooltip(Pieces.lines(clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean, WIDTH));
    }
}
