package dev.assay.judges;

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
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.StatementContext;

/** Criteria and judgments. */
@OwnsTables({"judgment", "criterion", "criterion_score", "criteria_failure"})
public final class JudgmentTable {

    /** A judgment without its criteria, as profiles and exports need it. */
    public record Row(String queryId, String subject, int replicate, Role role, Optional<Double> score, Optional<String> failure, String reason) {}

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
        return writing.sql()
                        .createUpdate("""
                                INSERT INTO judgment (run_id, query_id, subject, replicate, role, score, failure, reason)
                                VALUES (:run, :query, :subject, :replicate, :role, :score, :failure, :reason) ON CONFLICT DO NOTHING""")
                        .bind("run", runId)
                        .bind("query", judgment.queryId())
                        .bind("subject", judgment.subject())
                        .bind("replicate", judgment.replicate())
                        .bind("role", judgment.role().name().toLowerCase(Locale.ROOT))
                        .bind("score", outcome instanceof Scored scored ? scored.score() : null)
                        .bind("failure", outcome instanceof Failed failed ? failed.failure() : null)
                        .bind("reason", outcome instanceof Scored scored ? scored.reason() : "")
                        .execute()
                == 1;
    }

    private static void insertScores(Writing writing, String runId, Judgment judgment, List<CriterionScore> scores) {
        if (scores.isEmpty()) {
            return;
        }
        var batch = writing.sql().prepareBatch("""
                INSERT INTO criterion_score (run_id, query_id, subject, replicate, position, score, reason)
                VALUES (:run, :query, :subject, :replicate, :position, :score, :reason)""");
        for (int position = 0; position < scores.size(); position++) {
            batch.bind("run", runId)
                    .bind("query", judgment.queryId())
                    .bind("subject", judgment.subject())
                    .bind("replicate", judgment.replicate())
                    .bind("position", position)
                    .bind("score", scores.get(position).score())
                    .bind("reason", scores.get(position).reason())
                    .add();
        }
        batch.execute();
    }

    /** What the run says of an answer. */
    public Optional<Row> find(Reading reading, String runId, String queryId, String subject, int replicate) {
        return reading.sql()
                .createQuery("""
                        SELECT * FROM judgment
                        WHERE run_id = :run AND query_id = :query AND subject = :subject AND replicate = :replicate""")
                .bind("run", runId)
                .bind("query", queryId)
                .bind("subject", subject)
                .bind("replicate", replicate)
                .map(JudgmentTable::toRow)
                .findOne();
    }

    /** The judgments of a run, by query, subject and replicate. To be closed, and read within the transaction. */
    public Stream<Row> stream(Reading reading, String runId) {
        return reading.sql()
                .createQuery("SELECT * FROM judgment WHERE run_id = :run ORDER BY query_id, subject, replicate")
                .bind("run", runId)
                .map(JudgmentTable::toRow)
                .stream();
    }

    private static Row toRow(ResultSet row, StatementContext context) throws SQLException {
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

    public int count(Reading reading, String runId) {
        return reading.sql()
                .createQuery("SELECT count(*) FROM judgment WHERE run_id = :run")
                .bind("run", runId)
                .mapTo(int.class)
                .one();
    }
}
