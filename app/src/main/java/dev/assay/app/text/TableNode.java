package dev.assay.app.text;

import java.util.Arrays;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/** Cells in columns whose widths are shares of the whole; each row is as high as its highest cell. */
final class TableNode extends Region {

    private final double[] shares;
    private final List<List<Region>> rows;

    /**
     * @param shares of the columns; they sum to 1
     * @param rows of as many cells as there are shares
     */
    TableNode(double[] shares, List<List<Region>> rows) {
        this.shares = shares.clone();
        this.rows = rows.stream().map(List::copyOf).toList();
        this.rows.forEach(getChildren()::addAll);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return shares.length * PassageNode.LEAST_WIDTH;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        double[] edges = edges(width < 0 ? prefWidth(-1) : width);
        return getInsets().getTop() + rows.stream().mapToDouble(row -> height(row, edges)).sum() + getInsets().getBottom();
    }

    @Override
    protected void layoutChildren() {
        double[] edges = edges(getWidth());
        double y = getInsets().getTop();
        for (List<Region> row : rows) {
            double height = height(row, edges);
            for (int column = 0; column < shares.length; column++) {
                row.get(column).resizeRelocate(edges[column], y, edges[column + 1] - edges[column], height);
            }
            y += height;
        }
    }

    private static double height(List<Region> row, double[] edges) {
        double height = 0;
        for (int column = 0; column < row.size(); column++) {
            height = Math.max(height, Math.ceil(row.get(column).prefHeight(edges[column + 1] - edges[column])));
        }
        return height;
    }

    /** Where the columns begin and end, on whole pixels. */
    private double[] edges(double width) {
        Insets insets = getInsets();
        double inner = Math.max(shares.length, width - insets.getLeft() - insets.getRight());
        double[] edges = new double[shares.length + 1];
        for (int column = 0; column <= shares.length; column++) {
            edges[column] = insets.getLeft() + Math.rint(inner * Arrays.stream(shares, 0, column).sum());
        }
        return edges;
    }
}
