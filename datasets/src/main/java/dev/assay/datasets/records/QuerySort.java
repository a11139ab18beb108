package dev.assay.datasets.records;

/**
 * The order of a list of queries. Queries that are equal by it come in the order of their numbers.
 *
 * @param key what they are ordered by
 * @param descending whether the greatest comes first
 */
public record QuerySort(Key key, boolean descending) {

    /** What queries can be ordered by. */
    public enum Key {
        /** The order in which they came into the study. */
        NUMBER("number"),
        /** The first turn, by its first 200 characters; ASCII letters in any case. */
        TEXT("substr(text, 1, 200) COLLATE NOCASE"),
        LENGTH("length"),
        SOURCE("source"),
        /** Number of answers, replicates too. */
        RESPONSES("(SELECT count(*) FROM response WHERE query_id = query.id)");

        private final String expression;

        Key(String expression) {
            this.expression = expression;
        }
    }

    /** In the order in which they came into the study. */
    public static QuerySort byNumber() {
        return new QuerySort(Key.NUMBER, false);
    }

    String sql() {
        String direction = descending ? " DESC" : "";
        return key == Key.NUMBER ? "number" + direction : key.expression + direction + ", number";
    }
}
