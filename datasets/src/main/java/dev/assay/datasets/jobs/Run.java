package dev.assay.datasets.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.datasets.records.ContentId;
import java.time.Instant;
import java.util.Optional;

/**
 * One execution of a step. Every result row of a study points to the run that made it.
 *
 * @param id content hash of step, engine, specification and seed: the same work asked for again is the same run, and goes on where it stopped
 * @param step the kind of work: import, tag, judge, …
 * @param engine who did it: local, llm, imported
 * @param state how far it is
 * @param spec everything needed to do it again, as JSON
 * @param seed of all randomness in it
 * @param programVersion version of Assay that made it
 * @param startedAt when it was first begun
 * @param finishedAt when it ended, however it ended; empty while it runs or waits, and if it was interrupted
 */
public record Run(
        String id,
        String step,
        String engine,
        RunState state,
        JsonNode spec,
        long seed,
        String programVersion,
        Instant startedAt,
        Optional<Instant> finishedAt) {

    public static String idOf(String step, String engine, JsonNode spec, long seed) {
        return ContentId.of("run", step, engine, spec.toString(), Long.toString(seed));
    }
}
