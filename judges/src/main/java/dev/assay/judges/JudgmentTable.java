package dev.assay.judges;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.datasets.study.OwnsTables;
import dev.assay.datasets.study.Reading;
import dev.assay.datasets.study.Writing;
import dev.assay.judges.Judgment.CriterionScore;
import dev.assay.judges.Judgment.Failed;
import dev.assay.judges.Judgment.Outcome;
import dev.assay.judges.Judgment.Role;
import dev.assay.judges.Judgment.Scored;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/** Criteria and judgments. */
@OwnsTables({"judgment", "criterion", "criterion_score", "criteria_failure"})
public final class JudgmentTable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A judgment without its criteria, as profiles and exports need it. */
    public record Row(String queryId, String subject, int replicate, Role role, Optional<Double> score, Optional<String> failure, String reason) {}

    /**
     * A criterion of a query.
     *
     * @param position of its score among those of an answer, from 0
     */
    public record CriterionRow(String queryId, int position, Criterion criterion) {}

    /**
     * Size of a run.
     *
     * @param candidates judged candidates with a score
     * @param baselines scored yardsticks
     * @param failed judgments that failed
     */
    public record Counts(int candidates, int baselines, int failed) {}

    /**
     * Judgments that failed for one reason.
     *
     * @param queryId the first of them
     * @param subject whose answer to it was not judged
     */
    public record FailureGroup(String failure, long judgments, String queryId, String subject) {}

    /** What a profile needs of a judgment: empty is a failure. */
    public record ScoreRow(String queryId, String subject, OptionalDouble score) {}

    /**
     * How a subject and others score on one criterion of a query.
     *
     * @param own mean over the subject's replicates
     * @param others mean over the other subjects, each the mean over its replicates
     */
    public record CriterionScores(String queryId, String criterion, int weight, double own, double others) {}

    /** Adds a judgment with the scores of its criteria. Returns false, and changes nothing, if the run has judged this answer already. */
    public boolean insert(Writing writing, String runId, Judgment judgment) {
        boolean isNew = insertJudgment(writing, runId, judgment);
        if (isNew && judgment.outcome() instanceof Scored scored) {
            insertScores(writing, runId, judgment, scored.criteria());
        }
        return isNew;
    }

    private static boolean insertJudgment(Writing writing, String runId, Judgment judgment) {
        Outcome outcome = judgment.outcome();
        return writing.update(
                        """
                        INSERT INTO judgment (run_id, query_id, subject, replicate, role, score, failure, reason)
                        VALUES (:run, :query, :subject, :replicate, :role, :score, :failure, :reason) ON CONFLICT DO NOTHING""",
                        runId,
                        judgment.queryId(),
                        judgment.subject(),
                        judgment.replicate(),
                        judgment.role().name().toLowerCase(Locale.ROOT),
                        outcome instanceof Scored scored ? scored.score() : null,
                        outcome instanceof Failed failed ? failed.failure() : null,
                        outcome instanceof Scored scored ? scored.reason() : "")
                == 1;
    }

    private static void insertScores(Writing writing, String runId, Judgment judgment, List<CriterionScore> scores) {
        for (int position = 0; position < scores.size(); position++) {
            writing.update(
                    """
                    INSERT INTO criterion_score (run_id, query_id, subject, replicate, position, score, reason)
                    VALUES (:run, :query, :subject, :replicate, :position, :score, :reason)""",
                    runId,
                    judgment.queryId(),
                    judgment.subject(),
                    judgment.replicate(),
                    position,
                    scores.get(position).score(),
                    scores.get(position).reason());
        }
    }

    /** Keeps the criteria of a query. Nothing happens if the run has criteria for it already. */
    public void insertCriteria(Writing writing, String runId, String queryId, List<Criterion> criteria) {
        for (int position = 0; position < criteria.size(); position++) {
            Criterion criterion = criteria.get(position);
            writing.update(
                    """
                    INSERT INTO criterion (run_id, query_id, position, name, description, weight, evidence)
                    VALUES (:run, :query, :position, :name, :description, :weight, :evidence) ON CONFLICT DO NOTHING""",
                    runId,
                    queryId,
                    position,
                    criterion.name(),
                    criterion.description(),
                    criterion.weight(),
                    criterion.evidence());
        }
    }

    /** Notes that no criteria could be derived for a query. */
    public void insertCriteriaFailure(Writing writing, String runId, String queryId, String failure) {
        writing.sql()
                .createUpdate("""
                        INSERT INTO criteria_failure (run_id, query_id, failure) VALUES (:run, :query, :failure)
                        ON CONFLICT DO UPDATE SET failure = excluded.failure""")
                .bind("run", runId)
                .bind("query", queryId)
                .bind("failure", failure)
                .execute();
    }

    /** How many queries have criteria in a run. */
    public int queriesWithCriteria(Reading reading, String runId) {
        return reading.sql()
                .createQuery("SELECT count(DISTINCT query_id) FROM criterion WHERE run_id = :run")
                .bind("run", runId)
                .mapTo(int.class)
                .one();
    }

    /** For how many queries of a run no criteria could be derived. */
    public int queriesWithoutCriteria(Reading reading, String runId) {
        return reading.sql()
                .createQuery("SELECT count(*) FROM criteria_failure WHERE run_id = :run")
                .bind("run", runId)
                .mapTo(int.class)
                .one();
    }

    /** Forgets what failed in a run, so that it can be tried again. Returns how many judgments that were. */
    public int forgetFailures(Writing writing, String runId) {
        writing.sql().execute("DELETE FROM criteria_failure WHERE run_id = ?", runId);
        return writing.sql().execute("DELETE FROM judgment WHERE run_id = ? AND failure IS NOT NULL", runId);
    }

    /** The criteria of a query in the order of their scores; empty if the run has none for it. */
    public List<Criterion> criteria(Reading reading, String runId, String queryId) {
        return reading.sql()
                .createQuery("SELECT * FROM criterion WHERE run_id = :run AND query_id = :query ORDER BY position")
                .bind("run", runId)
                .bind("query", queryId)
                .map((row, context) -> toCriterion(row))
                .list();
    }

    /** All criteria of a run, by query and position. To be closed, and read within the transaction. */
    public Stream<CriterionRow> streamCriteria(Reading reading, String runId) {
        return reading.sql()
                .createQuery("SELECT * FROM criterion WHERE run_id = :run ORDER BY query_id, position")
                .bind("run", runId)
                .map((row, context) -> new CriterionRow(row.getString("query_id"), row.getInt("position"), toCriterion(row)))
                .stream();
    }

    private static Criterion toCriterion(ResultSet row) throws SQLException {
        return new Criterion(row.getString("name"), row.getString("description"), row.getInt("weight"), row.getString("evidence"));
    }

    /** The scores of an answer by criterion, in the order of the criteria; empty if it was not judged or failed. */
    public List<CriterionScore> criterionScores(Reading reading, String runId, String queryId, String subject, int replicate) {
        return reading.sql()
                .createQuery("""
                        SELECT score, reason FROM criterion_score
                        WHERE run_id = :run AND query_id = :query AND subject = :subject AND replicate = :replicate ORDER BY position""")
                .bind("run", runId)
                .bind("query", queryId)
                .bind("subject", subject)
                .bind("replicate", replicate)
                .map((row, context) -> new CriterionScore(row.getDouble("score"), row.getString("reason")))
                .list();
    }

    /**
     * The scores of a subject beside those of others, for each criterion of some queries on which both were judged; by query and position.
     *
     * @param reference the only other that counts; empty: all others
     */
    public List<CriterionScores> besideOthers(
            Reading reading, String runId, String subject, Optional<String> reference, List<String> queryIds) {
        return reading.sql()
                .createQuery("""
                        WITH mean AS (
                            SELECT s.query_id, s.position, s.subject, avg(s.score) AS score
                            FROM json_each(:queries) AS wanted
                            CROSS JOIN criterion_score AS s ON s.run_id = :run AND s.query_id = wanted.value
                            WHERE :reference IS NULL OR s.subject IN (:subject, :reference)
                            GROUP BY s.query_id, s.position, s.subject)
                        SELECT c.query_id, c.name, c.weight,
                               avg(mean.score) FILTER (WHERE mean.subject = :subject) AS own,
                               avg(mean.score) FILTER (WHERE mean.subject <> :subject) AS others
                        FROM mean JOIN criterion AS c ON c.run_id = :run AND c.query_id = mean.query_id AND c.position = mean.position
                        GROUP BY c.query_id, c.position
                        HAVING own IS NOT NULL AND others IS NOT NULL
                        ORDER BY c.query_id, c.position""")
                .bind("run", runId)
                .bind("subject", subject)
                .bind("reference", reference.orElse(null))
                .bind("queries", JSON.valueToTree(queryIds).toString())
                .map((row, context) -> new CriterionScores(
                        row.getString("query_id"), row.getString("name"), row.getInt("weight"), row.getDouble("own"), row.getDouble("others")))
                .list();
    }

    /** What the run says of an answer. */
    public Optional<Row> find(Reading reading, String runId, String queryId, String subject, int replicate) {
        return reading.first(
                """
                SELECT * FROM judgment
                WHERE run_id = :run AND query_id = :query AND subject = :subject AND replicate = :replicate""",
                JudgmentTable::toRow,
                runId,
                queryId,
                subject,
                replicate);
    }

    /** The judgments of one query in a run, by subject and replicate. */
    public List<Row> ofQuery(Reading reading, String runId, String queryId) {
        return reading.sql()
                .createQuery("SELECT * FROM judgment WHERE run_id = :run AND query_id = :query ORDER BY subject, replicate")
                .bind("run", runId)
                .bind("query", queryId)
                .map((row, context) -> toRow(row))
                .list();
    }

    /** How many candidates, baselines and failures a run has. */
    public Counts counts(Reading reading, String runId) {
        return reading.sql()
                .createQuery("""
                        SELECT count(*) FILTER (WHERE role = 'candidate' AND score IS NOT NULL) AS candidates,
                               count(*) FILTER (WHERE role = 'baseline' AND score IS NOT NULL) AS baselines,
                               count(*) FILTER (WHERE failure IS NOT NULL) AS failed
                        FROM judgment WHERE run_id = :run""")
                .bind("run", runId)
                .map((row, context) -> new Counts(row.getInt("candidates"), row.getInt("baselines"), row.getInt("failed")))
                .one();
    }

    /** The judgments of a run, by query, subject and replicate. To be closed, and read within the transaction. */
    public Stream<Row> stream(Reading reading, String runId) {
        return reading.sql()
                .createQuery("SELECT * FROM judgment WHERE run_id = :run ORDER BY query_id, subject, replicate")
                .bind("run", runId)
                .map((row, context) -> toRow(row))
                .stream();
    }

    /** As {@link #stream}, without the texts, which are most of the time of reading. */
    public Stream<ScoreRow> streamScores(Reading reading, String runId) {
        return reading.sql()
                .createQuery("SELECT query_id, subject, score FROM judgment WHERE run_id = :run ORDER BY query_id, subject, replicate")
                .bind("run", runId)
                .map((row, context) -> {
                    double score = row.getDouble(3);
                    boolean scored = !row.wasNull();
                    return new ScoreRow(
                            row.getString(1), row.getString(2), scored ? OptionalDouble.of(score) : OptionalDouble.empty());
                })
                .stream();
    }

    /** The scores of a subject in a run by query, the mean where it answered several times; without queries where all judgments failed. */
    public Map<String, Double> meanScores(Reading reading, String runId, String subject) {
        return reading.sql()
                .createQuery("""
                        SELECT query_id, avg(score) AS score FROM judgment
                        WHERE run_id = :run AND subject = :subject AND score IS NOT NULL GROUP BY query_id""")
                .bind("run", runId)
                .bind("subject", subject)
                .map((row, context) -> Map.entry(row.getString("query_id"), row.getDouble("score")))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Ids of queries on which at least one judgment of a subject failed in a run. */
    public Set<String> failedQueries(Reading reading, String runId, String subject) {
        return reading.sql()
                .createQuery("SELECT DISTINCT query_id FROM judgment WHERE run_id = :run AND subject = :subject AND failure IS NOT NULL")
                .bind("run", runId)
                .bind("subject", subject)
                .mapTo(String.class)
                .set();
    }

    /** Failed judgments by reason, the most frequent first. */
    public List<FailureGroup> failures(Reading reading, String runId) {
        // With one min() SQLite takes the other columns from the row of the minimum.
        return reading.sql()
                .createQuery("""
                        SELECT failure, count(*) AS judgments, min(query_id) AS query_id, subject
                        FROM judgment WHERE run_id = :run AND failure IS NOT NULL GROUP BY failure ORDER BY judgments DESC, failure""")
                .bind("run", runId)
                .map((row, context) -> new FailureGroup(
                        row.getString("failure"), row.getLong("judgments"), row.getString("query_id"), row.getString("subject")))
                .list();
    }

    /** Whether a run has scored anything. */
    public boolean hasScores(Reading reading, String runId) {
        return reading.first("SELECT 1 FROM judgment WHERE run_id = :run AND score IS NOT NULL LIMIT 1", row -> true, runId).isPresent();
    }

    public int count(Reading reading, String runId) {
        return reading.sql()
                .createQuery("SELECT count(*) FROM judgment WHERE run_id = :run")
                .bind("run", runId)
                .mapTo(int.class)
                .one();
    }

    private static Row toRow(ResultSet row) throws SQLException {
        double score = row.getDouble("score");
        boolean scored = !row.wasNull();
        return new Row(
                row.getString("query_id"),
                row.getString("subject"),
                row.getInt("replicate"),
                Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                scored ? Optional.of(score) : Optional.empty(),
                Optional.ofNullable(row.getString("failure")),
                row.getString("reason"));
    }
}
