package dev.assay.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.models.ApiKey;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelLimits;
import dev.assay.datasets.models.Price;
import dev.assay.datasets.models.Provider;
import dev.assay.datasets.models.ledger.CallTable;
import dev.assay.datasets.models.ledger.Spending;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.BatchEndpoints;
import dev.assay.datasets.testing.ModelFault;
import dev.assay.datasets.testing.ModelServer;
import dev.assay.datasets.testing.Secrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models answer from the command line, over real HTTP. */
class RespondCommandTest {

    private static final int QUERIES = 40;

    @TempDir
    Path folder;

    private ModelServer server;
    private String study;

    @BeforeEach
    void begin() throws Exception {
        server = ModelServer.start();
        study = folder.resolve("s.assay").toString();
        Path queries = Files.writeString(
                folder.resolve("q.jsonl"),
                IntStream.range(0, QUERIES).mapToObj(i -> "{\"text\": \"What is " + i + " plus " + i + "?\"}").collect(Collectors.joining("\n")));
        assertThat(shell().run("import", "queries", queries.toString(), "--study", study).code()).isZero();
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void theSecondRunCostsNothing() {
        Shell shell = shell("alpha");

        Shell.Outcome first = run(shell, "respond", "--subjects", "alpha");
        int requests = server.requests();
        Shell.Outcome second = run(shell, "respond", "--subjects", "alpha");

        assertThat(first.code()).isZero();
        assertThat(first.json().path("responses").asInt()).isEqualTo(QUERIES);
        assertThat(first.json().path("calls").asInt()).isEqualTo(QUERIES);
        assertThat(first.json().path("cachedCalls").asInt()).isZero();
        assertThat(first.json().path("tokensIn").asInt()).isPositive();
        assertThat(first.json().path("cost").asDouble()).isPositive();
        assertThat(requests).isEqualTo(QUERIES);
        assertThat(server.requests()).isEqualTo(QUERIES);
        assertThat(second.json().path("responses").asInt()).isEqualTo(QUERIES);
        assertThat(second.json().path("calls").asInt()).isZero();
        assertThat(second.json().path("cachedCalls").asInt()).isEqualTo(QUERIES);
        assertThat(second.json().path("cost").asDouble()).isZero();
    }

    @Test
    void aFaultNowAndThenDoesNotKeepTheRunFromCompleting() {
        for (String fault : List.of("cut_json@0.2", "server@0.2", "rate@0.2", "think", "fenced")) {
            Shell.Outcome outcome = run(shell("alpha+" + fault), "respond", "--subjects", "alpha+" + fault, "--limit", "15");
            assertThat(outcome.code()).as(fault).isZero();
            assertThat(outcome.json().path("responses").asInt()).isEqualTo(15);
        }
    }

    @Test
    void unitsThatFailAreListedAndTheSameCommandGoesOn() {
        server.before((request, number) -> number % 4 == 0 ? Optional.of(ModelFault.CONTEXT) : Optional.empty());
        Shell.Outcome first = run(shell("alpha"), "respond", "--subjects", "alpha");
        server.before((request, number) -> Optional.empty());
        Shell.Outcome second = run(shell("alpha"), "respond", "--subjects", "alpha");

        assertThat(first.code()).isEqualTo(1);
        assertThat(first.json().path("failed").asInt()).isEqualTo(10);
        assertThat(first.json().path("responses").asInt()).isEqualTo(30);
        JsonNode failure = first.json().path("failures").path(0);
        assertThat(failure.path("cause").asText()).isEqualTo("context too long");
        assertThat(failure.path("units").asInt()).isEqualTo(10);
        assertThat(failure.path("detail").asText()).contains("longer than the model can read");
        assertThat(second.code()).isZero();
        assertThat(second.json().path("failed").asInt()).isZero();
        assertThat(second.json().path("calls").asInt()).isEqualTo(10);
    }

    @Test
    void aRefusedKeyStopsWithItsOwnCodeAndOneLine() {
        server.requireKey("sk-right");

        Shell.Outcome outcome = run(shell("alpha"), "respond", "--subjects", "alpha");

        assertThat(outcome.code()).isEqualTo(4);
        assertThat(outcome.err().lines()).hasSize(1).first().asString().contains("alpha: the service refuses the key", "check the key");
        assertThat(outcome.json().path("responses").asInt()).isZero();
        assertThat(state()).isEqualTo("paused");
    }

    @Test
    void oneOfAKindIsSaidInTheSingular() {
        server.before((request, number) -> number == 2 ? Optional.of(ModelFault.CONTEXT) : Optional.empty());

        String one = shell("alpha").run("respond", "--subjects", "alpha", "--limit", "1", "--study", study, "--quiet").out();
        String failed = shell("alpha").run("respond", "--subjects", "alpha", "--limit", "2", "--study", study, "--quiet").out();

        assertThat(one).contains(": 1 response, 0 failed; 1 call, 0 from the ledger");
        assertThat(failed).contains("failed: 1 unit, ").doesNotContain("1 units", "1 calls", "1 responses");
        assertThat(shell("alpha").run("status", "--study", study).out()).contains("1 subject, 1 response, 0 preferences").doesNotContain("1 subjects");
    }

    @Test
    void withoutAKeyNothingIsSentAndThatIsNoCallButAFailure() {
        ModelDefinition locked = ModelDefinition.of("alpha", Provider.ANTHROPIC, "alpha", Optional.empty());

        Shell.Outcome outcome = run(new Shell(Clock.systemUTC(), new Cancellation(), List.of(locked)), "respond", "--subjects", "alpha");

        assertThat(outcome.code()).isEqualTo(4);
        assertThat(outcome.err()).contains("alpha: there is no key");
        assertThat(outcome.json().path("calls").asInt(-1)).isZero();
        assertThat(outcome.json().path("cachedCalls").asInt(-1)).isZero();
        try (Study recorded = Study.openReadOnly(Path.of(study))) {
            assertThat(recorded.<Spending>read(reading -> new CallTable().spent(reading)))
                    .satisfies(spent -> assertThat(spent.calls()).isZero())
                    .satisfies(spent -> assertThat(spent.failed()).isPositive());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "20"})
    void aServiceThatIsNotThereHasThatCodeToo(String queries) {
        server.close();
        ModelDefinition gone = model("alpha").within(Duration.ofSeconds(5));

        Shell.Outcome outcome = run(new Shell(Clock.systemUTC(), new Cancellation(), List.of(gone)), "respond", "--subjects", "alpha", "--limit", queries);

        assertThat(outcome.code()).isEqualTo(4);
        assertThat(outcome.err()).contains("cannot be reached", "that the service is running");
    }

    @Test
    void halfTheMoneyIsHalfTheWorkAndMoreFinishesIt() {
        Shell shell = shell("alpha");
        // How long its answers are is known only when there are some.
        assertThat(run(shell, "respond", "--subjects", "alpha", "--limit", "5").code()).isZero();
        JsonNode estimated = run(shell, "estimate", "respond", "--subjects", "alpha").json();
        double estimate = estimated.path("cost").asDouble();
        assertThat(estimated.path("calls").asInt()).isEqualTo(QUERIES - 5);
        assertThat(estimate).isPositive();
        assertThat(server.requests()).as("an estimate asks nothing").isEqualTo(5);

        Shell.Outcome first = run(shell, "respond", "--subjects", "alpha", "--budget", Double.toString(estimate / 2));
        double spent = first.json().path("cost").asDouble();
        Shell.Outcome second = run(shell, "resume", "--budget", Double.toString(2 * estimate));

        assertThat(first.code()).isEqualTo(3);
        assertThat(first.err()).contains("the budget of this run is used up");
        assertThat(spent).isBetween(estimate / 4, estimate / 2 * 1.1);
        assertThat(first.json().path("responses").asInt()).isBetween(6, QUERIES - 1);
        assertThat(second.code()).isZero();
        assertThat(second.json().path("responses").asInt()).isEqualTo(QUERIES);
        assertThat(server.requests()).isEqualTo(QUERIES);
    }

    @Test
    void theStudysBudgetHoldsForAllRuns() {
        Shell shell = shell("alpha");
        assertThat(run(shell, "budget", "0").code()).isZero();
        Shell.Outcome stopped = run(shell, "respond", "--subjects", "alpha");
        assertThat(stopped.code()).isEqualTo(3);
        assertThat(stopped.err()).contains("the budget of the study is used up", "give more with `budget AMOUNT`");
        assertThat(server.requests()).isZero();

        assertThat(run(shell, "budget", "none").json().path("budget").isNull()).isTrue();
        assertThat(run(shell, "respond", "--subjects", "alpha").code()).isZero();
    }

    @Test
    void aBudgetOfARunHoldsOnUntilItIsTakenAway() {
        Shell shell = shell("alpha");
        assertThat(run(shell, "respond", "--subjects", "alpha", "--budget", "0").code()).isEqualTo(3);
        assertThat(run(shell, "respond", "--subjects", "alpha").code()).as("as before").isEqualTo(3);
        assertThat(server.requests()).isZero();
        assertThat(run(shell, "respond", "--subjects", "alpha", "--budget", "none").code()).isZero();
    }

    @Test
    void aStudyIsReplayedWithoutANetwork() {
        run(shell("alpha"), "respond", "--subjects", "alpha");
        server.close();

        Shell.Outcome outcome = run(shell("alpha"), "respond", "--subjects", "alpha", "--offline");
        Shell.Outcome more = run(shell("alpha"), "respond", "--subjects", "alpha", "--offline", "--replicates", "2");

        assertThat(outcome.code()).isZero();
        assertThat(more.code()).isEqualTo(1);
        assertThat(more.json().at("/failures/0/cause").asText()).isEqualTo("not in ledger");
    }

    @Test
    void aConversationIsAnsweredInBatchesAtHalfThePrice() throws Exception {
        BatchEndpoints endpoints = BatchEndpoints.on(server, 1);
        Path talk = Files.writeString(folder.resolve("talk.jsonl"), "{\"text\": \"Name a river.\", \"followUps\": [\"And where does it end?\"]}");
        String other = folder.resolve("talk.assay").toString();
        assertThat(shell().run("import", "queries", talk.toString(), "--study", other).code()).isZero();

        Shell.Outcome outcome = shell("alpha").run("respond", "--subjects", "alpha", "--batch", "--study", other, "--json", "--quiet");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.json().path("responses").asInt()).isEqualTo(1);
        assertThat(outcome.json().path("calls").asInt()).isEqualTo(2);
        assertThat(endpoints.batches()).as("a turn is asked when the one before is answered").isEqualTo(2);
        double full = (outcome.json().path("tokensIn").asInt() + 2 * outcome.json().path("tokensOut").asInt()) / 1e6;
        assertThat(outcome.json().path("cost").asDouble()).isCloseTo(full / 2, within(1e-12));
        assertThat(server.requests()).as("calls that were made at once").isZero();
    }

