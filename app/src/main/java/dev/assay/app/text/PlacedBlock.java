package dev.assay.app.text;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/** A block behind what stands before it in its line: bars of quotes as high as the block, indents of lists. The block takes the rest of the width. */
final class PlacedBlock extends Region {

    private final List<Region> before;
    private final Region block;
    /** Then what stands before it stands at its right. */
    private final boolean fromRight;

    PlacedBlock(List<Region> before, Region block) {
        fromRight = block instanceof PassageNode passage && passage.isFromRight();
        this.before = List.copyOf(before);
        this.block = block;
        List<Region> all = new ArrayList<>(before);
        all.add(block);
        getChildren().setAll(all);
    }

    private double indent() {
        double indent = 0;
        for (Region region : before) {
            indent += width(region);
        }
        return indent;
    }

    private static double width(Region region) {
        return Math.ceil(Math.max(region.minWidth(-1), region.prefWidth(-1)));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        Insets insets = getInsets();
        return insets.getLeft() + indent() + block.prefWidth(-1) + insets.getRight();
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets insets = getInsets();
        double inner = width < 0 ? block.prefWidth(-1) : width - insets.getLeft() - insets.getRight() - indent();
        return insets.getTop() + block.prefHeight(Math.max(1, inner)) + insets.getBottom();
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double height = getHeight() - insets.getTop() - insets.getBottom();
        double x = insets.getLeft();
        for (Region region : before) {
            double width = width(region);
            region.resizeRelocate(fromRight ? getWidth() - x - width : x, insets.getTop(), width, height);
            x += width;
        }
        double rest = Math.max(1, getWidth() - insets.getRight() - x);
        block.resizeRelocate(fromRight ? getWidth() - x - rest : x, insets.getTop(), rest, height);
    }
}
