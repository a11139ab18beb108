package dev.assay.app.responses;

import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Header, query and columns below each other, the reason at the right of the columns. */
final class ResponsesLayout extends Region {

    private final Region header;
    private final Region busy;
    private final QueryPane query;
    private final Region columns;
    private final ReasonPane reason;
    /** Never seen; its font has the size of 1 em here. */
    private final Text sample = new Text("m");

    ResponsesLayout(Region header, Region busy, QueryPane query, Region columns, ReasonPane reason) {
        this.header = header;
        this.busy = busy;
        this.query = query;
        this.columns = columns;
        this.reason = reason;
        getStyleClass().add("responses");
        sample.setVisible(false);
        sample.setManaged(false);
        getChildren().setAll(sample, header, query, columns, reason, busy);
        query.content().heightProperty().subscribe(this::requestLayout);
        query.visibleProperty().subscribe(this::requestLayout);
        reason.visibleProperty().subscribe(this::requestLayout);
        sample.fontProperty().subscribe(this::requestLayout);
    }

    /** Size of text in pixels. */
    ObservableValue<Double> em() {
        return sample.fontProperty().map(Font::getSize);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double top = Math.ceil(header.prefHeight(width));
        header.resizeRelocate(0, 0, width, top);
        busy.resizeRelocate(0, top - 2, width, 2);
        double queryHeight = query.isVisible() ? query.height(width, getHeight()) : 0;
        query.resizeRelocate(0, top, width, queryHeight);
        top += queryHeight;
        double side = reason.isVisible() ? Math.min(Math.rint(ReasonPane.WIDTH * em().getValue()), Math.rint(width * 0.45)) : 0;
        columns.resizeRelocate(0, top, width - side, Math.max(0, getHeight() - top));
        reason.resizeRelocate(width - side, top, side, Math.max(0, getHeight() - top));
    }
}
