package dev.assay.app.charts;

import java.awt.Color;
import java.util.List;

/**
 * The colours of a theme, safe for colour-blind readers (Okabe and Ito): blue and orange mean better and worse than the
 * named reference and nothing else. All are opaque, since EPS knows no transparency.
 *
 * @param ground the page
 * @param text names and numbers
 * @param muted secondary text
 * @param subtle reference and zero lines
 * @param line grid
 * @param better mark of what is better than the reference
 * @param worse mark of what is worse
 * @param neutral mark of what is not distinguishable
 * @param betterFill bar behind a mark
 * @param worseFill bar behind a mark
 * @param neutralFill bar behind a mark
 * @param band intervals around a line
 * @param heatWorse end of the diverging scale
 * @param heatMiddle middle of the diverging scale
 * @param heatBetter end of the diverging scale
 * @param heatQuiet text on the middle colour
 * @param series up to six colours where categories cannot be avoided
 */
public record Palette(
        Color ground,
        Color text,
        Color muted,
        Color subtle,
        Color line,
        Color better,
        Color worse,
        Color neutral,
        Color betterFill,
        Color worseFill,
        Color neutralFill,
        Color band,
        Color heatWorse,
        Color heatMiddle,
        Color heatBetter,
        Color heatQuiet,
        List<Color> series) {

    /** Copies the list. */
    public Palette {
        series = List.copyOf(series);
    }

    Palette withMarks(Color otherBetter, Color otherWorse, Color otherBetterFill, Color otherWorseFill) {
        return new Palette(
                ground, text, muted, subtle, line, otherBetter, otherWorse, neutral, otherBetterFill, otherWorseFill, neutralFill, band,
                heatWorse, heatMiddle, heatBetter, heatQuiet, series);
    }

    Palette withHeat(Color otherWorse, Color otherMiddle, Color otherBetter) {
        return new Palette(
                ground, text, muted, subtle, line, better, worse, neutral, betterFill, worseFill, neutralFill, band,
                otherWorse, otherMiddle, otherBetter, heatQuiet, series);
    }

    Palette withSeries(List<Color> others) {
        return new Palette(
                ground, text, muted, subtle, line, better, worse, neutral, betterFill, worseFill, neutralFill, band,
                heatWorse, heatMiddle, heatBetter, heatQuiet, others);
    }

    Color mark(Verdict verdict) {
        return switch (verdict) {
            case BETTER -> better;
            case WORSE -> worse;
            case INDISTINGUISHABLE -> neutral;
        };
    }

    /** What is better and what is worse; what is neither is told by a hollow dot. */
    List<Color> marks() {
        return List.of(better, worse);
    }

    /** Both ends and the middle of the diverging scale. */
    List<Color> heat() {
        return List.of(heatWorse, heatMiddle, heatBetter);
    }

    Color fill(Verdict verdict) {
        return switch (verdict) {
            case BETTER -> betterFill;
            case WORSE -> worseFill;
            case INDISTINGUISHABLE -> neutralFill;
        };
    }

    /** The text colour of this theme, or black or white where those are easier to read on the fill. */
    Color textOn(Color fill) {
        if (contrast(text, fill) >= 4.5) {
            return text;
        }
        return contrast(Color.BLACK, fill) >= contrast(Color.WHITE, fill) ? Color.BLACK : Color.WHITE;
    }

    /** Contrast of two colours by WCAG 2, 1 to 21. */
    static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color color) {
        return Legibility.luminance(Legibility.linear(color));
    }
}
