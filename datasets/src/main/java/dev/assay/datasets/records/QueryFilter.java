package dev.assay.datasets.records;

import java.util.Optional;

/**
 * Which queries are asked for: those that meet all that is said here.
 *
 * @param search words as a person types them (each begins a word of the query); blank for all
 * @param among ids to choose from; empty for all queries
 * @param without ids that are left out
 * @param source where the queries come from, in the words of the data set; "" means those without a source
 * @param shortest characters (code points) of the first turn, at least
 * @param longest characters of the first turn, at most
 * @param quality which flags they have
 */
public record QueryFilter(
        String search,
        Optional<QueryIds> among,
        QueryIds without,
        Optional<String> source,
        int shortest,
        int longest,
        Quality quality) {

    /** What is asked of the flags of a query. */
    public sealed interface Quality {}

    /** Whatever flags they have. */
    public record Any() implements Quality {}

    /** Those with this flag. */
    public record Flagged(QueryFlag flag) implements Quality {}

    /** Those without any flag. */
    public record Unflagged() implements Quality {}

    public QueryFilter {
        if (shortest < 0 || longest < shortest) {
            throw new IllegalArgumentException("no query is between " + shortest + " and " + longest + " characters long");
        }
    }

    /** Every query of the study. */
    public static QueryFilter all() {
        return new QueryFilter("", Optional.empty(), QueryIds.none(), Optional.empty(), 0, Integer.MAX_VALUE, new Any());
    }

    public QueryFilter withSearch(String words) {
        return new QueryFilter(words, among, without, source, shortest, longest, quality);
    }

    public QueryFilter withAmong(QueryIds ids) {
        return new QueryFilter(search, Optional.of(ids), without, source, shortest, longest, quality);
    }

    public QueryFilter withWithout(QueryIds ids) {
        return new QueryFilter(search, among, ids, source, shortest, longest, quality);
    }

    public QueryFilter withSource(String name) {
        return new QueryFilter(search, among, without, Optional.of(name), shortest, longest, quality);
    }

    public QueryFilter withLength(int atLeast, int atMost) {
        return new QueryFilter(search, among, without, source, atLeast, atMost, quality);
    }

    public QueryFilter withQuality(Quality wanted) {
        return new QueryFilter(search, among, without, source, shortest, longest, wanted);
    }
}
