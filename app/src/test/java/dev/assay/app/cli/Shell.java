package dev.assay.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.app.platform.PersonalModels;
import dev.assay.app.steps.ModelServices;
import dev.assay.app.testing.MemoryKeyring;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.models.ApiKey;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.limits.StagedTiming;
import dev.assay.datasets.models.registry.Discovery;
import dev.assay.datasets.testing.Clocks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
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
    private final PersonalModels person;
    private final String input;

    Shell() {
        this(Clocks.fixed());
    }

    Shell(Clock clock) {
        this(clock, new Cancellation());
    }

    Shell(Clock clock, Cancellation cancellation) {
        this(clock, cancellation, List.of());
    }

    /** @param input what the person types */
    Shell(PersonalModels person, String input) {
        this(person, input, new Cancellation());
    }

    Shell(PersonalModels person, String input, Cancellation cancellation) {
        this.clock = person.clock();
        this.cancellation = cancellation;
        this.services = () -> ModelServices.over(person.priced(), person.keys(), person.environment(), person.clock()).in(new StagedTiming(0.5));
        this.person = person;
        this.input = input;
    }

    /** @param models that the person has */
    Shell(Clock clock, Cancellation cancellation, List<ModelDefinition> models) {
        this(clock, cancellation, models, Optional.empty());
    }

    /** @param key of all models */
    Shell(Clock clock, Cancellation cancellation, List<ModelDefinition> models, Optional<ApiKey> key) {
        this.clock = clock;
        this.cancellation = cancellation;
        this.services = () -> ModelServices.over(models, model -> key, name -> Optional.empty(), Clock.systemUTC()).in(new StagedTiming(0.5));
        this.person = nobody();
        this.input = "";
    }

    /** Somebody without models; the folder is not there, and is not made by looking. */
    private static PersonalModels nobody() {
        return PersonalModels.in(Path.of("no-such-folder"), new MemoryKeyring(), new Discovery(List.of()), Map.of(), Clock.systemUTC());
    }

    /** The commands and their options. */
    CommandSpec specification() {
        Console console = new Console(System.out, System.err, false, InputStream.nullInputStream());
        return new CommandLine(new Commands(console, clock, cancellation, services, person)).getCommandSpec();
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
        Console console = new Console(new PrintStream(standard, true, UTF_8), new PrintStream(err, true, UTF_8), false, new ByteArrayInputStream(input.getBytes(UTF_8)));
        int code = new Commands(console, clock, cancellation, services, person).run(args);
        return new Outcome(code, out.toString(UTF_8), err.toString(UTF_8));
    }
}
