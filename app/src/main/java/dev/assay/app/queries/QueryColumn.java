package dev.assay.app.queries;

import dev.assay.app.listing.Order;
import java.util.Arrays;
import java.util.Optional;

/** The columns of the table of queries, in their usual order. */
enum QueryColumn {
    NUMBER("#", "Number", 4.4, Optional.of(Order.By.NUMBER)),
    QUERY("Query", "Query", 30, Optional.of(Order.By.TEXT)),
    SCORE("Score", "Score", 5, Optional.of(Order.By.SCORE)),
    CATEGORIES("Categories", "Categories", 15, Optional.empty()),
    LENGTH("Length", "Length", 6, Optional.of(Order.By.LENGTH)),
    ANSWERS("Answers", "Answers", 5.8, Optional.of(Order.By.ANSWERS)),
    FLAGS("Flags", "Flags", 8.5, Optional.empty()),
    SOURCE("Source", "Source", 8.5, Optional.of(Order.By.SOURCE));

    private final String header;
    private final String title;
    private final double width;
    private final Optional<Order.By> order;

    QueryColumn(String header, String title, double width, Optional<Order.By> order) {
        this.header = header;
        this.title = title;
        this.width = width;
        this.order = order;
    }

    String header() {
        return header;
    }

    String title() {
        return title;
    }

    /** In em. */
    double usualWidth() {
        return width;
    }

    /** What clicking on its header orders by. */
    Optional<Order.By> order() {
        return order;
    }

    boolean isNumber() {
        return this == NUMBER || this == LENGTH || this == ANSWERS || this == SCORE;
    }

    /** The one that takes the room that the others leave; it is always there. */
    boolean grows() {
        return this == QUERY;
    }

    static Optional<QueryColumn> of(String id) {
        return Arrays.stream(values()).filter(column -> column.name().equals(id)).findFirst();
    }
}