    @Test
    void anEstimateFindsLaterTurnsInTheLedgerAndKnowsHowLongBatchesTake() throws Exception {
        Path talk = Files.writeString(folder.resolve("talk.jsonl"), "{\"text\": \"Name a river.\", \"followUps\": [\"And where does it end?\"]}");
        String other = folder.resolve("talk.assay").toString();
        assertThat(shell().run("import", "queries", talk.toString(), "--study", other).code()).isZero();
        Shell shell = new Shell(
                Clock.systemUTC(), new Cancellation(),
                List.of(model("alpha"), ModelDefinition.of("beta", Provider.OPENAI, "alpha", Optional.of(server.baseUrl())).at(new Price(1, 2))));

        Shell.Outcome batch = shell.run("respond", "--subjects", "alpha", "--batch", "--dry-run", "--study", other, "--json");
        assertThat(batch.json().path("seconds").asDouble()).as("a day for each of two turns").isEqualTo(2 * 86_400.0);
        assertThat(shell.run("respond", "--subjects", "alpha", "--batch", "--dry-run", "--study", other).out()).contains("within 48 h");
        assertThat(shell.run("respond", "--subjects", "alpha", "--study", other).code()).isZero();

        JsonNode replay = shell.run("estimate", "respond", "--subjects", "beta", "--study", other, "--json").json();
        assertThat(replay.path("callsInLedger").asInt()).isEqualTo(2);
        assertThat(replay.path("calls").asInt(-1)).isZero();
        assertThat(replay.path("cost").asDouble(-1)).isZero();
    }

