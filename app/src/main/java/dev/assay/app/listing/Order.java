package dev.assay.app.listing;

import dev.assay.datasets.records.QuerySort;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The order of a list of queries. Queries that are equal by it come in the order of their numbers.
 *
 * @param descending whether the greatest comes first
 */
public record Order(By by, boolean descending) {

    /** What queries are ordered by. */
    public enum By {
        NUMBER(QuerySort.Key.NUMBER),
        TEXT(QuerySort.Key.TEXT),
        SOURCE(QuerySort.Key.SOURCE),
        LENGTH(QuerySort.Key.LENGTH),
        ANSWERS(QuerySort.Key.RESPONSES),
        /** The score of the subject that the list is about; without one, as {@link #NUMBER}. */
        SCORE(QuerySort.Key.NUMBER);

        private final QuerySort.Key key;

        By(QuerySort.Key key) {
            this.key = key;
        }
    }

    /** In which they came into the study. */
    public static Order usual() {
        return new Order(By.NUMBER, false);
    }

    static Order worstFirst() {
        return new Order(By.SCORE, false);
    }

    static Optional<Order> parse(String text) {
        boolean descending = text.startsWith("-");
        String name = descending ? text.substring(1) : text;
        return Arrays.stream(By.values()).filter(by -> by.name().toLowerCase(Locale.ROOT).equals(name)).findFirst().map(by -> new Order(by, descending));
    }

    QuerySort sort() {
        return new QuerySort(by.key, by != By.SCORE && descending);
    }

    @Override
    public String toString() {
        return (descending ? "-" : "") + by.name().toLowerCase(Locale.ROOT);
    }
}
