package dev.assay.datasets.jobs;

import dev.assay.datasets.study.OwnsTables;
import dev.assay.datasets.study.Reading;
import dev.assay.datasets.study.Writing;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What has become of each unit of work of a run. A unit without a row is still to be done. */
@OwnsTables("unit")
public final class UnitTable {

    /** A unit that failed, and why. */
    public record FailedUnit(String key, String cause, String detail) {}

    /**
     * Failures of one cause.
     *
     * @param example key of the first unit that failed so
     * @param detail what was said there
     */
    public record FailureGroup(String cause, long units, String example, String detail) {}

    public record Counts(long done, long failed) {}

    /** Idempotent: the same unit done again changes nothing but the time. */
    public void done(Writing writing, String runId, String key, Instant now) {
        put(writing, runId, key, "done", "", "", now);
    }

    /** A unit that is done stays done. */
    public void failed(Writing writing, String runId, FailedUnit unit, Instant now) {
        put(writing, runId, unit.key(), "failed", unit.cause(), unit.detail(), now);
    }

    private static void put(Writing writing, String runId, String key, String state, String cause, String detail, Instant now) {
        int changed = writing.update(
                """
                INSERT INTO unit (run_id, key, state, cause, detail, finished_at) VALUES (:run, :key, :state, :cause, :detail, :now)
                ON CONFLICT (run_id, key) DO UPDATE
                    SET state = excluded.state, cause = excluded.cause, detail = excluded.detail, finished_at = excluded.finished_at
                    WHERE unit.state = 'failed'""",
                runId, key, state, cause, detail, now.toString());
        assert changed <= 1;
    }

    public Counts counts(Reading reading, String runId) {
        return reading.first(
                        "SELECT count(*) FILTER (WHERE state = 'done'), count(*) FILTER (WHERE state = 'failed') FROM unit WHERE run_id = :run",
                        row -> new Counts(row.getLong(1), row.getLong(2)),
                        runId)
                .orElseThrow();
    }

    /** Keys of the units that are done. */
    public Set<String> done(Reading reading, String runId) {
        return reading.sql()
                .createQuery("SELECT key FROM unit WHERE run_id = :run AND state = 'done'")
                .bind("run", runId)
                .mapTo(String.class)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Failures by cause, the most frequent first. */
    public List<FailureGroup> failures(Reading reading, String runId) {
        // With one min() SQLite takes the other columns from the row of the minimum.
        return reading.sql()
                .createQuery("""
                        SELECT cause, count(*) AS units, min(key) AS example, detail
                        FROM unit WHERE run_id = :run AND state = 'failed' GROUP BY cause ORDER BY units DESC, cause""")
                .bind("run", runId)
                .map((row, context) -> new FailureGroup(
                        row.getString("cause"), row.getLong("units"), row.getString("example"), row.getString("detail")))
                .list();
    }
}
