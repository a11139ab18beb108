package dev.assay.app.charts;

import java.awt.Color;
import org.jfree.chart.renderer.PaintScale;

/** Colours for differences: symmetric around zero; the exponent lets small differences show a little earlier. */
record DivergingScale(Palette palette, double largest) implements PaintScale {

    private static final double EXPONENT = 0.85;

    @Override
    public double getLowerBound() {
        return -largest;
    }

    @Override
    public double getUpperBound() {
        return largest;
    }

    /** The middle colour for NaN, which stands for "not distinguishable from zero". */
    @Override
    public Color getPaint(double value) {
        if (Double.isNaN(value) || largest == 0) {
            return palette.heatMiddle();
        }
        double share = Math.pow(Math.min(1, Math.abs(value) / largest), EXPONENT);
        return mixed(palette.heatMiddle(), value < 0 ? palette.heatWorse() : palette.heatBetter(), share);
    }

    private static Color mixed(Color from, Color to, double share) {
        return new Color(
                channel(from.getRed(), to.getRed(), share),
                channel(from.getGreen(), to.getGreen(), share),
                channel(from.getBlue(), to.getBlue(), share));
    }

    private static int channel(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }
}
