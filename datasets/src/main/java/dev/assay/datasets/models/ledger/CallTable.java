package dev.assay.datasets.models.ledger;

import dev.assay.datasets.models.FinishReason;
import dev.assay.datasets.models.ModelFailure;
import dev.assay.datasets.records.StorableText;
import dev.assay.datasets.study.OwnsTables;
import dev.assay.datasets.study.Reading;
import dev.assay.datasets.study.Writing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The calls of a study. */
@OwnsTables("call")
public final class CallTable {

    private static final String SPENDING = """
            -- Without a key nothing is sent: that is a failure, but no call.
            SELECT count(*) FILTER (WHERE outcome <> 'no key'), count(*) FILTER (WHERE outcome <> 'reply'), coalesce(sum(tokens_in), 0), coalesce(sum(tokens_out), 0),
                   coalesce(sum(cost), 0.0), count(*) FILTER (WHERE cost IS NULL AND (tokens_in IS NOT NULL OR outcome IN (
                       -- Something came, so something was paid.
                       'reply', 'cut off', 'refused', 'empty', 'no json', 'wrong form', 'broken off', 'not finished')
                       OR (outcome = 'not a reply' AND http_status BETWEEN 200 AND 299))),
                   count(*) FILTER (WHERE cost > 0 AND (tokens_in IS NULL OR tokens_out IS NULL))
            FROM call""";

    /** @return the number it gets */
    public long insert(Writing writing, Call call) {
        writing.update(
                """
                INSERT INTO call (request_hash, run_id, unit, model, model_asked, model_answered, replicate, outcome, detail, finish_reason,
                                  http_status, tokens_in, tokens_out, cost, latency_ms, attempts, batch, asked_at, request, text, body)
                VALUES (:hash, :run, :unit, :model, :modelAsked, :modelAnswered, :replicate, :outcome, :detail, :finish,
                        :status, :tokensIn, :tokensOut, :cost, :latency, :attempts, :batch, :askedAt, :request, :text, :body)""",
                call.requestHash(),
                call.runId(),
                call.unit(),
                call.model(),
                call.modelAsked(),
                call.modelAnswered().orElse(null),
                call.replicate(),
                call.outcome(),
                call.detail(),
                call.finish().map(FinishReason::id).orElse(null),
                call.httpStatus().orElse(null),
                call.tokensIn().orElse(null),
                call.tokensOut().orElse(null),
                call.cost().orElse(null),
                call.latency().toMillis(),
                call.attempts(),
                call.batch().orElse(null),
                call.askedAt().toString(),
                call.request(),
                call.text().map(StorableText::of).orElse(null),
                call.body().map(StorableText::of).orElse(null));
        return writing.first("SELECT last_insert_rowid()", row -> row.getLong(1)).orElseThrow();
    }

    /** The stored reply to a request, the first if there are several. */
    public Optional<StoredCall> reply(Reading reading, String requestHash) {
        return reading.first(
                "SELECT * FROM call WHERE request_hash = :hash AND outcome = 'reply' ORDER BY sequence LIMIT 1",
                CallTable::toStored,
                requestHash);
    }

    /** How many calls of a run were answered. */
    public long replies(Reading reading, String runId) {
        return reading.first("SELECT count(*) FROM call WHERE run_id = :run AND outcome = 'reply'", row -> row.getLong(1), runId).orElseThrow();
    }

    /** Whether there is any reply at all. */
    public boolean hasReplies(Reading reading) {
        return reading.first("SELECT 1 FROM call WHERE outcome = 'reply' LIMIT 1", row -> true).isPresent();
    }

    /**
     * A reply that turned out to be no answer, or not in the form that was asked for: it stays, as a failure.
     *
     * @return the hash of its request
     */
    public String reject(Writing writing, long sequence, ModelFailure failure) {
        return writing.first(
                        "UPDATE call SET outcome = :outcome, detail = :detail WHERE sequence = :sequence RETURNING request_hash",
                        row -> row.getString(1),
                        failure.kind().id(),
                        failure.detail(),
                        sequence)
                .orElseThrow(() -> new IllegalArgumentException("there is no call " + sequence));
    }

