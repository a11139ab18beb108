package dev.assay.datasets.models.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.StoppedException;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.Progress;
import dev.assay.datasets.jobs.RunState;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.models.ApiKey;
import dev.assay.datasets.models.Message;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelFailure;
import dev.assay.datasets.models.ModelGateway;
import dev.assay.datasets.models.ModelRequest;
import dev.assay.datasets.models.Price;
import dev.assay.datasets.models.Provider;
import dev.assay.datasets.models.budget.Budget;
import dev.assay.datasets.models.budget.BudgetTable;
import dev.assay.datasets.models.budget.CallForecast;
import dev.assay.datasets.models.budget.Pricing;
import dev.assay.datasets.models.ledger.Call;
import dev.assay.datasets.models.ledger.CallTable;
import dev.assay.datasets.models.ledger.RequestJson;
import dev.assay.datasets.models.ledger.StoredCall;
import dev.assay.datasets.models.limits.Backoff;
import dev.assay.datasets.models.limits.StagedTiming;
import dev.assay.datasets.records.Query;
import dev.assay.datasets.records.QueryTable;
import dev.assay.datasets.records.Response;
import dev.assay.datasets.records.ResponseTable;
import dev.assay.datasets.responding.RespondSpecification;
import dev.assay.datasets.responding.Responding;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.BatchEndpoints;
import dev.assay.datasets.testing.Clocks;
import dev.assay.datasets.testing.LoopbackServer;
import dev.assay.datasets.testing.ModelServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchRunTest {

    private static final String KEY = "sk-planted-0123456789";

    @TempDir
    Path folder;

    private final ModelServer server = ModelServer.start().requireKey(KEY);
    private final BatchEndpoints endpoints = BatchEndpoints.on(server, 7);
    private final ModelDefinition model =
            ModelDefinition.of("alpha", Provider.OPENAI, "alpha-1", Optional.of(server.baseUrl())).at(new Price(2, 8));
    private final RespondSpecification specification = new RespondSpecification(List.of(model), 1, Optional.empty());
    private final StagedTiming timing = new StagedTiming(0.5);
    private final Cancellation cancellation = new Cancellation();
    private Study study;

    @BeforeEach
    void makeAStudy() {
        study = Study.create(folder.resolve("s.assay"), Clocks.fixed());
    }

    @AfterEach
    void close() {
        study.close();
        server.close();
    }

    @Test
    void twoThousandCallsOutOfOrderWithErrorsAcrossARestartAreEachDoneOnce() {
        addQueries(2_000, 0);
        endpoints.errors(0.03);
        try (BatchRun run = batchRun()) {
            assertThat(respond(run).state()).isEqualTo(RunState.PAUSED);
            run.submit(cancellation);
        }

        reopen();
        Responding.Result result;
        try (BatchRun run = batchRun()) {
            assertThat(respond(run).responses()).as("nothing is back yet").isZero();
            run.submit(cancellation);
            IntakeReport report = run.awaitAll(Progress.none(), cancellation);
            assertThat(report.replies() + report.failed()).isEqualTo(2_000);
            assertThat(report.failed()).isBetween(30L, 90L);
            assertThat(report.rejectedTotal()).isZero();
            result = respond(run);
            assertThat(result.failed()).isEqualTo(report.failed());
            assertThat(result.state()).isEqualTo(RunState.PARTLY_DONE);
        }

        assertThat(endpoints.batches()).isEqualTo(1);
        assertThat(endpoints.asked()).hasSize(2_000).allSatisfy((id, times) -> assertThat(times).isEqualTo(1));
        assertThat(timing.pauses()).as("waited by the injected clock").isNotEmpty();

        // What failed is finished by normal calls.
        AtomicInteger normal = new AtomicInteger();
        Responding.Result finished = new Responding(study, Clocks.fixed()).run(
                specification, (id, writer) -> new PatientGateway(study, new Counting(normal, batchRun().collector(writer, budget()))),
                Progress.none(), cancellation);
        assertThat(normal.get()).isEqualTo(2_000 - (int) result.responses());
        assertThat(finished.state()).isEqualTo(RunState.PAUSED);
    }

    @Test
    void everyReplyIsARowOfTheLedgerAtHalfThePrice() {
        addQueries(3, 0);
        throughBatches();

        List<Call> calls = calls();
        assertThat(calls).hasSize(3).allSatisfy(call -> {
            assertThat(call.answered()).isTrue();
            assertThat(call.cost().orElseThrow()).isCloseTo((100 * 2 + 50 * 8) / 2e6, offset(1e-12));
            assertThat(call.attempts()).isZero();
            assertThat(call.batch()).isPresent();
            assertThat(call.modelAnswered()).contains("alpha-1-2026");
            assertThat(call.body().orElseThrow()).contains("chat.completion");
        });
    }

    @Test
    void aConversationGoesOneTurnFurtherWithEachBatch() {
        addQueries(5, 2);
        Responding.Result result = throughBatches();

        assertThat(result.state()).isEqualTo(RunState.DONE);
        assertThat(endpoints.batches()).isEqualTo(2);
        assertThat(endpoints.asked()).hasSize(7).containsKey(model.name() + "/" + queries().getFirst().id() + "/0#2");
        Response response = study.read(reading -> new ResponseTable().ofQuery(reading, queries().getFirst().id())).getFirst();
        assertThat(response.followUps()).singleElement().asString().contains("And then?").contains("An answer to: question 0");
    }

    @Test
    void takingTheSameInTwiceChangesNothing() throws IOException {
        addQueries(10, 0);
        Path results = byHand(10);
        BatchesByHand hand = new BatchesByHand(study, Clocks.fixed());
        assertThat(hand.read(results).replies()).isEqualTo(10);

        IntakeReport again = hand.read(results);
        assertThat(again.unchanged()).isEqualTo(10);
        assertThat(again.replies()).isZero();
        assertThat(calls()).hasSize(10);
    }

    @Test
    void filesGoByHandAndComeBackInPiecesAndBroken() throws IOException {
        addQueries(10, 0);
        Path results = byHand(10);
        List<String> lines = new ArrayList<>(Files.readAllLines(results));
        Collections.reverse(lines);
        Path first = folder.resolve("first.jsonl");
        Files.write(first, Stream.concat(lines.subList(0, 4).stream(), Stream.of("", "{\"custom_id\": \"cut", "[1]", "{}", "{\"custom_id\":\"nobody\"}")).toList());
        BatchesByHand hand = new BatchesByHand(study, Clocks.fixed());

        IntakeReport report = hand.read(first);
        assertThat(report.replies()).isEqualTo(4);
        assertThat(report.rejectedTotal()).isEqualTo(4);
        assertThat(report.rejected()).anySatisfy(line -> assertThat(line).contains("first.jsonl:6: no JSON object"))
                .anySatisfy(line -> assertThat(line).contains("there is no call nobody"));
        assertThat(onlyBatch().state()).isEqualTo(BatchState.BY_HAND);

        assertThat(hand.read(results).replies()).isEqualTo(6);
        assertThat(onlyBatch().state()).isEqualTo(BatchState.DONE);
        try (BatchRun run = batchRun()) {
            assertThat(respond(run).state()).isEqualTo(RunState.DONE);
        }
        assertThat(endpoints.batches()).as("what was handed out is not uploaded as well").isZero();
    }

    @Test
    void nobodyWaitsForWhatAPersonCarries() throws IOException {
        addQueries(2, 0);
        Path results = byHand(2);
        assertThat(results).exists();
        assertThat(throughBatches().state()).isEqualTo(RunState.PAUSED);
        try (BatchRun run = batchRun()) {
            run.cancelAll(cancellation);
            assertThat(respond(run).state()).as("given up, it is asked for again").isEqualTo(RunState.PAUSED);
            assertThat(run.open()).hasSize(1);
        }
    }

    @Test
    void whatTheBudgetLeavesRoomForIsMadeBeforeItStops() {
        addQueries(100, 0);
        double each = study.read(reading -> CallForecast.of(reading, model).cost(ModelRequest.of(Message.user("question 10")), Pricing.BATCH))
                .orElseThrow();
        study.change(writing -> new BudgetTable().set(writing, specification.runId(), 10.5 * each));
        Responding.Result result = throughBatches();
        assertThat(result.stopped()).containsInstanceOf(StoppedException.class);
        assertThat(result.responses()).as("answers are shorter than was expected, so more than ten fit").isBetween(11L, 60L);
        assertThat(calls().stream().mapToDouble(call -> call.cost().orElseThrow()).sum()).isLessThanOrEqualTo(10.5 * each);
    }

    @Test
    void aLaterAnswerMendsAFailure() throws IOException {
        addQueries(1, 0);
        Path results = byHand(1);
        Path failed = folder.resolve("failed.jsonl");
        Files.writeString(failed, Files.readString(results).replaceFirst("\"status_code\":200", "\"status_code\":500"));
        BatchesByHand hand = new BatchesByHand(study, Clocks.fixed());
        assertThat(hand.read(failed).failed()).isEqualTo(1);
        assertThat(hand.read(results).replies()).isEqualTo(1);
        assertThat(calls()).extracting(Call::outcome).containsExactly("server error", "reply");
    }

    @ParameterizedTest
    @CsvSource({"expired, 0.6, EXPIRED, batch expired", "cancelled, 0.5, CANCELLED, batch cancelled", "failed, 0, FAILED, bad request"})
    void whatTheServiceDidNotGetToIsAFailureWithItsReason(String status, double share, BatchState state, String outcome) {
        addQueries(10, 0);
        endpoints.ending(status, share);
        Responding.Result result = throughBatches();

        int made = (int) Math.round(10 * share);
        assertThat(result.responses()).isEqualTo(made);
        assertThat(result.failed()).isEqualTo(10 - made);
        assertThat(calls().stream().map(Call::outcome).filter(other -> !other.equals(Call.REPLY)).distinct()).containsExactly(outcome);
        assertThat(onlyBatch().state()).isEqualTo(state);
    }

    @Test
    void aCancelledRunTakesInWhatWasMadeUntilThen() {
        addQueries(10, 0);
        endpoints.ending("completed", 0.3);
        try (BatchRun run = batchRun()) {
            respond(run);
            run.submit(cancellation);
            run.cancelAll(cancellation);
            assertThat(run.awaitAll(Progress.none(), cancellation).replies()).isEqualTo(3);
            assertThat(run.open()).isEmpty();
        }
        assertThat(onlyBatch().state()).isEqualTo(BatchState.CANCELLED);
    }

    @Test
    void whatACancelledBatchLacksIsAskedByNormalCalls() {
        addQueries(10, 0);
        endpoints.ending("completed", 0.3);
        try (BatchRun run = batchRun()) {
            respond(run);
            run.submit(cancellation);
            run.cancelAll(cancellation);
            run.awaitAll(Progress.none(), cancellation);
        }
        assertThat(normalCalls()).isEqualTo(7);
    }

    @Test
    void whatNobodyBringsIsReleasedAndAskedByNormalCallsAndStillTakenInShouldItCome() throws IOException {
        addQueries(10, 0);
        Path results = byHand(10);
        BatchesByHand hand = new BatchesByHand(study, Clocks.fixed());
        Path some = Files.write(folder.resolve("some.jsonl"), Files.readAllLines(results).subList(0, 4));
        assertThat(hand.read(some).replies()).isEqualTo(4);
        assertThat(hand.missing()).isEqualTo(6);
        assertThat(normalCalls()).as("what a person carries is not asked").isZero();

        assertThat(hand.release(List.of(onlyBatch()))).isEqualTo(6);
        assertThat(onlyBatch().state()).isEqualTo(BatchState.CANCELLED);
        assertThat(hand.missing()).isZero();
        assertThat(normalCalls()).isEqualTo(6);

        assertThat(hand.read(results).replies()).isEqualTo(6);
    }

    @Test
    void whatHasComeBackIsNotWrittenAgain() throws IOException {
        addQueries(10, 0);
        Path results = byHand(10);
        BatchesByHand hand = new BatchesByHand(study, Clocks.fixed());
        List<String> lines = Files.readAllLines(results);
        hand.read(Files.write(folder.resolve("some.jsonl"), lines.subList(0, 4)));

        BatchesByHand.Written again = hand.write(folder.resolve("again")).getFirst();
        assertThat(again.requests()).isEqualTo(6);
        assertThat(Files.readAllLines(again.file())).hasSize(6);
    }

    @Test
    void aBatchThatIsUnknownForAMomentIsStillWaitedFor() {
        addQueries(10, 0);
        endpoints.forgetting(2);
        assertThat(throughBatches().state()).isEqualTo(RunState.DONE);
        assertThat(endpoints.asked()).hasSize(10).allSatisfy((id, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void aBatchThatTheServiceDoesNotKnowIsNotWrittenOffBeforeItsTime() {
        addQueries(10, 0);
        endpoints.forgetting(Integer.MAX_VALUE);
        try (BatchRun run = batchRun()) {
            respond(run);
            run.submit(cancellation);
            assertThatThrownBy(() -> run.awaitAll(Progress.none(), cancellation)).isInstanceOf(StoppedException.class)
                    .hasMessageContaining("does not know the batch").hasMessageContaining("base URL").hasMessageContaining("1970-01-02T00:00:00Z");
            assertThat(onlyBatch().state()).isEqualTo(BatchState.RUNNING);
            assertThat(onlyBatch().message()).contains("does not know");
            assertThat(normalCalls()).as("it may still be made, and is not paid twice").isZero();

            timing.pass(Duration.ofHours(24));
            assertThat(run.awaitAll(Progress.none(), cancellation).failed()).isEqualTo(10);
        }
        assertThat(onlyBatch().state()).isEqualTo(BatchState.EXPIRED);
        assertThat(normalCalls()).isEqualTo(10);
    }

    @Test
    void aBatchThatTheServiceDoesNotKnowCanBeGivenUp() {
        addQueries(10, 0);
        try (BatchRun run = batchRun()) {
            respond(run);
            run.submit(cancellation);
            endpoints.forgetting(Integer.MAX_VALUE);
            server.on("POST /v1/batches", (request, reply) -> reply.json(404, "{\"error\":{\"message\":\"No batch found\"}}"));
            run.cancelAll(cancellation);
        }
        assertThat(onlyBatch().state()).isEqualTo(BatchState.CANCELLED);
        assertThat(normalCalls()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /v1/files", "GET /v1/files"})
    void aStopReachesATransferThatHangs(String path) throws InterruptedException {
        addQueries(3, 0);
        endpoints.looksUntilDone(1);
        CountDownLatch hanging = new CountDownLatch(1);
        server.on(path, (request, reply) -> {
            if (path.startsWith("GET") && !request.path().endsWith("/content")) {
                reply.json(200, "{\"object\":\"list\",\"data\":[],\"has_more\":false}");
                return;
            }
            hanging.countDown();
            reply.hang();
        });
        AtomicReference<Throwable> ended = new AtomicReference<>();
        try (BatchRun run = batchRun()) {
            respond(run);
            Thread waiting = Thread.ofVirtual().start(() -> {
                try {
                    run.submit(cancellation);
                    run.awaitAll(Progress.none(), cancellation);
                } catch (RuntimeException e) {
                    ended.set(e);
                }
            });
            assertThat(hanging.await(20, TimeUnit.SECONDS)).isTrue();
            cancellation.request();
            assertThat(waiting.join(Duration.ofSeconds(5))).as("it ends, though the transfer may take half an hour").isTrue();
        }
        assertThat(ended.get()).isInstanceOf(StoppedException.class);
        assertThat(onlyBatch().state().isEnd()).as("it is gone on with").isFalse();
    }

    @Test
    void whatNoServiceKnowsOfIsForgottenWhenCancelled() {
        addQueries(10, 0);
        try (BatchRun run = batchRun()) {
            respond(run);
            run.cancelAll(cancellation);
            assertThat(run.open()).isEmpty();
            assertThat(respond(run).state()).as("and is asked for again").isEqualTo(RunState.PAUSED);
        }
        assertThat(calls()).isEmpty();
    }

    /** The program ends at each call of the service in turn, once before and once after the service has done what was asked. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void killedAtAnyStepNothingIsLostAndNoBatchIsMadeTwice(boolean afterwards) {
        addQueries(20, 4);
        Responding.Result result = throughDeaths(afterwards);

        assertThat(result.state()).isEqualTo(RunState.DONE);
        assertThat(endpoints.batches()).isEqualTo(2);
        assertThat(endpoints.uploads()).hasSize(2);
        assertThat(endpoints.asked()).hasSize(24).allSatisfy((id, times) -> assertThat(times).isEqualTo(1));
        assertThat(calls()).hasSize(24);
    }

    @Test
    void aBudgetStopsTheCollectingAndCountsWhatIsPromised() {
        addQueries(100, 0);
        double each = study.read(reading -> CallForecast.of(reading, model)
                .cost(ModelRequest.of(Message.user("question 10")), Pricing.BATCH)).orElseThrow();
        study.change(writing -> new BudgetTable().set(writing, specification.runId(), 10.5 * each));
        try (BatchRun run = batchRun()) {
            Responding.Result stopped = respond(run);
            assertThat(stopped.stopped()).containsInstanceOf(StoppedException.class);
            assertThat(run.open().getFirst().requests()).isEqualTo(10);
            assertThat(respond(run).stopped()).as("the next look does not forget what is promised").containsInstanceOf(StoppedException.class);
            assertThat(run.open().getFirst().requests()).isEqualTo(10);
        }
    }

    @ParameterizedTest
    @CsvSource({"10, 1000000, 3", "1000, 1000, 7"})
    void aFullFileIsFollowedByAnother(long requests, long bytes, int files) throws IOException {
        addQueries(25, 0);
        Responding.Result result = new Responding(study, Clocks.fixed()).run(
                specification,
                (id, writer) -> new BatchCollector(
                        study, id, writer, batchRun().budget(), timing::now, Map.of(), new BatchCollector.Size(requests, bytes)),
                Progress.none(), cancellation);
        assertThat(result.state()).isEqualTo(RunState.PAUSED);

        List<BatchesByHand.Written> written = new BatchesByHand(study, Clocks.fixed()).write(folder.resolve("out"));
        assertThat(written).hasSizeBetween(files - 1, files + 1);
        assertThat(written.stream().mapToLong(BatchesByHand.Written::requests).sum()).isEqualTo(25);
        for (BatchesByHand.Written file : written) {
            assertThat(file.requests()).isLessThanOrEqualTo(requests);
            assertThat(Files.size(file.file())).isLessThanOrEqualTo(bytes);
            assertThat(Files.readAllLines(file.file())).hasSize((int) file.requests());
        }
    }

    @Test
    void aServiceWithoutBatchesIsToldInOneLineAndNothingWaits() {
        addQueries(3, 0);
        server.on("POST /v1/files", (request, reply) -> reply.json(404, "{\"detail\":\"Not Found\"}"));
        try (BatchRun run = batchRun()) {
            respond(run);
            assertThatThrownBy(() -> run.submit(cancellation)).isInstanceOf(AssayException.class).isNotInstanceOf(StoppedException.class)
                    .hasMessageStartingWith("the service of alpha does not take the batch").hasMessageContaining("leave out --batch");
            assertThat(run.open()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /v1/files", "GET /v1/files", "POST /v1/batches", "GET /v1/batches"})
    void aRefusedKeyStopsAndIsNeverRepeated(String path) {
        addQueries(3, 0);
        server.on(path, (request, reply) -> reply.json(401, "{\"error\":{\"message\":\"bad key " + KEY + "\"}}"));
        try (BatchRun run = batchRun()) {
            respond(run);
            assertThatThrownBy(() -> {
                run.submit(cancellation);
                run.awaitAll(Progress.none(), cancellation);
            }).isInstanceOf(StoppedException.class).satisfies(e -> assertThat(e.toString()).contains("refuses the key").doesNotContain(KEY));
            assertThat(run.open()).as("it goes on when the key is mended").hasSize(1);
        }
    }

    @Test
    void aKeyThatTheServiceRepeatsIsNotInTheStudy() throws IOException {
        addQueries(3, 0);
        endpoints.errors(1).saying("bad key " + KEY);
        Responding.Result result = throughBatches();
        assertThat(result.failed()).isEqualTo(3);
        assertThat(calls()).allSatisfy(call -> assertThat(call.detail()).isEqualTo("bad key …"));
        study.close();
        assertThat(new String(Files.readAllBytes(folder.resolve("s.assay")), StandardCharsets.ISO_8859_1)).doesNotContain(KEY);
    }

    @Test
    void aServiceThatIsDownForAWhileIsWaitedFor() {
        addQueries(3, 0);
        AtomicInteger down = new AtomicInteger(3);
        server.on("GET /v1/batches/", new Failing(down, "GET /v1/batches/"));
        try (BatchRun run = batchRun()) {
            respond(run);
            run.submit(cancellation);
            assertThatThrownBy(() -> run.awaitAll(Progress.none(), cancellation)).isInstanceOf(StoppedException.class)
                    .hasMessageContaining("batches that were begun go on");
        }
        assertThat(down.get()).as("tried again a few times").isLessThanOrEqualTo(-3);
    }

    private record Failing(AtomicInteger left, String path) implements LoopbackServer.Handler {
        @Override
        public void handle(LoopbackServer.Request request, LoopbackServer.Reply reply) throws IOException {
            int now = left.decrementAndGet();
            reply.json(503, "{\"error\":{\"message\":\"down " + now + "\"}}");
        }
    }

    /** Each life ends one call later than the one before. */
    private Responding.Result throughDeaths(boolean afterwards) {
        for (int step = 1; true; step++) {
            AtomicInteger left = new AtomicInteger(step);
            try (BatchRun run = new BatchRun(
                    study, specification.runId(), this::find, definition -> new DyingService(connect(definition), left, afterwards), timing,
                    Backoff.usual())) {
                return through(run);
            } catch (Killed e) {
                reopen();
            }
        }
    }

    private Responding.Result throughBatches() {
        try (BatchRun run = batchRun()) {
            return through(run);
        }
    }

    /** What a command with --batch does. */
    private Responding.Result through(BatchRun run) {
        while (true) {
            Responding.Result result = respond(run);
            if (run.open().isEmpty()) {
                return result;
            }
            run.submit(cancellation);
            IntakeReport report = run.awaitAll(Progress.none(), cancellation);
            assertThat(report.rejected()).isEmpty();
        }
    }

    private Responding.Result respond(BatchRun run) {
        return new Responding(study, Clocks.fixed()).run(specification, (id, writer) -> run.collector(writer, run.budget()), Progress.none(), cancellation);
    }

    private BatchRun batchRun() {
        return new BatchRun(study, specification.runId(), this::find, this::connect, timing, Backoff.usual());
    }

    /** How many calls would be made beside the batches. */
    private int normalCalls() {
        AtomicInteger normal = new AtomicInteger();
        ModelGateway ledger = new ModelGateway() {
            @Override
            public Asked ask(ModelDefinition definition, ModelRequest request, String unit) {
                Optional<StoredCall> known = study.read(reading -> new CallTable().reply(reading, RequestJson.hash(RequestJson.of(definition, request), 0)));
                if (known.isEmpty()) {
                    normal.incrementAndGet();
                    return new Asked.Waiting();
                }
                return new Asked.Replied(known.get().sequence(), known.get().call().text().orElse(""), true);
            }

            @Override
            public void reject(long call, ModelFailure failure) {
                throw new IllegalStateException("nothing is rejected here");
            }
        };
        new Responding(study, Clocks.fixed()).run(specification, (id, writer) -> new PatientGateway(study, ledger), Progress.none(), new Cancellation());
        return normal.get();
    }

    private Budget budget() {
        return batchRun().budget();
    }

    private Optional<ModelDefinition> find(String name) {
        return name.equals(model.name()) ? Optional.of(model) : Optional.empty();
    }

    private BatchService connect(ModelDefinition definition) {
        return new OpenAiBatchService(definition, new ApiKey(KEY), name -> Optional.empty(), Clocks.fixed());
    }

    private void reopen() {
        study.close();
        study = Study.open(folder.resolve("s.assay"), Clocks.fixed());
    }

    private void addQueries(int count, int ofTwoTurns) {
        study.change(writing -> {
            String run = new RunTable(Clocks.fixed()).begin(writing, "import", "imported", JsonNodeFactory.instance.objectNode(), 0).id();
            for (int i = 0; i < count; i++) {
                Query query = Query.of("question " + i, i < ofTwoTurns ? List.of("And then?") : List.of(), "");
                assertThat(new QueryTable().insert(writing, query, run)).isTrue();
            }
        });
    }

    private List<Query> queries() {
        return study.read(reading -> {
            try (Stream<Query> all = new QueryTable().stream(reading)) {
                return all.filter(query -> query.text().equals("question 0")).toList();
            }
        });
    }

    private List<Call> calls() {
        return study.read(reading -> {
            try (Stream<StoredCall> all = new CallTable().stream(reading)) {
                return all.map(StoredCall::call).toList();
            }
        });
    }

    private Batch onlyBatch() {
        List<Batch> all = study.read(reading -> new BatchTable().all(reading));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    /** Collects, writes the file, and has somebody answer it. */
    private Path byHand(int requests) throws IOException {
        try (BatchRun run = batchRun()) {
            respond(run);
        }
        List<BatchesByHand.Written> written = new BatchesByHand(study, Clocks.fixed()).write(folder.resolve("out"));
        assertThat(written).singleElement().satisfies(file -> assertThat(file.requests()).isEqualTo(requests));
        List<String> results = new ArrayList<>();
        for (String line : Files.readAllLines(written.getFirst().file())) {
            String id = line.replaceFirst(".*\"custom_id\":\"([^\"]*)\".*", "$1");
            assertThat(line).contains("\"url\":\"/v1/chat/completions\"").contains("\"model\":\"alpha-1\"").contains("\"role\":\"user\"");
            results.add("{\"id\":\"r\",\"custom_id\":\"" + id + "\",\"response\":{\"status_code\":200,\"body\":{\"choices\":[{\"finish_reason\":\"stop\","
                    + "\"message\":{\"role\":\"assistant\",\"content\":\"An answer.\"}}]}},\"error\":null}");
        }
        assertThat(results).hasSize(requests);
        return Files.write(folder.resolve("results.jsonl"), results);
    }

    /** Counts what would be asked by normal calls. */
    private record Counting(AtomicInteger count, ModelGateway gateway) implements ModelGateway {

        @Override
        public Asked ask(ModelDefinition definition, ModelRequest request, String unit) {
            count.incrementAndGet();
            return gateway.ask(definition, request, unit);
        }

        @Override
        public void reject(long call, ModelFailure failure) {
            gateway.reject(call, failure);
        }
    }

    /** The program was ended. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Lets the program end at some call of the service, before or after the service has done what was asked. */
    private record DyingService(BatchService service, AtomicInteger left, boolean afterwards) implements BatchService {

        private <T> T call(Supplier<T> call) {
            boolean dies = left.decrementAndGet() == 0;
            if (dies && !afterwards) {
                throw new Killed();
            }
            T result = call.get();
            if (dies) {
                throw new Killed();
            }
            return result;
        }

        @Override
        public Optional<String> findFile(String fileName) {
            return call(() -> service.findFile(fileName));
        }

        @Override
        public String upload(Path file, String fileName) {
            return call(() -> service.upload(file, fileName));
        }

        @Override
        public Optional<RemoteBatch> findBatch(String remoteFile, String batchId) {
            return call(() -> service.findBatch(remoteFile, batchId));
        }

        @Override
        public RemoteBatch create(String remoteFile, String batchId) {
            return call(() -> service.create(remoteFile, batchId));
        }

        @Override
        public Optional<RemoteBatch> get(String remoteId) {
            return call(() -> service.get(remoteId));
        }

        @Override
        public RemoteBatch cancel(String remoteId) {
            return call(() -> service.cancel(remoteId));
        }

        @Override
        public void download(String remoteFile, Path target) {
            Path done = call(() -> {
                service.download(remoteFile, target);
                return target;
            });
            assertThat(done).isEqualTo(target);
        }

        @Override
        public String withoutSecrets(String text) {
            return service.withoutSecrets(text);
        }

        @Override
        public void close() {
            service.close();
        }
    }
}
