package dev.assay.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.app.steps.ModelServices;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.langchain4j.LangChain4jConnector;
import dev.assay.datasets.testing.Clocks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

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
    private final Cancellation cancellation;
    private final Supplier<ModelServices> services;

    Shell() {
        this(Clocks.fixed());
    }

    Shell(Clock clock) {
        this(clock, new Cancellation());
    }

    Shell(Clock clock, Cancellation cancellation) {
        this(clock, cancellation, List.of());
    }

    /** @param models that the person has */
    Shell(Clock clock, Cancellation cancellation, List<ModelDefinition> models) {
        this.clock = clock;
        this.cancellation = cancellation;
        this.services = () -> new ModelServices(
                models, model -> Optional.empty(), new LangChain4jConnector(name -> Optional.empty(), Clock.systemUTC()));
    }

    /** The commands and their options. */
    CommandSpec specification() {
        Console console = new Console(System.out, System.err, false);
        return new CommandLine(new Commands(console, clock, cancellation, services)).getCommandSpec();
    }

    Outcome run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return run(out, out, args);
    }

    /** The same, with a standard output that takes nothing. */
    Outcome onFullDisk(String... args) {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        return run(full, new ByteArrayOutputStream(), args);
    }

    private Outcome run(OutputStream standard, ByteArrayOutputStream out, String... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(standard, true, UTF_8), new PrintStream(err, true, UTF_8), false);
        int code = new Commands(console, clock, cancellation, services).run(args);
        return new Outcome(code, out.toString(UTF_8), err.toString(UTF_8));
    }
}
