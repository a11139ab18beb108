package dev.assay.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.Price;
import dev.assay.datasets.models.Provider;
import dev.assay.datasets.testing.BatchEndpoints;
import dev.assay.datasets.testing.ModelServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches that are stopped, gone on with, and given up, over real HTTP. */
class BatchCommandTest {

    private static final int QUERIES = 20;

    @TempDir
    Path folder;

    private final ModelServer server = ModelServer.start();
    private final BatchEndpoints endpoints = BatchEndpoints.on(server, 1);
    private String study;

    /** Each query has two turns. */
    @BeforeEach
    void begin() throws Exception {
        study = folder.resolve("s.assay").toString();
        Path queries = Files.writeString(folder.resolve("q.jsonl"), IntStream.range(0, QUERIES)
                .mapToObj(i -> "{\"text\": \"What is " + i + " plus " + i + "?\", \"followUps\": [\"And twice that?\"]}")
                .collect(Collectors.joining("\n")));
        assertThat(run("import", "queries", queries.toString()).code()).isZero();
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void aStoppedRunIsGoneOnWithInBatches() {
        stopWhileABatchIsUnderWay();

        double estimated = run("estimate", "resume").json().path("cost").asDouble();
        double full = run("estimate", "resume", "--at-once").json().path("cost").asDouble();
        Shell.Outcome outcome = run("resume");

        assertThat(estimated).as("half the price").isPositive().isCloseTo(full / 2, within(1e-9));
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.json().path("responses").asInt()).isEqualTo(QUERIES);
        assertThat(server.requests()).as("calls at the full price").isZero();
        assertThat(endpoints.batches()).as("the second turn").isEqualTo(2);
        assertThat(endpoints.asked().values()).allMatch(times -> times == 1);
    }

