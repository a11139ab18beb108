package dev.assay.app.charts;

import java.util.ArrayList;
import java.util.List;

/**
 * A linear axis.
 *
 * @param low value at its begin
 * @param high value at its end, larger than low
 * @param step distance of labelled values, which are its multiples
 */
public record Scale(double low, double high, double step) {

    private static final double[] STEPS = {1, 2, 2.5, 5};
    /** A labelled value this near beyond the data, in steps, becomes the end of the axis. */
    private static final double NEAR = 0.45;

    /** The finest scale over [low, high] with at most this many labelled values (at least 3). */
    public static Scale over(double low, double high, int ticks) {
        double room = Math.max(high - low, Math.max(1e-6, 1e-3 * Math.max(Math.abs(low), Math.abs(high))));
        double centre = (low + high) / 2;
        double from = Math.min(low, centre - room / 2);
        double to = Math.max(high, centre + room / 2);
        int most = Math.max(3, ticks);
        double magnitude = Math.pow(10, Math.floor(Math.log10(room / most)));
        while (true) {
            for (double factor : STEPS) {
                Scale scale = rounded(from, to, factor * magnitude);
                if (scale.ticks().size() <= most) {
                    return scale;
                }
            }
            magnitude *= 10;
        }
    }

    private static Scale rounded(double low, double high, double step) {
        double before = Math.floor(low / step + 1e-9) * step;
        double after = Math.ceil(high / step - 1e-9) * step;
        double padding = 0.03 * (high - low);
        double begin = low - before <= NEAR * step ? before : low - padding;
        double end = after - high <= NEAR * step ? after : high + padding;
        return new Scale(begin, end, step);
    }

    /** The labelled values, in ascending order. */
    public List<Double> ticks() {
        long first = (long) Math.ceil(low / step - 1e-6);
        long last = (long) Math.floor(high / step + 1e-6);
        List<Double> ticks = new ArrayList<>();
        for (long i = first; i <= last && ticks.size() < 1000; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** Decimals that tell the labelled values apart. */
    public int decimals() {
        int decimals = 0;
        while (decimals < 9 && Math.abs(step * Math.pow(10, decimals) - Math.rint(step * Math.pow(10, decimals))) > 1e-6) {
            decimals++;
        }
        return decimals;
    }

    /** Where a value lies between begin (0) and end (1). */
    public double share(double value) {
        return (value - low) / (high - low);
    }
}
