package dev.assay.app.overview;

import java.util.List;
import javafx.scene.layout.Region;

/** The leaves of a domain by their number of queries, in lengths that can be compared between domains. */
final class CoverageBar extends Region {

    private static final double GAP = 1;

    private final int[] counts;
    private final int most;
    private final List<Region> parts;

    CoverageBar(Coverage.Domain domain, int most) {
        this.most = most;
        counts = new int[] {domain.many(), domain.some(), domain.few(), domain.none()};
        parts = List.of(part("many"), part("some"), part("few"), part("none"));
        getChildren().addAll(parts);
        setMinWidth(0);
        setPrefWidth(60);
    }

    /** @param kind many, some, few or none */
    static Region part(String kind) {
        Region part = new Region();
        part.getStyleClass().addAll("overview-leaves", kind);
        return part;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 14;
    }

    @Override
    protected void layoutChildren() {
        double unit = most == 0 ? 0 : (getWidth() - 3 * GAP) / most;
        double left = 0;
        for (int i = 0; i < counts.length; i++) {
            double width = counts[i] == 0 ? 0 : Math.max(2, Math.rint(counts[i] * unit));
            parts.get(i).setVisible(counts[i] > 0);
            parts.get(i).resizeRelocate(left, 0, width, getHeight());
            left += counts[i] == 0 ? 0 : width + GAP;
        }
    }
}