    @Test
    void aSystemPromptIsPartOfTheRunAndOfEveryRequest() throws Exception {
        Path prompt = Files.writeString(folder.resolve("prompt.txt"), "Answer in one word.\n");

        Shell.Outcome first = run(shell("alpha"), "respond", "--subjects", "alpha", "--limit", "2", "--system", "@" + prompt);
        assertThat(first.code()).isZero();
        assertThat(server.last().json().at("/messages/0/role").asText()).isEqualTo("system");
        assertThat(server.last().json().at("/messages/0/content").asText()).isEqualTo("Answer in one word.");

        JsonNode again = run(shell("alpha"), "resume", "--run", first.json().path("run").asText()).json();
        assertThat(again.path("run").asText()).as("gone on with as it was begun").isEqualTo(first.json().path("run").asText());
        assertThat(run(shell("alpha"), "respond", "--subjects", "alpha", "--limit", "2", "--system", "Answer in one word.").json().path("run").asText())
                .isEqualTo(first.json().path("run").asText());

        Shell.Outcome mixed = run(shell("alpha"), "respond", "--subjects", "alpha", "--limit", "3", "--system", "Answer at length.");
        assertThat(mixed.code()).isEqualTo(2);
        assertThat(mixed.err()).contains("alpha has answered with other settings before");
        assertThat(run(shell("alpha"), "respond", "--subjects", "alpha", "--system", "@nowhere.txt").err()).contains("nowhere.txt");
        assertThat(server.requests()).isEqualTo(2);
    }

