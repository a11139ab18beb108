package dev.assay.datasets.records;

import java.util.Collection;
import java.util.List;

/**
 * Ids of queries, handed from the tables of one module to those of another. As the text that SQLite makes and reads of them: fifty thousand ids as objects
 * take longer than the search that they are for.
 *
 * @param json an array of texts
 */
public record QueryIds(String json) {

    public static QueryIds of(Collection<String> ids) {
        return new QueryIds(TextList.toJson(List.copyOf(ids)));
    }

    /** No query at all. */
    public static QueryIds none() {
        return new QueryIds("[]");
    }

    boolean isEmpty() {
        return json.equals("[]");
    }
}
