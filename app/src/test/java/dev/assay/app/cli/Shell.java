package dev.assay.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.testing.Clocks;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Clock;

/** Runs command lines in this process, as a person would type them, and keeps what they print. */
final class Shell {

    /** What a command did. */
    record Outcome(int code, String out, String err) {

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(out);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final Clock clock;

    Shell() {
        this(Clocks.fixed());
    }

    Shell(Clock clock) {
        this.clock = clock;
    }

    Outcome run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false);
        int code = new Commands(console, clock, new Cancellation()).run(args);
        return new Outcome(code, out.toString(UTF_8), err.toString(UTF_8));
    }
}
