package dev.assay.app.charts;

/** Millimetres and points of 1/72 inch. */
final class Units {

    private static final double POINTS = 72 / 25.4;

    private Units() {}

    static double points(double mm) {
        return mm * POINTS;
    }

    static double mm(double points) {
        return points / POINTS;
    }
}
