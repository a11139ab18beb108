package dev.assay.app.charts;

import java.awt.Font;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Measures texts in a theme's styles, before anything is drawn. All lengths are points. */
record Ruler(Theme theme, Lettering lettering) {

    TextStyle text() {
        return new TextStyle(theme.typeface(), Weight.REGULAR, theme.measures().text(), theme.palette().text());
    }

    TextStyle muted() {
        return text().in(theme.palette().muted());
    }

    TextStyle title() {
        return new TextStyle(theme.typeface(), Weight.REGULAR, theme.measures().title() * 0.5 + theme.measures().text() * 0.5, theme.palette().text());
    }

    TextStyle letter() {
        return new TextStyle(theme.typeface(), Weight.SEMIBOLD, theme.measures().title(), theme.palette().text());
    }

    /** The size of the text, the unit of spacing. */
    double em() {
        return theme.measures().text();
    }

    Font font(TextStyle style) {
        return lettering.font(style);
    }

    double width(String text) {
        return width(text, text());
    }

    double width(String text, TextStyle style) {
        return lettering.width(text, style);
    }

    double widest(Collection<String> texts) {
        return texts.stream().mapToDouble(this::width).max().orElse(0);
    }

    /** Breaks a text at its spaces so that no line is longer than the room, unless a single word is. */
    List<String> wrap(String text, double room, TextStyle style) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, style) > room) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }
}
