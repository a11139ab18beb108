package dev.assay.app.responses;

import javafx.scene.layout.Region;

/** Header, query and columns below each other, the reason at the right of the columns. */
final class ResponsesLayout extends Region {

    private final Region header;
    private final Region busy;
    private final QueryPane query;
    private final Region columns;
    private final ReasonPane reason;
    private double em = 13;

    ResponsesLayout(Region header, Region busy, QueryPane query, Region columns, ReasonPane reason) {
        this.header = header;
        this.busy = busy;
        this.query = query;
        this.columns = columns;
        this.reason = reason;
        getStyleClass().add("responses");
        getChildren().setAll(header, query, columns, reason, busy);
        query.content().heightProperty().subscribe(this::requestLayout);
        query.visibleProperty().subscribe(this::requestLayout);
        reason.visibleProperty().subscribe(this::requestLayout);
    }

    /** Size of text in pixels. */
    void setEm(double size) {
        em = size;
        requestLayout();
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
        double side = reason.isVisible() ? Math.min(Math.rint(ReasonPane.WIDTH * em), Math.rint(width * 0.45)) : 0;
        columns.resizeRelocate(0, top, width - side, Math.max(0, getHeight() - top));
        reason.resizeRelocate(width - side, top, side, Math.max(0, getHeight() - top));
    }
}
