package dev.assay.datasets.records;

import dev.assay.datasets.study.OwnsTables;
import dev.assay.datasets.study.Reading;
import dev.assay.datasets.study.Writing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The subjects of a study and what they answered. */
@OwnsTables({"subject", "response"})
public final class ResponseTable {

    private static final String UNANSWERED = """
            SELECT %s FROM query
            WHERE id > :after AND id <= :upTo AND NOT EXISTS (
                SELECT 1 FROM response WHERE query_id = query.id AND subject = :subject AND replicate = :replicate)""";

    /** Makes a subject known; nothing happens if it is. */
    public void insertSubject(Writing writing, String name) {
        writing.update("INSERT INTO subject (name) VALUES (:name) ON CONFLICT DO NOTHING", name);
    }

    /** Adds a response. Returns false, and changes nothing, if the study has one for this query, subject and replicate already. */
    public boolean insert(Writing writing, Response response, String runId) {
        insertSubject(writing, response.subject());
        return writing.update(
                        """
                        INSERT INTO response (query_id, subject, replicate, text, follow_ups, run_id)
                        VALUES (:query, :subject, :replicate, :text, :followUps, :run) ON CONFLICT DO NOTHING""",
                        response.queryId(),
                        response.subject(),
                        response.replicate(),
                        response.text(),
                        TextList.toJson(response.followUps()),
                        runId)
                == 1;
    }

    public Optional<Response> find(Reading reading, String queryId, String subject, int replicate) {
        return reading.first(
                "SELECT * FROM response WHERE query_id = :query AND subject = :subject AND replicate = :replicate",
                ResponseTable::toResponse,
                queryId,
                subject,
                replicate);
    }

    /** Number of the subject's answer of these words; the lowest if it said them more than once. */
    public Optional<Integer> findReplicate(Reading reading, String queryId, String subject, String text) {
        return reading.first(
                """
                SELECT replicate FROM response
                WHERE query_id = :query AND subject = :subject AND text = :text ORDER BY replicate LIMIT 1""",
                row -> row.getInt(1),
                queryId,
                subject,
                text);
    }

    /** Number that the subject's next answer to the query gets. */
    public int nextReplicate(Reading reading, String queryId, String subject) {
        return reading.first(
                        "SELECT coalesce(max(replicate) + 1, 0) FROM response WHERE query_id = :query AND subject = :subject",
                        row -> row.getInt(1),
                        queryId,
                        subject)
                .orElse(0);
    }

    /**
     * Queries that a subject has not answered yet, in the order of their ids.
     *
     * @param after only those whose id is greater; "" for the first
     * @param upTo only those whose id is not greater
     * @param most so many at most
     */
    public List<Query> unanswered(Reading reading, String subject, int replicate, String after, String upTo, int most) {
        return reading.sql()
                .createQuery(UNANSWERED.formatted("id, text, follow_ups, source") + " ORDER BY id LIMIT :most")
                .bind("subject", subject)
                .bind("replicate", replicate)
                .bind("after", after)
                .bind("upTo", upTo)
                .bind("most", most)
                .map((row, context) -> new Query(
                        row.getString("id"), row.getString("text"), TextList.fromJson(row.getString("follow_ups")), row.getString("source")))
                .list();
    }

    /** How many those of {@link #unanswered} are. */
    public long countUnanswered(Reading reading, String subject, int replicate, String upTo) {
        return reading.sql()
                .createQuery(UNANSWERED.formatted("count(*)"))
                .bind("subject", subject)
                .bind("replicate", replicate)
                .bind("after", "")
                .bind("upTo", upTo)
                .mapTo(long.class)
                .one();
    }

    /** How many answers of a subject one run brought. */
    public long count(Reading reading, String subject, String runId) {
        return reading.first(
                        "SELECT count(*) FROM response WHERE subject = :subject AND run_id = :run", row -> row.getLong(1), subject, runId)
                .orElseThrow();
    }

    /** All answers to a query, by subject and replicate. */
    public List<Response> ofQuery(Reading reading, String queryId) {
        return reading.sql()
                .createQuery("SELECT * FROM response WHERE query_id = :query ORDER BY subject, replicate")
                .bind("query", queryId)
                .map((row, context) -> toResponse(row))
                .list();
    }

    /** All responses, by query, subject and replicate. To be closed, and read within the transaction. */
    public Stream<Response> stream(Reading reading) {
        return reading.sql()
                .createQuery("SELECT * FROM response ORDER BY query_id, subject, replicate")
                .map((row, context) -> toResponse(row))
                .stream();
    }

    public int count(Reading reading) {
        return reading.sql().createQuery("SELECT count(*) FROM response").mapTo(int.class).one();
    }

    /** Names of all subjects, in alphabetical order. */
    public List<String> subjects(Reading reading) {
        return reading.sql().createQuery("SELECT name FROM subject ORDER BY name").mapTo(String.class).list();
    }

    /** How many queries each subject has answered; without those that answered none. */
    public Map<String, Integer> answered(Reading reading) {
        Map<String, Integer> answered = new TreeMap<>();
        reading.sql()
                .createQuery("SELECT subject, count(DISTINCT query_id) AS queries FROM response GROUP BY subject")
                .map((row, context) -> Map.entry(row.getString("subject"), row.getInt("queries")))
                .forEach(entry -> answered.put(entry.getKey(), entry.getValue()));
        return answered;
    }

    private static Response toResponse(ResultSet row) throws SQLException {
        return new Response(
                row.getString("query_id"),
                row.getString("subject"),
                row.getInt("replicate"),
                row.getString("text"),
                TextList.fromJson(row.getString("follow_ups")));
    }
}
