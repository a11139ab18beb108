package dev.assay.app.controls;

import dev.assay.app.workbench.Settings;
import java.util.function.DoubleSupplier;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * The one divider of a split pane, where the person has left it: one side keeps its size, the other gets the rest. Sizes are kept in pixels at the
 * usual size of text.
 */
public final class KeptDivider {

    /** Share of the whole, which may be smaller now than when the divider was moved. */
    private static final double MOST = 0.75;

    private static final String SIZE = "[1-9]\\d{1,3}";

    private final SplitPane split;
    private final Region side;
    private final Settings settings;
    private final String name;
    private final DoubleSupplier usual;

    /**
     * Follows a split pane.
     *
     * @param side the one that keeps its size
     * @param name under which it is remembered
     * @param usual pixels of that side until a person has moved the divider
     */
    public KeptDivider(SplitPane split, Region side, Settings settings, String name, DoubleSupplier usual) {
        this.split = split;
        this.side = side;
        this.settings = settings;
        this.name = name;
        this.usual = usual;
        SplitPane.setResizableWithParent(side, false);
        split.addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
        split.getItems().subscribe(this::place);
        (isVertical() ? split.heightProperty() : split.widthProperty()).subscribe((before, now) -> Platform.runLater(this::place));
    }

    /** Puts the divider where it belongs. */
    public void place() {
        double whole = length(split);
        int at = split.getItems().indexOf(side);
        if (at >= 0 && split.getItems().size() == 2 && whole > 0) {
            double share = Math.min(MOST, wanted() / whole);
            split.setDividerPositions(at == 0 ? share : 1 - share);
        }
    }

    private double wanted() {
        return settings.recall(name)
                .filter(text -> text.matches(SIZE))
                .map(text -> Double.parseDouble(text) * scale())
                .orElseGet(usual::getAsDouble);
    }

    private void released(MouseEvent event) {
        if (event.getTarget() instanceof Node pressed && isOnDivider(pressed)) {
            settings.remember(name, Long.toString(Math.round(length(side) / scale())));
        }
    }

    /** There may be another split pane within this one. */
    private boolean isOnDivider(Node pressed) {
        Node at = pressed;
        while (at != null && !split.equals(at.getParent())) {
            at = at.getParent();
        }
        return at != null && at.getStyleClass().contains("split-pane-divider");
    }

    private boolean isVertical() {
        return split.getOrientation() == Orientation.VERTICAL;
    }

    private double length(Region region) {
        return isVertical() ? region.getHeight() : region.getWidth();
    }

    private double scale() {
        return settings.textSize().get() / 100.0;
    }
}
