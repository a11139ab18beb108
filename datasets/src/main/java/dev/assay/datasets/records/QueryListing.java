package dev.assay.datasets.records;

import dev.assay.datasets.records.QueryFilter.Any;
import dev.assay.datasets.records.QueryFilter.Flagged;
import dev.assay.datasets.records.QueryFilter.Unflagged;
import dev.assay.datasets.study.OwnsTables;
import dev.assay.datasets.study.Reading;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.Query;

/** Finds and lists queries: first which, in what order, then what of them is shown, page by page. */
@OwnsTables("query_search")
public final class QueryListing {

    /** How many subjects have answered anything. */
    private static final String ANSWERING =
            "(SELECT count(*) FROM subject WHERE EXISTS (SELECT 1 FROM response WHERE response.subject = subject.name))";

    /** One column for each flag: whether the query has it. */
    private static final String FLAGS = Arrays.stream(QueryFlag.values())
            .map(flag -> "(" + condition(flag) + ") AS " + column(flag))
            .collect(Collectors.joining(",\n       "));

    /** The queries that meet a filter, in order. */
    public FoundQueries find(Reading reading, QueryFilter filter, QuerySort sort) {
        Conditions conditions = Conditions.of(filter);
        Query query = reading.sql().createQuery("SELECT number FROM query" + conditions.where() + order(sort));
        conditions.values.forEach(query::bind);
        try (Stream<Integer> numbers = query.mapTo(int.class).stream()) {
            return new FoundQueries(inOrder(numbers.mapToInt(Integer::intValue).toArray(), sort));
        }
    }

    /** Numbers are sorted here: SQLite would walk over all texts to have them in order, where a look into an index answers the question. */
    private static int[] inOrder(int[] numbers, QuerySort sort) {
        if (sort.key() == QuerySort.Key.NUMBER) {
            Arrays.sort(numbers);
            return sort.descending() ? IntStream.rangeClosed(1, numbers.length).map(i -> numbers[numbers.length - i]).toArray() : numbers;
        }
        return numbers;
    }

    /** How many queries meet a filter. */
    public int count(Reading reading, QueryFilter filter) {
        Conditions conditions = Conditions.of(filter);
        Query query = reading.sql().createQuery("SELECT count(*) FROM query" + conditions.where());
        conditions.values.forEach(query::bind);
        return query.mapTo(int.class).one();
    }

    /** Rows of at most {@code limit} of the queries found, from the place {@code offset} on, counted from 0. */
    public List<QueryRow> page(Reading reading, FoundQueries found, int offset, int limit) {
        return reading.sql()
                .createQuery("""
                        SELECT number, id, source, length, substr(text, 1, :read) AS beginning, json_array_length(follow_ups) AS turns,
                               (SELECT count(*) FROM response WHERE query_id = query.id) AS responses,
                               (SELECT external_id FROM query_source WHERE query_id = query.id
                                ORDER BY collection, external_id LIMIT 1) AS external_id, %s
                        FROM (SELECT key AS place, value AS wanted FROM json_each(:numbers)) CROSS JOIN query ON number = wanted ORDER BY place"""
                        .formatted(FLAGS))
                .bind("read", QueryRow.READ)
                .bind("numbers", found.slice(offset, limit).toString())
                .map((row, context) -> toRow(row))
                .list();
    }

    /** Place of a query among those found, counted from 0; empty if it is not among them. */
    public OptionalInt position(Reading reading, FoundQueries found, String queryId) {
        return new QueryTable().number(reading, queryId).map(found::indexOf).orElseGet(OptionalInt::empty);
    }

    /** Ids of the queries found, in their order. */
    public List<String> ids(Reading reading, FoundQueries found) {
        return reading.sql()
                .createQuery("SELECT id FROM (SELECT key AS place, value AS wanted FROM json_each(:numbers)) CROSS JOIN query ON number = wanted ORDER BY place")
                .bind("numbers", found.slice(0, found.size()).toString())
                .mapTo(String.class)
                .list();
    }

