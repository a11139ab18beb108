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
        NUMBER,
        /** The first turn, by its first 200 characters; ASCII letters in any case. */
        TEXT,
        /** Characters of the first turn. */
        LENGTH,
        /** Where they come from, in the words of the data set. */
        SOURCE,
        /** Number of answers, replicates too. */
        RESPONSES
    }

    /** In the order in which they came into the study. */
    public static QuerySort byNumber() {
        return new QuerySort(Key.NUMBER, false);
    }
}
