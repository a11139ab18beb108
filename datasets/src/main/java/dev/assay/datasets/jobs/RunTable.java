package dev.assay.datasets.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.datasets.ProgramVersion;
import dev.assay.datasets.study.OwnsTables;
import dev.assay.datasets.study.Reading;
import dev.assay.datasets.study.Writing;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/** The runs of a study. */
@OwnsTables("run")
public final class RunTable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Clock clock;

    public RunTable(Clock clock) {
        this.clock = clock;
    }

    /** Begins a run, or goes on with it if the same work was begun before. Returns it as it stands now, running. */
    public Run begin(Writing writing, String step, String engine, JsonNode spec, long seed) {
        return put(writing, step, engine, spec, seed, RunState.RUNNING);
    }

    /** Notes that a run is to be begun, or gone on with, when others have ended. One that is done stays so until it is begun. */
    public Run queue(Writing writing, String step, String engine, JsonNode spec, long seed) {
        Optional<Run> done = find(writing, Run.idOf(step, engine, spec, seed)).filter(run -> run.state() == RunState.DONE);
        return done.isPresent() ? done.get() : put(writing, step, engine, spec, seed, RunState.QUEUED);
    }

    private Run put(Writing writing, String step, String engine, JsonNode spec, long seed, RunState state) {
        String id = Run.idOf(step, engine, spec, seed);
        writing.sql()
                .createUpdate("""
                        INSERT INTO run (id, step, engine, state, spec, seed, program_version, started_at)
                        VALUES (:id, :step, :engine, :state, :spec, :seed, :version, :now)
                        ON CONFLICT (id) DO UPDATE SET state = excluded.state, finished_at = NULL""")
                .bind("id", id)
                .bind("step", step)
                .bind("engine", engine)
                .bind("state", state.inStudy())
                .bind("spec", spec.toString())
                .bind("seed", seed)
                .bind("version", ProgramVersion.current())
                .bind("now", clock.instant().toString())
                .execute();
        return find(writing, id).orElseThrow();
    }

    /** Ends a run in a final state. */
    public void end(Writing writing, String runId, RunState state) {
        if (!state.isEnd()) {
            throw new IllegalArgumentException("a run does not end by being " + state.inStudy());
        }
        int ended = writing.sql()
                .createUpdate("UPDATE run SET state = :state, finished_at = :now WHERE id = :id")
                .bind("id", runId)
                .bind("state", state.inStudy())
                .bind("now", clock.instant().toString())
                .execute();
        if (ended == 0) {
            throw new IllegalArgumentException("there is no run " + runId);
        }
    }

    /** Leaves a run as it is now: at its end, or halted to go on later. */
    public void leave(Writing writing, String runId, RunState state) {
        if (state.isEnd()) {
            end(writing, runId, state);
            return;
        }
        if (!state.isStopped()) {
            throw new IllegalArgumentException("a run is not left by being " + state.inStudy());
        }
        int halted = writing.update("UPDATE run SET state = :state WHERE id = :id", state.inStudy(), runId);
        if (halted == 0) {
            throw new IllegalArgumentException("there is no run " + runId);
        }
    }

    /**
     * Keeps something with the specification of a run that does not make it another run, such as how its models are asked.
     *
     * @param value empty takes away what was kept
     */
    public void keep(Writing writing, String runId, String name, Optional<String> value) {
        String path = "$." + name;
        int kept = value.isPresent()
                ? writing.update("UPDATE run SET spec = json_set(spec, :path, :value) WHERE id = :id", path, value.get(), runId)
                : writing.update("UPDATE run SET spec = json_remove(spec, :path) WHERE id = :id", path, runId);
        if (kept == 0) {
            throw new IllegalArgumentException("there is no run " + runId);
        }
    }

    /**
     * Marks what was running, or waiting to, when the program last ended; when that was, nobody knows. Called once when a study is opened for writing.
     */
    int markInterrupted(Writing writing) {
        return writing.sql().execute("UPDATE run SET state = 'interrupted' WHERE state IN ('running', 'queued')");
    }

    public Optional<Run> find(Reading reading, String runId) {
        return reading.sql()
                .createQuery("SELECT * FROM run WHERE id = :id")
                .bind("id", runId)
                .map(RunTable::toRun)
                .findOne();
    }

    /** Id of the run that is being worked on, the latest begun if there are several. */
    public Optional<String> running(Reading reading) {
        return reading.first("SELECT id FROM run WHERE state = 'running' ORDER BY started_at DESC, sequence DESC LIMIT 1", row -> row.getString(1));
    }

    /** All runs of a step, the latest first. */
    public List<Run> ofStep(Reading reading, String step) {
        return reading.sql()
                .createQuery("SELECT * FROM run WHERE step = :step ORDER BY coalesce(finished_at, started_at) DESC, sequence DESC")
                .bind("step", step)
                .map(RunTable::toRun)
                .list();
    }

    /** All runs, the latest first. */
    public List<Run> all(Reading reading) {
        return reading.sql()
                .createQuery("SELECT * FROM run ORDER BY coalesce(finished_at, started_at) DESC, sequence DESC")
                .map(RunTable::toRun)
                .list();
    }

    private static Run toRun(ResultSet row, StatementContext context) throws SQLException {
        return new Run(
                row.getString("id"),
                row.getString("step"),
                row.getString("engine"),
                RunState.fromStudy(row.getString("state")),
                parse(row.getString("spec")),
                row.getLong("seed"),
                row.getString("program_version"),
                Instant.parse(row.getString("started_at")),
                Optional.ofNullable(row.getString("finished_at")).map(Instant::parse));
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
