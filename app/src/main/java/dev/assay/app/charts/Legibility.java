package dev.assay.app.charts;

import java.awt.Color;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleBiFunction;

/**
 * How well the colours that mean something in a figure can be told apart by those who do not see them as most do, and in a copy without
 * colours. Distances are those of CIE 1976 L*a*b*.
 *
 * @param colourBlind smallest distance of two colours as protanopes, deuteranopes and tritanopes see them (simulated after Machado,
 *     Oliveira and Fernandes 2009, severity 1)
 * @param grey smallest difference in lightness L*, 0 to 100
 */
public record Legibility(double colourBlind, double grey) {

    /** Some ten times what can just be noticed side by side: enough for small marks that stand apart. */
    private static final double APART = 20;

    private static final double[][][] SIGHTS = {
        {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
        {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
        {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
    };

    /** Of a figure in a theme. */
    public static Legibility of(Figure figure, Theme theme) {
        List<List<Color>> groups = figure.meanings(theme.palette());
        double colourBlind = Double.POSITIVE_INFINITY;
        for (double[][] sight : SIGHTS) {
            colourBlind = Math.min(colourBlind, smallest(groups, (a, b) -> distance(lab(seen(sight, linear(a))), lab(seen(sight, linear(b))))));
        }
        double grey = smallest(groups, (a, b) -> Math.abs(lightness(luminance(linear(a))) - lightness(luminance(linear(b)))));
        return new Legibility(colourBlind, grey);
    }

    public boolean safeForColourBlindReaders() {
        return colourBlind >= APART;
    }

    public boolean readableInGrey() {
        return grey >= APART;
    }

    private static double smallest(List<List<Color>> groups, ToDoubleBiFunction<Color, Color> distance) {
        double smallest = Double.POSITIVE_INFINITY;
        for (List<Color> group : groups) {
            for (int i = 0; i < group.size(); i++) {
                for (int j = 0; j < i; j++) {
                    smallest = Math.min(smallest, distance.applyAsDouble(group.get(i), group.get(j)));
                }
            }
        }
        return smallest;
    }

    /** Red, green and blue as light, 0 to 1. */
    static double[] linear(Color color) {
        return new double[] {linear(color.getRed()), linear(color.getGreen()), linear(color.getBlue())};
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    static double luminance(double[] rgb) {
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    }

    private static double[] seen(double[][] sight, double[] rgb) {
        double[] seen = new double[3];
        for (int i = 0; i < 3; i++) {
            seen[i] = Math.clamp(sight[i][0] * rgb[0] + sight[i][1] * rgb[1] + sight[i][2] * rgb[2], 0.0, 1.0);
        }
        return seen;
    }

    /** L*, a* and b* under the white of sRGB. */
    private static double[] lab(double[] rgb) {
        double x = root((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.9505);
        double y = root(luminance(rgb));
        double z = root((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.089);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double lightness(double luminance) {
        return 116 * root(luminance) - 16;
    }

    private static double root(double t) {
        return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }

    private static double distance(double[] one, double[] other) {
        DoubleBinaryOperator square = (a, b) -> (a - b) * (a - b);
        return Math.sqrt(square.applyAsDouble(one[0], other[0]) + square.applyAsDouble(one[1], other[1]) + square.applyAsDouble(one[2], other[2]));
    }
}