    @Test
    void aBatchIsCarriedByHand() throws Exception {
        Shell shell = shell("alpha");
        Path out = Files.createDirectory(folder.resolve("batches"));

        Shell.Outcome collected = run(shell, "respond", "--subjects", "alpha", "--batch", "--by-hand");
        Shell.Outcome written = run(shell, "export", "batch", "--format", "jsonl", "--out", out.toString());

        assertThat(collected.code()).isEqualTo(3);
        assertThat(collected.json().path("failed").asInt()).isZero();
        assertThat(written.json().path("rows").asInt()).isEqualTo(QUERIES);
        assertThat(server.requests()).isZero();
    }

    @Test
    void whatCallsNoModelCostsNothing() {
        JsonNode estimate = run(shell(), "estimate", "judge", "pc2", "--seed", "3").json();
        assertThat(estimate.path("calls").asInt(-1)).isZero();
        assertThat(estimate.path("cost").asDouble(-1)).isZero();
        assertThat(run(shell(), "estimate", "nonsense").code()).isEqualTo(2);
    }

    @Test
    void aPlantedKeyIsNowhereAfterAnyFailure() throws Exception {
        String key = "sk-planted-0123456789abcdef";
        for (ModelFault fault : List.of(ModelFault.AUTH, ModelFault.QUOTA, ModelFault.SERVER, ModelFault.HTML, ModelFault.CUT_BODY, ModelFault.CONTEXT)) {
            Shell shell = new Shell(
                    Clock.systemUTC(), new Cancellation(), List.of(model("alpha+" + fault.id())), Optional.of(new ApiKey(key)));
            Shell.Outcome outcome = shell.run("respond", "--subjects", "alpha+" + fault.id(), "--limit", "2", "--study", study, "--debug");

            assertThat(server.last().header("authorization")).as("the key is in use").contains(key);
            assertThat(Secrets.in(outcome.out() + outcome.err(), key)).as(fault.id()).isEmpty();
        }
        assertThat(run(shell(), "export", "calls", "--format", "csv", "--out", folder.resolve("calls.csv").toString()).code()).isZero();
        assertThat(Secrets.in(folder, key)).isEmpty();
    }

    @Test
    void aRateLimitIsWaitedFor() {
        ModelDefinition slow = model("alpha").with(new ModelLimits(Optional.of(6_000), Optional.of(600_000), Optional.of(4)));

        Shell.Outcome outcome = run(new Shell(Clock.systemUTC(), new Cancellation(), List.of(slow)), "respond", "--subjects", "alpha");

        assertThat(outcome.code()).isZero();
        assertThat(server.maxInFlight()).isLessThanOrEqualTo(4);
    }

    @Test
    void theLedgerIsExported() throws Exception {
        run(shell("alpha"), "respond", "--subjects", "alpha");

        Shell.Outcome outcome = run(shell(), "export", "calls", "--format", "jsonl", "--out", folder.resolve("calls.jsonl").toString());

        assertThat(outcome.json().path("rows").asInt()).isEqualTo(QUERIES);
        assertThat(Files.readAllLines(folder.resolve("calls.jsonl"))).hasSize(QUERIES).first().asString()
                .contains("\"outcome\":\"reply\"", "\"modelAnswered\":\"alpha-2026-01-01\"", "\"attempts\":1");
    }

    @Test
    void whatCannotBeIsSaidBeforeAnythingIsAsked() {
        assertThat(run(shell("alpha"), "respond", "--subjects", "beta").err()).contains("there is no model beta: choose alpha");
        assertThat(run(shell(), "respond", "--subjects", "beta").err()).contains("add it with `models add`");
        assertThat(run(shell("alpha"), "respond", "--subjects", "alpha", "--replicates", "0").code()).isEqualTo(2);
        assertThat(run(shell("alpha"), "respond", "--subjects", "alpha", "--budget", "-1").code()).isEqualTo(2);
        assertThat(run(shell("alpha"), "respond", "--subjects", "alpha", "--offline", "--batch").code()).isEqualTo(2);
        assertThat(run(shell("alpha"), "resume").err()).contains("nothing to go on with");
        assertThat(server.requests()).isZero();
    }

    private String state() {
        return run(shell(), "jobs").json().at("/jobs/0/state").asText();
    }

    private Shell.Outcome run(Shell shell, String... words) {
        return shell.run(Stream.concat(
                        Stream.of(words), Stream.of("--study", study, "--json", "--quiet"))
                .toArray(String[]::new));
    }

    private Shell shell(String... models) {
        return new Shell(Clock.systemUTC(), new Cancellation(), List.of(models).stream().map(this::model).toList());
    }

    private ModelDefinition model(String name) {
        return ModelDefinition.of(name, Provider.OPENAI, name, Optional.of(server.baseUrl())).at(new Price(1, 2));
    }
}
