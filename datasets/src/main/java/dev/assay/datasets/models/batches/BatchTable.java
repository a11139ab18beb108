package dev.assay.datasets.models.batches;

import dev.assay.datasets.models.Price;
import dev.assay.datasets.study.OwnsTables;
import dev.assay.datasets.study.Reading;
import dev.assay.datasets.study.Writing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The batches of a study, and the calls in them. */
@OwnsTables({"batch", "batch_request"})
public final class BatchTable {

    /** What has become of the calls of a batch. */
    public record Counts(long waiting, long done, long failed) {}

    /** The batches of a run that are not at their end, the oldest first. */
    public List<Batch> unfinished(Reading reading, String runId) {
        return ofRun(reading, runId).stream().filter(batch -> !batch.state().isEnd()).toList();
    }

    /** The batches of a run, the oldest first. */
    public List<Batch> ofRun(Reading reading, String runId) {
        return reading.sql()
                .createQuery("SELECT * FROM batch WHERE run_id = :run ORDER BY created_at, id")
                .bind("run", runId)
                .map((row, context) -> toBatch(row))
                .list();
    }

    /** All batches, the oldest first. */
    public List<Batch> all(Reading reading) {
        return reading.sql().createQuery("SELECT * FROM batch ORDER BY created_at, id").map((row, context) -> toBatch(row)).list();
    }

    public Counts counts(Reading reading, String batchId) {
        return reading.first(
                        """
                        SELECT count(*) FILTER (WHERE state = 'waiting'), count(*) FILTER (WHERE state = 'done'), count(*) FILTER (WHERE state = 'failed')
                        FROM batch_request WHERE batch_id = :batch""",
                        row -> new Counts(row.getLong(1), row.getLong(2), row.getLong(3)),
                        batchId)
                .orElseThrow();
    }

    /** What the calls that wait are expected to cost, of those whose price is known. */
    public double promised(Reading reading, String runId) {
        return reading.first(
                        """
                        SELECT coalesce(sum(expected_cost), 0.0) FROM batch_request JOIN batch ON batch.id = batch_id
                        WHERE run_id = :run AND batch_request.state = 'waiting'""",
                        row -> row.getDouble(1),
                        runId)
                .orElseThrow();
    }

    /** As {@link #promised(Reading, String)}, of all runs. */
    public double promised(Reading reading) {
        return reading.first("SELECT coalesce(sum(expected_cost), 0.0) FROM batch_request WHERE state = 'waiting'", row -> row.getDouble(1)).orElseThrow();
    }

    /** Hashes of the requests whose reply is still to come. */
    public Set<String> waitingHashes(Reading reading) {
        return reading.sql()
                .createQuery("SELECT request_hash FROM batch_request WHERE state = 'waiting'")
                .mapTo(String.class)
                .collect(Collectors.toCollection(HashSet::new));
    }

    Optional<Batch> find(Reading reading, String batchId) {
        return reading.first("SELECT * FROM batch WHERE id = :id", BatchTable::toBatch, batchId);
    }

    /** The batch of a run and a model to which requests are added. */
    Optional<Batch> collecting(Reading reading, String runId, String model) {
        return reading.first("SELECT * FROM batch WHERE run_id = :run AND state = 'collecting' AND model = :model", BatchTable::toBatch, runId, model);
    }

    /** Stores a new batch, or what has become of an old one; its calls are counted by {@link #add}. */
    void put(Writing writing, Batch batch) {
        int put = writing.update(
                """
                INSERT INTO batch (id, run_id, model, model_asked, state, price_in, price_out, remote_file, remote_id, message, created_at, expires_at,
                                   checked_at)
                VALUES (:id, :run, :model, :modelAsked, :state, :priceIn, :priceOut, :remoteFile, :remoteId, :message, :created, :expires, :checked)
                ON CONFLICT (id) DO UPDATE
                    SET state = excluded.state, remote_file = excluded.remote_file, remote_id = excluded.remote_id, message = excluded.message,
                        expires_at = excluded.expires_at, checked_at = excluded.checked_at""",
                batch.id(), batch.runId(), batch.model(), batch.modelAsked(), batch.state().inStudy(), batch.price().map(Price::in).orElse(null),
                batch.price().map(Price::out).orElse(null), batch.remoteFile().orElse(null), batch.remoteId().orElse(null), batch.message(),
                batch.createdAt().toString(), batch.expiresAt().map(Instant::toString).orElse(null),
                batch.checkedAt().map(Instant::toString).orElse(null));
        assert put == 1;
    }

