package dev.assay.app.charts;

import java.awt.Color;

/** Typeface, weight, size in points and colour of a text. */
record TextStyle(Typeface typeface, Weight weight, double size, Color color) {

    TextStyle in(Color other) {
        return new TextStyle(typeface, weight, size, other);
    }

    /** Height of a capital letter, and of a digit, in points. */
    double capital() {
        return typeface.capital() * size;
    }

    TextStyle at(Weight other) {
        return new TextStyle(typeface, other, size, color);
    }
}
