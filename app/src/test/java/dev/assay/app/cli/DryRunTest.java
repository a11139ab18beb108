package dev.assay.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.Price;
import dev.assay.datasets.models.Provider;
import dev.assay.datasets.testing.LoopbackServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What is only to be estimated is not done. */
class DryRunTest {

    /** A line of each command that can tell what it would cost; a new one is to be added here. */
    private static final Map<String, List<String>> LINES = Map.of(
            "assay respond", List.of("respond", "--subjects", "alpha"),
            "assay resume", List.of("resume"));

    @TempDir
    Path folder;

    private final List<String> requests = new ArrayList<>();
    private final LoopbackServer server = LoopbackServer.start((request, reply) -> {
        requests.add(request.method() + " " + request.path());
        reply.json(400, "{\"error\":{\"message\":\"no\"}}");
    });
    private final ModelDefinition model = ModelDefinition.of("alpha", Provider.OPENAI, "alpha", Optional.of(server.uri("/v1"))).at(new Price(1, 2));
    private final Shell shell = new Shell(Clock.systemUTC(), new Cancellation(), List.of(model));
    private String study;

    @BeforeEach
    void beginARunThatCanBeGoneOnWith() throws Exception {
        study = folder.resolve("s.assay").toString();
        Path queries = Files.writeString(folder.resolve("q.jsonl"), "{\"text\": \"What is 1 plus 1?\"}\n{\"text\": \"And 2 plus 2?\"}\n");
        assertThat(shell.run("import", "queries", queries.toString(), "--study", study).code()).isZero();
        assertThat(shell.run("respond", "--subjects", "alpha", "--study", study, "--quiet").code()).isEqualTo(ExitCode.DONE_IN_PART);
        assertThat(requests).isNotEmpty();
        requests.clear();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void everyCommandThatCallsModelsIsTriedHere() {
        assertThat(LINES.keySet()).isEqualTo(new TreeSet<>(withDryRun(shell.specification()).toList()));
    }

    @Test
    void noDryRunMakesARequestOrWritesTheStudy() throws Exception {
        byte[] before = Files.readAllBytes(Path.of(study));
        for (List<String> line : LINES.values()) {
            for (String way : List.of("--at-once", "--offline", "--batch")) {
                assertEstimated(run(line, way, "--dry-run"), line);
                assertEstimated(run(Stream.concat(Stream.of("estimate"), line.stream()).toList(), way), line);
            }
        }
        assertThat(requests).isEmpty();
        assertThat(Files.readAllBytes(Path.of(study))).isEqualTo(before);
    }

    private static void assertEstimated(Shell.Outcome outcome, List<String> line) {
        assertThat(outcome.code()).as("%s: %s", line, outcome.err()).isZero();
        assertThat(outcome.json().path("calls").asInt()).as(line.toString()).isEqualTo(2);
        assertThat(outcome.json().path("cost").asDouble()).isPositive();
    }

    private Shell.Outcome run(List<String> line, String... more) {
        return shell.run(Stream.of(line.stream(), Stream.of(more), Stream.of("--study", study, "--json", "--quiet"))
                .flatMap(words -> words)
                .toArray(String[]::new));
    }

    private static Stream<String> withDryRun(CommandSpec command) {
        Stream<String> own = command.findOption("--dry-run") == null ? Stream.of() : Stream.of(command.qualifiedName());
        return Stream.concat(own, command.subcommands().values().stream().map(CommandLine::getCommandSpec).flatMap(DryRunTest::withDryRun));
    }
}