    /**
     * Adds a call to its batch.
     *
     * @param bytes of its line in the file
     * @return false if there is a call with this custom id already: nothing was added then
     */
    boolean add(Writing writing, BatchRequest request, long bytes) {
        int added = writing.update(
                """
                INSERT INTO batch_request (custom_id, batch_id, unit, request_hash, replicate, request, expected_cost)
                VALUES (:customId, :batch, :unit, :hash, :replicate, :request, :cost) ON CONFLICT (custom_id) DO NOTHING""",
                request.customId(), request.batchId(), request.unit(), request.requestHash(), request.replicate(), request.request(),
                request.expectedCost().orElse(null));
        if (added == 1) {
            int counted = writing.update(
                    "UPDATE batch SET requests = requests + 1, bytes = bytes + :bytes WHERE id = :batch", bytes, request.batchId());
            assert counted == 1;
        }
        return added == 1;
    }

    Optional<BatchRequest> request(Reading reading, String customId) {
        return reading.first("SELECT * FROM batch_request WHERE custom_id = :customId", BatchTable::toRequest, customId);
    }

    /** The calls of a batch that still wait. To be closed, and read within the transaction. */
    Stream<BatchRequest> waiting(Reading reading, String batchId) {
        return reading.sql()
                .createQuery("SELECT * FROM batch_request WHERE batch_id = :batch AND state = 'waiting' ORDER BY rowid")
                .bind("batch", batchId)
                .map((row, context) -> toRequest(row))
                .stream();
    }

    /** Some of the calls of a batch that still wait. */
    List<BatchRequest> waiting(Reading reading, String batchId, int limit) {
        return reading.sql()
                .createQuery("SELECT * FROM batch_request WHERE batch_id = :batch AND state = 'waiting' LIMIT :limit")
                .bind("batch", batchId)
                .bind("limit", limit)
                .map((row, context) -> toRequest(row))
                .list();
    }

    void settle(Writing writing, String customId, BatchRequest.State state) {
        int settled = writing.update("UPDATE batch_request SET state = :state WHERE custom_id = :customId", state.inStudy(), customId);
        assert settled == 1;
    }

    /** Forgets a batch of which nothing was ever sent. */
    void delete(Writing writing, String batchId) {
        int requests = writing.update("DELETE FROM batch_request WHERE batch_id = :batch", batchId);
        int batches = writing.update("DELETE FROM batch WHERE id = :batch", batchId);
        assert requests >= batches - 1;
    }

    private static Batch toBatch(ResultSet row) throws SQLException {
        Optional<Price> price = row.getObject("price_in") == null
                ? Optional.empty()
                : Optional.of(new Price(row.getDouble("price_in"), row.getDouble("price_out")));
        return new Batch(
                row.getString("id"),
                row.getString("run_id"),
                row.getString("model"),
                row.getString("model_asked"),
                BatchState.fromStudy(row.getString("state")),
                row.getLong("requests"),
                row.getLong("bytes"),
                price,
                Optional.ofNullable(row.getString("remote_file")),
                Optional.ofNullable(row.getString("remote_id")),
                row.getString("message"),
                Instant.parse(row.getString("created_at")),
                Optional.ofNullable(row.getString("expires_at")).map(Instant::parse),
                Optional.ofNullable(row.getString("checked_at")).map(Instant::parse));
    }

    private static BatchRequest toRequest(ResultSet row) throws SQLException {
        return new BatchRequest(
                row.getString("custom_id"),
                row.getString("batch_id"),
                row.getString("unit"),
                row.getString("request_hash"),
                row.getInt("replicate"),
                row.getString("request"),
                row.getObject("expected_cost") == null ? Optional.empty() : Optional.of(row.getDouble("expected_cost")),
                BatchRequest.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
    }
}