    /** All calls, in the order in which they were stored. To be closed, and read within the transaction. */
    public Stream<StoredCall> stream(Reading reading) {
        return reading.sql()
                .createQuery("SELECT * FROM call ORDER BY sequence")
                .map((row, context) -> toStored(row))
                .stream();
    }

    /** The latest calls in which a model answered and the service said how many tokens that took, the latest first. */
    public List<Call> latestCounted(Reading reading, String modelAsked, int limit) {
        return reading.sql()
                .createQuery("""
                        SELECT * FROM call WHERE model_asked = :model AND outcome = 'reply' AND tokens_in IS NOT NULL AND tokens_out IS NOT NULL
                        ORDER BY sequence DESC LIMIT :limit""")
                .bind("model", modelAsked)
                .bind("limit", limit)
                .map((row, context) -> toStored(row).call())
                .list();
    }

    /** What the whole study has taken. */
    public Spending spent(Reading reading) {
        return reading.first(SPENDING, CallTable::toSpending).orElseThrow();
    }

    /** What one run has taken. */
    public Spending spent(Reading reading, String runId) {
        return reading.first(SPENDING + " WHERE run_id = :run", CallTable::toSpending, runId).orElseThrow();
    }

    /** Mean number of tokens that a model wrote in this study, if it wrote anything. */
    public Optional<Double> meanTokensOut(Reading reading, String modelAsked) {
        return reading.first(
                "SELECT avg(tokens_out) FROM call WHERE model_asked = :model AND outcome = 'reply' AND tokens_out IS NOT NULL HAVING count(*) > 0",
                row -> row.getDouble(1),
                modelAsked);
    }

    /** What each run has taken, by its id; runs without calls are not in it. */
    public Map<String, Spending> spentByRun(Reading reading) {
        return reading.sql()
                .createQuery(SPENDING.replace("FROM call", ", run_id FROM call") + " GROUP BY run_id")
                .map((row, context) -> Map.entry(row.getString("run_id"), toSpending(row)))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** The newest call of a unit that ended so: {@link Call#REPLY}, or the id of a kind of failure. */
    public Optional<StoredCall> latest(Reading reading, String runId, String unit, String outcome) {
        return reading.first(
                "SELECT * FROM call WHERE run_id = :run AND outcome = :outcome AND unit = :unit ORDER BY sequence DESC LIMIT 1",
                CallTable::toStored,
                runId,
                outcome,
                unit);
    }

    private static Spending toSpending(ResultSet row) throws SQLException {
        return new Spending(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getDouble(5), row.getLong(6), row.getLong(7));
    }

    private static StoredCall toStored(ResultSet row) throws SQLException {
        return new StoredCall(
                row.getLong("sequence"),
                new Call(
                        row.getString("request_hash"),
                        row.getString("run_id"),
                        row.getString("unit"),
                        row.getString("model"),
                        row.getString("model_asked"),
                        Optional.ofNullable(row.getString("model_answered")),
                        row.getInt("replicate"),
                        row.getString("outcome"),
                        row.getString("detail"),
                        Optional.ofNullable(row.getString("finish_reason")).map(reason -> FinishReason.valueOf(reason.toUpperCase(Locale.ROOT))),
                        integer(row, "http_status"),
                        integer(row, "tokens_in"),
                        integer(row, "tokens_out"),
                        row.getObject("cost") == null ? Optional.empty() : Optional.of(row.getDouble("cost")),
                        Duration.ofMillis(row.getLong("latency_ms")),
                        row.getInt("attempts"),
                        Optional.ofNullable(row.getString("batch")),
                        Instant.parse(row.getString("asked_at")),
                        row.getString("request"),
                        Optional.ofNullable(row.getString("text")),
                        Optional.ofNullable(row.getString("body"))));
    }

    private static Optional<Integer> integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }
}