    /** Sources of all queries with the number of their queries, in alphabetical order; "" where none is given. */
    public Map<String, Integer> sources(Reading reading) {
        return reading.sql()
                .createQuery("SELECT source, count(*) AS queries FROM query GROUP BY source")
                .map((row, context) -> Map.entry(row.getString("source"), row.getInt("queries")))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static QueryRow toRow(ResultSet row) throws SQLException {
        Set<QueryFlag> flags = EnumSet.noneOf(QueryFlag.class);
        for (QueryFlag flag : QueryFlag.values()) {
            if (row.getBoolean(column(flag))) {
                flags.add(flag);
            }
        }
        int length = row.getInt("length");
        return new QueryRow(
                row.getInt("number"),
                row.getString("id"),
                QueryRow.preview(row.getString("beginning"), length),
                length,
                row.getString("source"),
                row.getInt("turns"),
                row.getInt("responses"),
                Optional.ofNullable(row.getString("external_id")),
                flags);
    }

    /** True of a row of {@code query} that has the flag. */
    private static String condition(QueryFlag flag) {
        return switch (flag) {
            case DUPLICATE -> "EXISTS (SELECT 1 FROM query AS other WHERE other.alike = query.alike AND other.number <> query.number)";
            case VERY_SHORT -> "words < 3";
            case VERY_LONG -> "length > 2000";
            case NO_LETTERS -> "letters = 0";
            // Counting first answers takes half the time of counting subjects, and tells of most queries that all have answered.
            case FEW_ANSWERS -> """
                    (SELECT count(*) FROM response WHERE query_id = query.id AND replicate = 0) < %1$s
                    AND (SELECT count(DISTINCT subject) FROM response WHERE query_id = query.id) < %1$s""".formatted(ANSWERING);
        };
    }

    private static String order(QuerySort sort) {
        String direction = sort.descending() ? " DESC" : "";
        return switch (sort.key()) {
            case NUMBER -> "";
            case TEXT -> " ORDER BY substr(text, 1, 200) COLLATE NOCASE" + direction + ", number";
            case LENGTH -> " ORDER BY length" + direction + ", number";
            case SOURCE -> " ORDER BY source" + direction + ", number";
            case RESPONSES -> " ORDER BY (SELECT count(*) FROM response WHERE query_id = query.id)" + direction + ", number";
        };
    }

    private static String column(QueryFlag flag) {
        return "flag_" + flag.name().toLowerCase(Locale.ROOT);
    }

    /** A filter in SQL, with the values of its parameters. */
    private static final class Conditions {

        private final List<String> all = new ArrayList<>();
        private final Map<String, Object> values = new HashMap<>();

        static Conditions of(QueryFilter filter) {
            Conditions conditions = new Conditions();
            SearchText search = SearchText.of(filter.search());
            conditions.addSearch(search);
            // The plus keeps SQLite from looking up every pair of an id and a match: one of the two lists drives, the other is a set.
            String id = search.match().isPresent() ? "+id" : "id";
            filter.among().ifPresent(ids -> conditions.add(id + " IN (SELECT value FROM json_each(:among))", "among", ids.json()));
            if (!filter.without().isEmpty()) {
                conditions.add("id NOT IN (SELECT value FROM json_each(:without))", "without", filter.without().json());
            }
            filter.source().ifPresent(source -> conditions.add("source = :source", "source", source));
            if (filter.shortest() > 0) {
                conditions.add("length >= :shortest", "shortest", filter.shortest());
            }
            if (filter.longest() < Integer.MAX_VALUE) {
                conditions.add("length <= :longest", "longest", filter.longest());
            }
            switch (filter.quality()) {
                case Any() -> {}
                case Flagged(var flag) -> conditions.all.add(condition(flag));
                case Unflagged() -> Arrays.stream(QueryFlag.values()).forEach(flag -> conditions.all.add(
                        "number NOT IN (SELECT number FROM query WHERE " + condition(flag) + ")"));
            }
            return conditions;
        }

        private void addSearch(SearchText search) {
            search.match().ifPresent(
                    match -> add("number IN (SELECT rowid FROM query_search WHERE query_search MATCH :match)", "match", match));
            for (int i = 0; i < search.literals().size(); i++) {
                String literal = search.literals().get(i);
                values.put("json" + i, pattern(inJson(literal)));
                add("(text LIKE :literal" + i + " ESCAPE '^' OR (follow_ups <> '[]' AND follow_ups LIKE :json" + i + " ESCAPE '^'))",
                        "literal" + i, pattern(literal));
            }
        }

        private void add(String condition, String parameter, Object value) {
            all.add(condition);
            values.put(parameter, value);
        }

        String where() {
            return all.isEmpty() ? "" : " WHERE " + String.join(" AND ", all);
        }

        private static String pattern(String literal) {
            return "%" + literal.replace("^", "^^").replace("%", "^%").replace("_", "^_") + "%";
        }

        /** As the text stands within the JSON of the later turns, without the quotes around it. */
        private static String inJson(String literal) {
            String json = TextList.toJson(List.of(literal));
            return json.substring(2, json.length() - 2);
        }
    }
}
