package dev.assay.datasets.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.datasets.study.OwnsTables;
import dev.assay.datasets.study.Reading;
import dev.assay.datasets.study.Writing;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.StatementContext;

/** The queries of a study, and the ids they have in the data sets they come from. */
@OwnsTables({"query", "query_source"})
public final class QueryTable {

    /**
     * A query with the ids it has elsewhere.
     *
     * @param externalIds a JSON array of objects with collection and id, in that order
     */
    public record WithExternalIds(Query query, JsonNode externalIds) {}

    private static final String WITH_EXTERNAL_IDS =
            """
            SELECT id, text, follow_ups, source,
                   (SELECT json_group_array(
                               json_object('collection', collection, 'id', external_id) ORDER BY collection, external_id)
                    FROM query_source WHERE query_id = query.id) AS external_ids
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Adds a query. Returns false, and changes nothing, if the study has it already. */
    public boolean insert(Writing writing, Query query, String runId) {
        QueryMeasure measure = QueryMeasure.of(query.text());
        return writing.update(
                        """
                        INSERT INTO query (id, text, follow_ups, source, run_id, words, letters, alike)
                        VALUES (:id, :text, :followUps, :source, :run, :words, :letters, :alike) ON CONFLICT DO NOTHING""",
                        query.id(),
                        query.text(),
                        TextList.toJson(query.followUps()),
                        query.source(),
                        runId,
                        measure.words(),
                        measure.letters(),
                        measure.alike())
                == 1;
    }

    /** Measures the queries that came before there were measures. */
    void measureUnmeasured(Writing writing) {
        for (long number : writing.sql().createQuery("SELECT number FROM query WHERE words IS NULL").mapTo(long.class).list()) {
            writing.first("SELECT text FROM query WHERE number = :number", row -> QueryMeasure.of(row.getString(1)), number)
                    .ifPresent(measure -> update(writing, number, measure));
        }
    }

    private static void update(Writing writing, long number, QueryMeasure measure) {
        int updated = writing.update(
                "UPDATE query SET words = :words, letters = :letters, alike = :alike WHERE number = :number",
                measure.words(), measure.letters(), measure.alike(), number);
        assert updated == 1;
    }

    /** Notes the id that a query has in a data set. Returns false, and changes nothing, if that id is known already. */
    public boolean insertSource(Writing writing, String collection, String externalId, String queryId) {
        return writing.update(
                        """
                        INSERT INTO query_source (collection, external_id, query_id)
                        VALUES (:collection, :externalId, :queryId) ON CONFLICT DO NOTHING""",
                        collection,
                        externalId,
                        queryId)
                == 1;
    }

    /** Our id of the query that a data set calls so. */
    public Optional<String> findBySource(Reading reading, String collection, String externalId) {
        return reading.first(
                "SELECT query_id FROM query_source WHERE collection = :collection AND external_id = :externalId",
                row -> row.getString(1),
                collection,
                externalId);
    }

    public Optional<Query> find(Reading reading, String id) {
        return reading.sql()
                .createQuery("SELECT id, text, follow_ups, source FROM query WHERE id = :id")
                .bind("id", id)
                .map(QueryTable::toQuery)
                .findOne();
    }

    /** Place of the query in the order in which queries came into the study, from 1; empty if it is not there. */
    public Optional<Integer> number(Reading reading, String id) {
        return reading.first("SELECT number FROM query WHERE id = :id", row -> row.getInt(1), id);
    }

    public boolean contains(Reading reading, String id) {
        return reading.first("SELECT 1 FROM query WHERE id = :id", row -> true, id).isPresent();
    }

    public int count(Reading reading) {
        return reading.sql().createQuery("SELECT count(*) FROM query").mapTo(int.class).one();
    }

    /** Ids of all queries, in the order of the ids. */
    public List<String> ids(Reading reading) {
        return reading.sql().createQuery("SELECT id FROM query ORDER BY id").mapTo(String.class).list();
    }

    /** Id of the query in this place of the order of ids, from 1; of the last one if there are not so many; empty if there are none. */
    public Optional<String> idAt(Reading reading, int place) {
        return reading.first(
                "SELECT max(id) FROM (SELECT id FROM query ORDER BY id LIMIT :place)", row -> Optional.ofNullable(row.getString(1)), place)
                .flatMap(id -> id);
    }

    /** All queries in the order of their ids. To be closed, and read within the transaction. */
    public Stream<Query> stream(Reading reading) {
        return reading.sql().createQuery("SELECT id, text, follow_ups, source FROM query ORDER BY id").map(QueryTable::toQuery).stream();
    }

    /** All queries in the order of their ids, with the ids they have elsewhere. To be closed, and read within the transaction. */
    public Stream<WithExternalIds> streamWithExternalIds(Reading reading) {
        return withExternalIds(reading.sql().createQuery(WITH_EXTERNAL_IDS + "FROM query ORDER BY query.id"));
    }

    /** The queries of these ids in their order, with the ids they have elsewhere. To be closed, and read within the transaction. */
    public Stream<WithExternalIds> streamWithExternalIds(Reading reading, List<String> ids) {
        return withExternalIds(reading.sql()
                .createQuery(WITH_EXTERNAL_IDS
                        + "FROM (SELECT key AS place, value AS wanted FROM json_each(:ids)) CROSS JOIN query ON query.id = wanted ORDER BY place")
                .bind("ids", TextList.toJson(ids)));
    }

    private static Stream<WithExternalIds> withExternalIds(org.jdbi.v3.core.statement.Query asked) {
        return asked.map((row, context) -> new WithExternalIds(toQuery(row, context), parse(row.getString("external_ids")))).stream();
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Query toQuery(ResultSet row, StatementContext context) throws SQLException {
        return new Query(
                row.getString("id"),
                row.getString("text"),
                TextList.fromJson(row.getString("follow_ups")),
                row.getString("source"));
    }
}
