package dev.assay.app.charts;

import java.awt.Color;

/** Weight, size in points and colour of a text. */
record TextStyle(Weight weight, double size, Color color) {

    TextStyle in(Color other) {
        return new TextStyle(weight, size, other);
    }

    TextStyle at(Weight other) {
        return new TextStyle(other, size, color);
    }
}