    @Test
    void normalCallsTakeInFirstWhatIsBack() {
        stopWhileABatchIsUnderWay();

        Shell.Outcome outcome = run("respond", "--subjects", "alpha");

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.json().path("responses").asInt()).isEqualTo(QUERIES);
        assertThat(server.requests()).as("only the second turns").isEqualTo(QUERIES);
        assertThat(endpoints.batches()).isEqualTo(1);
        assertThat(run("batch", "list").json().at("/batches/0/state").asText()).isEqualTo("done");
    }

    @Test
    void whatFailedInABatchIsAskedAtOnceIfSoWished() {
        endpoints.errors(0.5);
        assertThat(run("respond", "--subjects", "alpha", "--batch").code()).isEqualTo(ExitCode.DONE_IN_PART);

        Shell.Outcome outcome = run("resume", "--at-once");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.json().path("responses").asInt()).isEqualTo(QUERIES);
        assertThat(server.requests()).isPositive();
    }

    @Test
    void aCancelledBatchIsTakenInAndTheRestAskedByNormalCalls() {
        stopWhileABatchIsUnderWay();
        endpoints.ending("completed", 0.25);

        Shell.Outcome cancelled = run("batch", "cancel");
        Shell.Outcome again = run("batch", "cancel");
        Shell.Outcome outcome = run("respond", "--subjects", "alpha");

        assertThat(cancelled.code()).as(cancelled.err()).isZero();
        assertThat(endpoints.cancelled()).isEqualTo(1);
        assertThat(cancelled.json().path("replies").asInt()).isEqualTo(QUERIES / 4);
        assertThat(cancelled.json().path("failed").asInt()).isEqualTo(QUERIES * 3 / 4);
        assertThat(cancelled.json().at("/batches/0/state").asText()).isEqualTo("cancelled");
        assertThat(again.json().path("batches")).isEmpty();
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(server.requests()).isEqualTo(QUERIES * 3 / 4 + QUERIES);
    }

    @Test
    void byHandIsSaidWhatToDoNextAndWhatIsLostIsReleased() throws Exception {
        Shell.Outcome collected = shell().run("respond", "--subjects", "alpha", "--batch", "--by-hand", "--study", study);
        assertThat(collected.code()).isEqualTo(ExitCode.STOPPED);
        assertThat(collected.out()).contains("20 calls wait to be carried by hand", "export batch", "import batch-results", "batch release");
        assertThat(run("resume").json().path("callsByHand").asInt()).as("gone on with as it was begun").isEqualTo(QUERIES);
        assertThat(server.requests() + endpoints.batches()).isZero();

        Path out = folder.resolve("out");
        Path file = Path.of(run("export", "batch", "--format", "jsonl", "--out", out.toString()).json().at("/files/0/file").asText());
        Path results = Files.write(folder.resolve("results.jsonl"), Files.readAllLines(file).stream().limit(15).map(BatchCommandTest::answer).toList());
        Shell.Outcome imported = shell().run("import", "batch-results", results.toString(), "--study", study);
        assertThat(imported.out()).contains("15 replies", "5 calls still have no result", "batch release");
        assertThat(run("respond", "--subjects", "alpha").json().path("callsByHand").asInt()).as("they are left to who carries them").isEqualTo(5);
        assertThat(server.requests()).as("second turns").isEqualTo(15);

        Shell.Outcome released = run("batch", "release");
        assertThat(released.json().path("released").asInt()).isEqualTo(5);
        assertThat(released.json().at("/batches/0/state").asText()).isEqualTo("cancelled");
        Shell.Outcome outcome = run("respond", "--subjects", "alpha");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.json().path("responses").asInt()).isEqualTo(QUERIES);
        assertThat(server.requests()).isEqualTo(15 + 2 * 5);
    }

    @Test
    void batchesAreListed() {
        assertThat(shell().run("batch", "list", "--study", study).out()).startsWith("no batches");
        stopWhileABatchIsUnderWay();
        Shell.Outcome listed = run("batch", "list");
        assertThat(listed.json().at("/batches/0/state").asText()).isEqualTo("running");
        assertThat(listed.json().at("/batches/0/waiting").asInt()).isEqualTo(QUERIES);
        assertThat(listed.json().at("/batches/0/message").asText()).contains("does not know the batch");
        assertThat(shell().run("batch", "list", "--study", study).out()).contains("running", listed.json().at("/batches/0/id").asText());
        assertThat(run("batch", "cancel", "nobody").err()).contains("there is no such batch nobody", "batch list");
        assertThat(run("batch", "release").json().path("released").asInt()).as("it is with a service").isZero();
    }

    /** For a while the service does not know the batch that it has begun. */
    private void stopWhileABatchIsUnderWay() {
        endpoints.forgetting(3);
        Shell.Outcome stopped = run("respond", "--subjects", "alpha", "--batch");
        assertThat(stopped.code()).isEqualTo(ExitCode.STOPPED);
        assertThat(stopped.err()).contains("does not know the batch", "base URL");
        assertThat(stopped.json().path("callsInBatches").asInt()).isEqualTo(QUERIES);
        assertThat(run("jobs").json().at("/jobs/0/state").asText()).isEqualTo("paused");
    }

    private static String answer(String request) {
        String id = request.replaceFirst(".*\"custom_id\":\"([^\"]*)\".*", "$1");
        return "{\"custom_id\":\"" + id + "\",\"response\":{\"status_code\":200,\"body\":{\"choices\":[{\"message\":{\"content\":\"Four.\"},"
                + "\"finish_reason\":\"stop\"}]}}}";
    }

    private Shell.Outcome run(String... words) {
        return shell().run(Stream.concat(Stream.of(words), Stream.of("--study", study, "--json", "--quiet")).toArray(String[]::new));
    }

    private Shell shell() {
        ModelDefinition model = ModelDefinition.of("alpha", Provider.OPENAI, "alpha", Optional.of(server.baseUrl())).at(new Price(1, 2));
        return new Shell(Clock.systemUTC(), new Cancellation(), List.of(model));
    }
}
