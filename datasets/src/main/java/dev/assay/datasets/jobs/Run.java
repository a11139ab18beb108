package dev.assay.datasets.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import dev.assay.datasets.records.ContentId;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/**
 * One execution of a step. Every result row of a study points to the run that made it.
 *
 * @param id content hash of step, engine, specification and seed: the same work asked for again is the same run, and goes on where it stopped. What
 *     is {@link RunTable#keep kept} with a specification counts for nothing in it
 * @param step the kind of work: import, tag, judge, …
 * @param engine who did it: local, llm, imported, person
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

    private static final ObjectWriter SORTING =
            new ObjectMapper().writer().with(JsonNodeFeature.WRITE_PROPERTIES_SORTED);

    public static String idOf(String step, String engine, JsonNode spec, long seed) {
        return ContentId.of("run", step, engine, sorted(spec), Long.toString(seed));
    }

    /** The order in which a specification happens to name things makes no difference. */
    private static String sorted(JsonNode spec) {
        try {
            return SORTING.writeValueAsString(spec);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
