package dev.assay.taxonomy.tagging;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.datasets.records.QueryIds;
import dev.assay.datasets.study.OwnsTables;
import dev.assay.datasets.study.Reading;
import dev.assay.datasets.study.Writing;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which query stands under which nodes. */
@OwnsTables("query_tag")
public final class TagTable {

    /** A tag of a query as it is stored, with the run that made it. */
    record Stored(String nodeId, double score, String runId) {}

    /** Adds a tag. Returns false, and changes nothing, if the query stands under the node already. */
    public boolean insert(Writing writing, Tag tag, String runId) {
        return writing.update(
                        """
                        INSERT INTO query_tag (query_id, node_id, score, run_id)
                        VALUES (:query, :node, :score, :run) ON CONFLICT DO NOTHING""",
                        tag.queryId(),
                        tag.nodeId(),
                        tag.score(),
                        runId)
                == 1;
    }

    public boolean contains(Reading reading, String queryId, String nodeId) {
        return reading.first("SELECT 1 FROM query_tag WHERE query_id = :query AND node_id = :node", row -> true, queryId, nodeId)
                .isPresent();
    }

    /** Takes all tags from a query. */
    public int delete(Writing writing, String queryId) {
        return writing.sql().execute("DELETE FROM query_tag WHERE query_id = ?", queryId);
    }

    /** Takes away all tags that the runs of a step made; tags that people or data sets gave stay. */
    public int deleteOfRuns(Writing writing, Collection<String> runIds) {
        return runIds.stream()
                .mapToInt(runId -> writing.sql().execute("DELETE FROM query_tag WHERE run_id = ?", runId))
                .sum();
    }

    /** The tags that other runs than these made, by query and node. */
    public List<Tag> notOfRuns(Reading reading, Collection<String> runIds) {
        return reading.sql()
                .createQuery("SELECT query_id, node_id, score, run_id FROM query_tag ORDER BY query_id, node_id")
                .map((row, context) -> Map.entry(
                        row.getString("run_id"),
                        new Tag(row.getString("query_id"), row.getString("node_id"), row.getDouble("score"))))
                .stream()
                .filter(tag -> !runIds.contains(tag.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The tags of a query, by node. */
    List<Stored> stored(Reading reading, String queryId) {
        return reading.sql()
                .createQuery("SELECT node_id, score, run_id FROM query_tag WHERE query_id = :query ORDER BY node_id")
                .bind("query", queryId)
                .map((row, context) -> new Stored(row.getString("node_id"), row.getDouble("score"), row.getString("run_id")))
                .list();
    }

    /** The tags of some queries, by query; a query without tags has no entry. */
    public Map<String, List<Tag>> ofQueries(Reading reading, Collection<String> queryIds) {
        return reading.sql()
                .createQuery("""
                        SELECT query_id, node_id, score FROM query_tag
                        WHERE query_id IN (SELECT value FROM json_each(:queries)) ORDER BY query_id, node_id""")
                .bind("queries", json(queryIds))
                .map((row, context) -> new Tag(row.getString("query_id"), row.getString("node_id"), row.getDouble("score")))
                .stream()
                .collect(Collectors.groupingBy(Tag::queryId));
    }

    /** The queries that have a tag of one of these nodes; nodes below them are not looked at. */
    public QueryIds queriesUnder(Reading reading, Collection<String> nodeIds) {
        return new QueryIds(reading.sql()
                .createQuery("""
                        SELECT json_group_array(query_id) FROM (
                            SELECT DISTINCT query_id FROM query_tag WHERE node_id IN (SELECT value FROM json_each(:nodes)))""")
                .bind("nodes", json(nodeIds))
                .mapTo(String.class)
                .one());
    }

    /** The queries that have a tag. */
    public QueryIds tagged(Reading reading) {
        return new QueryIds(reading.sql()
                .createQuery("SELECT json_group_array(query_id) FROM (SELECT DISTINCT query_id FROM query_tag)")
                .mapTo(String.class)
                .one());
    }

    /** Ids of the nodes that each tagged query has a tag of. To be closed, and read within the transaction. */
    Stream<List<String>> nodesByQuery(Reading reading) {
        return reading.sql()
                .createQuery("SELECT group_concat(node_id, ' ') FROM query_tag GROUP BY query_id")
                .mapTo(String.class)
                .stream()
                .map(ids -> List.of(ids.split(" ", -1)));
    }

    private static String json(Collection<String> ids) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        ids.forEach(array::add);
        return array.toString();
    }

    /** Ids of the queries that have a tag. */
    public Set<String> taggedQueries(Reading reading) {
        return reading.sql()
                .createQuery("SELECT DISTINCT query_id FROM query_tag")
                .mapTo(String.class)
                .set();
    }

    /** How many queries have a tag. */
    public int countTagged(Reading reading) {
        return reading.sql().createQuery("SELECT count(DISTINCT query_id) FROM query_tag").mapTo(int.class).one();
    }

    /** How many queries a run has tagged. */
    public int queriesOf(Reading reading, String runId) {
        return reading.sql()
                .createQuery("SELECT count(DISTINCT query_id) FROM query_tag WHERE run_id = :run")
                .bind("run", runId)
                .mapTo(int.class)
                .one();
    }

    /** All tags, by query and node. */
    public List<Tag> all(Reading reading) {
        return reading.sql()
                .createQuery("SELECT query_id, node_id, score FROM query_tag ORDER BY query_id, node_id")
                .map((row, context) -> new Tag(row.getString("query_id"), row.getString("node_id"), row.getDouble("score")))
                .list();
    }
}
