package dev.assay.datasets.models.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.StoppedException;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.CommitQueue;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.models.FailureKind;
import dev.assay.datasets.models.FinishReason;
import dev.assay.datasets.models.LanguageModel;
import dev.assay.datasets.models.Message;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelFailedException;
import dev.assay.datasets.models.ModelFailure;
import dev.assay.datasets.models.ModelGateway.Asked;
import dev.assay.datasets.models.ModelParameters;
import dev.assay.datasets.models.ModelRequest;
import dev.assay.datasets.models.Price;
import dev.assay.datasets.models.Provider;
import dev.assay.datasets.models.RawReply;
import dev.assay.datasets.models.ServiceRefusedException;
import dev.assay.datasets.models.budget.Budget;
import dev.assay.datasets.models.budget.BudgetTable;
import dev.assay.datasets.models.ledger.Call;
import dev.assay.datasets.models.ledger.CallTable;
import dev.assay.datasets.models.ledger.Spending;
import dev.assay.datasets.models.ledger.StoredCall;
import dev.assay.datasets.models.limits.Backoff;
import dev.assay.datasets.models.limits.StagedTiming;
import dev.assay.datasets.study.Study;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerGatewayTest {

    private static final ModelDefinition MODEL =
            ModelDefinition.of("mine", Provider.OPENAI, "gpt", Optional.empty()).at(new Price(1, 2));

    @TempDir
    Path folder;

    private final Cancellation cancellation = new Cancellation();
    private final StagedTiming timing = new StagedTiming(0.5);
    private final List<ModelRequest> asked = new ArrayList<>();
    private Study study;
    private CommitQueue writer;
    private String run;

    @BeforeEach
    void openStudy() {
        study = Study.create(folder.resolve("s.assay"), Clock.systemUTC());
        writer = new CommitQueue(study);
        run = study.write(writing ->
                new RunTable(Clock.systemUTC()).begin(writing, "respond", "llm", JsonNodeFactory.instance.objectNode(), 0).id());
    }

    @AfterEach
    void closeStudy() {
        writer.close();
        study.close();
    }

    @Test
    void theSameRequestIsPaidOnce() {
        LedgerGateway gateway = gateway(request -> reply("four"));

        Asked first = gateway.ask(MODEL, request("2+2?"), "u1");
        Asked second = gateway.ask(MODEL, request("2+2?"), "u2");

        assertThat(first).isEqualTo(new Asked.Replied(1, "four", false));
        assertThat(second).isEqualTo(new Asked.Replied(1, "four", true));
        assertThat(asked).hasSize(1);
        assertThat(gateway.made()).isEqualTo(1);
        assertThat(gateway.served()).isEqualTo(1);
    }

    @Test
    void aNewReplicateIsANewCall() {
        LedgerGateway gateway = gateway(request -> reply("answer " + request.replicate()));

        gateway.ask(MODEL, request("2+2?"), "u1");
        Asked second = gateway.ask(MODEL, new ModelRequest(request("2+2?").messages(), Optional.empty(), 1), "u1");

        assertThat(second).isEqualTo(new Asked.Replied(2, "answer 1", false));
    }

    @Test
    void anotherProgramFindsTheReplyAlso() {
        gateway(request -> reply("four")).ask(MODEL, request("2+2?"), "u1");

        LedgerGateway later = gateway(request -> {
            throw new AssertionError("asked again");
        });

        assertThat(later.ask(MODEL, request("2+2?"), "u1")).isEqualTo(new Asked.Replied(1, "four", true));
    }

    @Test
    void priceLimitsAndTimeDoNotMakeAnotherRequest() {
        gateway(request -> reply("four")).ask(MODEL, request("2+2?"), "u1");

        ModelDefinition dearer = MODEL.at(new Price(100, 100)).within(Duration.ofSeconds(1));

        assertThat(gateway(request -> reply("five")).ask(dearer, request("2+2?"), "u1")).isEqualTo(new Asked.Replied(1, "four", true));
    }

    @Test
    void everythingAboutACallIsKept() {
        gateway(request -> new RawReply("four", Optional.of("gpt-2026"), Optional.of(10), Optional.of(20), FinishReason.STOP, "stop", "{\"raw\":true}"))
                .ask(MODEL, request("2+2?"), "u1");

        Call call = calls().getFirst().call();
        assertThat(call.outcome()).isEqualTo(Call.REPLY);
        assertThat(call.modelAnswered()).contains("gpt-2026");
        assertThat(call.tokensIn()).contains(10);
        assertThat(call.tokensOut()).contains(20);
        assertThat(call.cost()).contains(50e-6);
        assertThat(call.body()).contains("{\"raw\":true}");
        assertThat(call.attempts()).isEqualTo(1);
        assertThat(call.unit()).isEqualTo("u1");
        assertThat(call.request()).contains("2+2?");
    }

    @Test
    void anUnknownPriceIsNotFree() {
        ModelDefinition unpriced = ModelDefinition.of("mine", Provider.OPENAI, "gpt", Optional.empty());

        gateway(request -> reply("four")).ask(unpriced, request("2+2?"), "u1");

        assertThat(calls().getFirst().call().cost()).isEmpty();
        assertThat(study.read(reading -> new CallTable().spent(reading)).withoutCost()).isEqualTo(1);
    }

    @Test
    void aServiceThatDoesNotSayWhatItTookIsNotFreeAlsoForTheNextProgram() {
        study.change(writing -> new BudgetTable().set(writing, run, 1));
        RawReply silent = new RawReply("four ".repeat(200), Optional.empty(), Optional.empty(), Optional.empty(), FinishReason.STOP, "stop", "{}");

        gateway(request -> silent).ask(MODEL, request("a".repeat(372)), "u1");

        double estimated = (100 * 1 + 250 * 2) / 1e6;
        assertThat(calls().getFirst().call().tokensIn()).as("only what the service said").isEmpty();
        assertThat(calls().getFirst().call().cost()).contains(estimated);
        Spending spent = study.read(reading -> new CallTable().spent(reading, run));
        assertThat(spent.cost()).isEqualTo(estimated);
        assertThat(spent.estimated()).isEqualTo(1);
        assertThat(spent.withoutCost()).isZero();
        assertThat(study.read(reading -> Budget.of(reading, run)).left()).contains(1 - estimated);
    }

    @Test
    void aCallOfUnknownPriceIsCountedAsSuchThoughTheServiceSaidNothingAndTheReplyWasRejected() {
        ModelDefinition unpriced = ModelDefinition.of("mine", Provider.OPENAI, "gpt", Optional.empty());
        RawReply silent = new RawReply("four", Optional.empty(), Optional.empty(), Optional.empty(), FinishReason.STOP, "stop", "{}");
        LedgerGateway gateway = gateway(request -> silent);

        Asked.Replied replied = (Asked.Replied) gateway.ask(unpriced, request("2+2?"), "u1");
        assertThat(study.read(reading -> new CallTable().spent(reading)).withoutCost()).isEqualTo(1);
        gateway.reject(replied.call(), ModelFailure.of(FailureKind.NO_JSON, ""));
        assertThat(study.read(reading -> new CallTable().spent(reading)).withoutCost()).isEqualTo(1);
    }

    @Test
    void aCallToWhichNothingCameHasNoUnknownCost() {
        gateway(request -> {
            throw new ModelFailedException(ModelFailure.of(FailureKind.CONTEXT_TOO_LONG, ""));
        }).ask(MODEL, request("2+2?"), "u1");
        assertThat(study.read(reading -> new CallTable().spent(reading)).withoutCost()).isZero();
    }

    @Test
    void equalRequestsAtTheSameMomentAreOneCall() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        LedgerGateway gateway = gateway(request -> {
            awaitOpen(hold);
            return reply("four");
        });

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Asked>> answers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                answers.add(threads.submit(() -> gateway.ask(MODEL, request("2+2?"), "u")));
            }
            await().until(() -> asked.size() == 1);
            hold.countDown();
            for (Future<Asked> answer : answers) {
                assertThat(((Asked.Replied) answer.get()).text()).isEqualTo("four");
            }
        }

        assertThat(asked).hasSize(1);
        assertThat(calls()).hasSize(1);
        assertThat(gateway.served()).isEqualTo(19);
    }

    @Test
    void aFailureThatMayPassIsTriedAgainAfterAWhile() {
        Queue<ModelFailure> failures = new ArrayDeque<>(List.of(
                ModelFailure.of(FailureKind.SERVER_ERROR, ""),
                new ModelFailure(FailureKind.RATE_LIMITED, "", Optional.of(429), Optional.of(Duration.ofSeconds(3)), Optional.empty())));
        LedgerGateway gateway = gateway(request -> {
            ModelFailure failure = failures.poll();
            if (failure != null) {
                throw new ModelFailedException(failure);
            }
            return reply("four");
        });

        assertThat(gateway.ask(MODEL, request("2+2?"), "u1")).isInstanceOf(Asked.Replied.class);

        assertThat(timing.pauses()).containsExactly(Duration.ofMillis(250), Duration.ofMillis(3_250));
        assertThat(calls()).hasSize(1);
        assertThat(calls().getFirst().call().attempts()).isEqualTo(3);
    }

    @Test
    void aServiceWithFewRequestsAMinuteIsWaitedForUntilEveryUnitIsAnswered() {
        AtomicInteger sent = new AtomicInteger();
        LedgerGateway gateway = gateway(request -> {
            // Nineteen refusals to every reply.
            if (sent.incrementAndGet() % 20 != 0) {
                throw new ModelFailedException(
                        new ModelFailure(FailureKind.RATE_LIMITED, "", Optional.of(429), Optional.of(Duration.ofSeconds(6)), Optional.empty()));
            }
            return reply("four");
        });

        for (int i = 0; i < 10; i++) {
            assertThat(gateway.ask(MODEL, request("question " + i), "u" + i)).isInstanceOf(Asked.Replied.class);
        }

        assertThat(calls()).hasSize(10).allMatch(call -> call.call().attempts() == 20);
        assertThat(timing.pauses()).hasSize(190).allMatch(pause -> pause.compareTo(Duration.ofSeconds(6)) >= 0);
    }

    @Test
    void aServiceThatRefusesForGoodPausesTheJobAndFailsNoUnit() {
        LedgerGateway gateway = gateway(request -> {
            throw new ModelFailedException(ModelFailure.of(FailureKind.RATE_LIMITED, "slow down"));
        });

        assertThatThrownBy(() -> gateway.ask(MODEL, request("2+2?"), "u1"))
                .isInstanceOf(ServiceRefusedException.class)
                .hasMessageContaining("asked too fast (slow down): wait a while, or set lower limits");
        assertThat(calls()).isEmpty();
    }

    @Test
    void aServiceThatAcceptsNoRequestPausesTheJobAndSaysWhatToChange() {
        LedgerGateway gateway = gateway(request -> {
            throw new ModelFailedException(ModelFailure.of(FailureKind.BAD_REQUEST, "temperature must be at most 2"));
        });

        for (int i = 0; i < 9; i++) {
            assertThat(gateway.ask(MODEL, request("question " + i), "u" + i)).isInstanceOf(Asked.Failed.class);
        }
        assertThatThrownBy(() -> gateway.ask(MODEL, request("one more"), "u10"))
                .isInstanceOf(ServiceRefusedException.class)
                .hasMessage("mine: the service does not accept the request (temperature must be at most 2): it has accepted no request so far: change what "
                        + "it names in the model's parameters, extra body fields or headers; what was done is kept, the same command goes on");
    }

    @Test
    void aCallThatIsGivenUpIsARowAndNoAnswer() {
        LedgerGateway gateway = gateway(request -> {
            throw new ModelFailedException(new ModelFailure(
                    FailureKind.SERVER_ERROR, "upstream blew up", Optional.of(500), Optional.empty(), Optional.of("upstream blew up")));
        });

        Asked failed = gateway.ask(MODEL, request("2+2?"), "u1");

        assertThat(((Asked.Failed) failed).failure().kind()).isEqualTo(FailureKind.SERVER_ERROR);
        Call call = calls().getFirst().call();
        assertThat(call.outcome()).isEqualTo("server error");
        assertThat(call.attempts()).isEqualTo(Backoff.usual().attempts());
        assertThat(call.httpStatus()).contains(500);
        assertThat(call.text()).isEmpty();
        assertThat(gateway(request -> reply("four")).ask(MODEL, request("2+2?"), "u1")).as("asked again later")
                .isEqualTo(new Asked.Replied(2, "four", false));
    }

    @Test
    void halfAnAnswerIsNone() {
        for (var expected : List.of(
                List.of(FinishReason.LENGTH, FailureKind.CUT_OFF), List.of(FinishReason.CONTENT_FILTER, FailureKind.CONTENT_FILTERED),
                List.of(FinishReason.REFUSAL, FailureKind.REFUSED))) {
            RawReply reply = new RawReply("Half of", Optional.empty(), Optional.of(1), Optional.of(1), (FinishReason) expected.getFirst(), "", "{}");
            Asked failed = gateway(request -> reply).ask(MODEL, request(expected.toString()), "u1");
            assertThat(((Asked.Failed) failed).failure().kind()).isEqualTo(expected.getLast());
        }
        assertThat(calls()).allMatch(call -> !call.call().answered() && call.call().text().orElse("").equals("Half of"));
        assertThat(study.read(reading -> new CallTable().spent(reading)).cost()).as("paid all the same").isPositive();
    }

    @Test
    void anAnswerThatBrokeOffByAccidentIsAskedForOnceMoreAndBothArePaid() {
        Queue<RawReply> replies = new ArrayDeque<>(List.of(
                half(1, FinishReason.LENGTH), reply("whole")));
        LedgerGateway gateway = gateway(request -> replies.remove());

        assertThat(gateway.ask(MODEL, request("2+2?"), "u1")).isEqualTo(new Asked.Replied(2, "whole", false));

        assertThat(calls()).extracting(call -> call.call().outcome()).containsExactly("cut off", "reply");
        assertThat(gateway.made()).isEqualTo(2);
    }

    @Test
    void anAnswerAsLongAsThePersonAllowsIsNotAskedForOnceMore() {
        ModelDefinition brief = MODEL.with(new ModelParameters(
                Optional.empty(), Optional.empty(), Optional.of(5), Optional.empty(), Optional.empty(), Optional.empty(),
                JsonNodeFactory.instance.objectNode(), Optional.empty()));

        assertThat(gateway(request -> half(5, FinishReason.LENGTH)).ask(brief, request("2+2?"), "u1")).isInstanceOf(Asked.Failed.class);
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "OPENAI, {}, 20, 2", "OPENAI, {}, 600, 1", "OPENAI, {}, 4096, 1", "OPENAI, {}, , 1", "ANTHROPIC, {}, 8192, 1", "ANTHROPIC, {}, 7000, 1",
        "ANTHROPIC, {}, 900, 2", "OPENAI, '{\"max_completion_tokens\": 30}', 30, 1", "OLLAMA, '{\"options\": {\"num_predict\": 30}}', 20, 1",
        "GEMINI, '{\"generationConfig\": {\"maxOutputTokens\": 9000}}', 2000, 2"
    })
    void anAnswerIsAskedForOnceMoreOnlyIfItWasCutOffLongBeforeAnyLimit(Provider provider, String body, Integer tokensOut, int requests) throws Exception {
        ModelDefinition model = ModelDefinition.of("mine", provider, "m", Optional.empty()).with(new ModelParameters(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                (ObjectNode) new ObjectMapper().readTree(body), Optional.empty()));
        RawReply half = new RawReply("Half of", Optional.empty(), Optional.of(1), Optional.ofNullable(tokensOut), FinishReason.LENGTH, "length", "{}");

        assertThat(gateway(request -> half).ask(model, request("2+2?"), "u1")).isInstanceOf(Asked.Failed.class);

        assertThat(asked).hasSize(requests);
    }

    @Test
    void aBrokenOffAnswerIsNoneAndIsTriedAgainAfterAWhile() {
        Queue<RawReply> replies = new ArrayDeque<>(List.of(half(7, FinishReason.ERROR), half(8, FinishReason.ERROR), reply("whole")));

        assertThat(gateway(request -> replies.remove()).ask(MODEL, request("2+2?"), "u1")).isEqualTo(new Asked.Replied(3, "whole", false));

        assertThat(timing.pauses()).containsExactly(Duration.ofMillis(250), Duration.ofMillis(500));
        assertThat(calls()).extracting(call -> call.call().outcome()).containsExactly("broken off", "broken off", "reply");
        assertThat(calls().getFirst().call()).satisfies(call -> {
            assertThat(call.text()).contains("Half of");
            assertThat(call.detail()).isEqualTo("as it calls it");
            assertThat(call.cost()).contains(15e-6);
        });
    }

    @Test
    void anAnswerThatIsBrokenOffEachTimeIsAFailureAndCountsAgainstTheService() {
        LedgerGateway gateway = gateway(request -> half(7, FinishReason.ERROR));
        for (int i = 1; i < 10; i++) {
            assertThat(((Asked.Failed) gateway.ask(MODEL, request("what is " + i), "u")).failure().kind()).isEqualTo(FailureKind.BROKEN_OFF);
        }

        assertThatThrownBy(() -> gateway.ask(MODEL, request("what is 10"), "u")).isInstanceOf(ServiceRefusedException.class);
        assertThat(asked).hasSize(30);
        assertThat(calls()).hasSize(30);
    }

    @Test
    void anEndThatNobodyHereKnowsIsNoEndOfAnAnswer() {
        Asked failed = gateway(request -> half(7, FinishReason.OTHER)).ask(MODEL, request("2+2?"), "u1");

        assertThat(((Asked.Failed) failed).failure()).satisfies(failure -> {
            assertThat(failure.kind()).isEqualTo(FailureKind.NOT_FINISHED);
            assertThat(failure.inWords()).endsWith("(as it calls it)");
        });
        assertThat(asked).hasSize(1);
    }

    @Test
    void everySuccessThatNobodyCanReadIsARowAndIsNotAskedForOften() {
        Queue<String> bodies = new ArrayDeque<>(List.of("<html>one</html>", "<html>two</html>", "<html>three</html>"));
        LedgerGateway gateway = gateway(request -> {
            throw new ModelFailedException(strange(bodies.remove()));
        });

        assertThat(((Asked.Failed) gateway.ask(MODEL, request("2+2?"), "u1")).failure().kind()).isEqualTo(FailureKind.NOT_A_REPLY);

        assertThat(calls()).extracting(call -> call.call().body().orElse("")).containsExactly("<html>one</html>", "<html>two</html>", "<html>three</html>");
        assertThat(calls()).allSatisfy(call -> {
            assertThat(call.call().outcome()).isEqualTo("not a reply");
            assertThat(call.call().httpStatus()).contains(200);
            assertThat(call.call().tokensIn()).isEmpty();
            assertThat(call.call().cost()).as("estimated, for it may be billed").isPresent();
        });
        assertThat(gateway.made()).isEqualTo(3);
    }

    @Test
    void theAttemptsOfAllRowsAreTheRequestsThatWereSent() {
        Queue<ModelFailure> failures = new ArrayDeque<>(List.of(
                ModelFailure.of(FailureKind.SERVER_ERROR, ""), strange("<html>"), ModelFailure.of(FailureKind.OVERLOADED, "")));
        LedgerGateway gateway = gateway(request -> {
            ModelFailure failure = failures.poll();
            if (failure != null) {
                throw new ModelFailedException(failure);
            }
            return reply("four");
        });

        assertThat(gateway.ask(MODEL, request("2+2?"), "u1")).isEqualTo(new Asked.Replied(2, "four", false));

        assertThat(calls()).extracting(call -> call.call().attempts()).containsExactly(2, 2);
        assertThat(asked).hasSize(4);
    }

    @Test
    void whatCameIsStoredThoughThePersonStopsAtThatMoment() {
        LedgerGateway gateway = gateway(request -> {
            Thread.currentThread().interrupt();
            throw new ModelFailedException(strange("<html>"));
        });

        assertThatThrownBy(() -> gateway.ask(MODEL, request("2+2?"), "u1")).isInstanceOf(StoppedException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(calls()).extracting(call -> call.call().body().orElse("")).containsExactly("<html>");
    }

    @Test
    void whatNobodyCanReadCountsAgainstTheBudget() {
        study.change(writing -> new BudgetTable().set(writing, run, 1));
        Budget budget = study.read(reading -> Budget.of(reading, run));
        LedgerGateway gateway = gateway(
                request -> {
                    throw new ModelFailedException(strange("<html>"));
                },
                budget);

        assertThat(gateway.ask(MODEL, request("2+2?"), "u1")).isInstanceOf(Asked.Failed.class);

        assertThat(budget.left().orElseThrow()).isLessThan(1);
    }

    @Test
    void anEmptyAnswerIsAFailure() {
        Asked failed = gateway(request -> reply(" \n")).ask(MODEL, request("2+2?"), "u1");
        assertThat(((Asked.Failed) failed).failure().kind()).isEqualTo(FailureKind.EMPTY);
        assertThat(asked).as("paid for twice at most").hasSize(2);
    }

    @Test
    void aRefusedKeyStopsTheJobAndSaysWhatToDo() {
        LedgerGateway gateway = gateway(request -> {
            throw new ModelFailedException(ModelFailure.of(FailureKind.KEY_REFUSED, "bad key"));
        });

        assertThatThrownBy(() -> gateway.ask(MODEL, request("2+2?"), "u1"))
                .isInstanceOf(ServiceRefusedException.class)
                .hasMessage("mine: the service refuses the key (bad key): check the key, or the permissions it has; "
                        + "what was done is kept, the same command goes on");
        assertThatThrownBy(() -> gateway.ask(MODEL, request("3+3?"), "u2")).isInstanceOf(ServiceRefusedException.class);
        assertThat(asked).as("nothing is asked any more").hasSize(1);
        assertThat(calls()).hasSize(1);
    }

    @Test
    void aRejectedReplyIsKeptButNotServedAgain() {
        LedgerGateway gateway = gateway(request -> reply("no JSON"));
        Asked.Replied replied = (Asked.Replied) gateway.ask(MODEL, request("2+2?"), "u1");

        gateway.reject(replied.call(), ModelFailure.of(FailureKind.NO_JSON, "it is prose"));

        Call call = calls().getFirst().call();
        assertThat(call.outcome()).isEqualTo("no json");
        assertThat(call.text()).contains("no JSON");
        assertThat(((Asked.Replied) gateway.ask(MODEL, request("2+2?"), "u1")).fromLedger()).isFalse();
    }

    @Test
    void withoutNetworkOnlyTheLedgerAnswers() {
        gateway(request -> reply("four")).ask(MODEL, request("2+2?"), "u1");
        LedgerGateway offline = gateway(
                request -> {
                    throw new AssertionError("the network was used");
                },
                new LedgerGateway.Options(Backoff.usual(), true));

        assertThat(offline.ask(MODEL, request("2+2?"), "u1")).isInstanceOf(Asked.Replied.class);
        assertThat(((Asked.Failed) offline.ask(MODEL, request("3+3?"), "u2")).failure().kind()).isEqualTo(FailureKind.NOT_IN_LEDGER);
    }

    @Test
    void aCancellationEndsTheWaitingBetweenAttempts() {
        LedgerGateway gateway = gateway(request -> {
            cancellation.request();
            throw new ModelFailedException(ModelFailure.of(FailureKind.SERVER_ERROR, ""));
        });

        assertThatThrownBy(() -> gateway.ask(MODEL, request("2+2?"), "u1")).isInstanceOf(StoppedException.class);
        assertThat(calls()).as("the unit is still to be done").isEmpty();
    }

    @Test
    void textThatNoStudyCanKeepIsTheSameFromTheLedger() {
        LedgerGateway gateway = gateway(request -> reply("a\u0000b\ud83dc \ud83d\ude00"));

        Asked.Replied fresh = (Asked.Replied) gateway.ask(MODEL, request("2+2?"), "u1");
        Asked.Replied stored = (Asked.Replied) gateway.ask(MODEL, request("2+2?"), "u1");

        assertThat(fresh.text()).isEqualTo("a\uFFFDb\uFFFDc \ud83d\ude00");
        assertThat(stored.text()).isEqualTo(fresh.text());
    }

    private LedgerGateway gateway(Function<ModelRequest, RawReply> service) {
        return gateway(service, LedgerGateway.Options.usual());
    }

    private LedgerGateway gateway(Function<ModelRequest, RawReply> service, Budget budget) {
        return gateway(service, LedgerGateway.Options.usual(), budget);
    }

    private LedgerGateway gateway(Function<ModelRequest, RawReply> service, LedgerGateway.Options options) {
        return gateway(service, options, Budget.unlimited());
    }

    private LedgerGateway gateway(Function<ModelRequest, RawReply> service, LedgerGateway.Options options, Budget budget) {
        LanguageModel model = new LanguageModel() {
            @Override
            public RawReply ask(ModelRequest request) {
                synchronized (asked) {
                    asked.add(request);
                }
                return service.apply(request);
            }

            @Override
            public void close() {}
        };
        return new LedgerGateway(
                study, run, writer, (definition, key) -> model, definition -> Optional.empty(), budget, timing, options, cancellation);
    }

    private List<StoredCall> calls() {
        return study.read(reading -> new CallTable().stream(reading).toList());
    }

    private static ModelRequest request(String... turns) {
        return ModelRequest.of(Arrays.stream(turns).map(Message::user).toArray(Message[]::new));
    }

    private static RawReply reply(String text) {
        return new RawReply(text, Optional.of("gpt-1"), Optional.of(3), Optional.of(2), FinishReason.STOP, "stop", "{}");
    }

    private static RawReply half(int tokensOut, FinishReason finish) {
        return new RawReply("Half of", Optional.empty(), Optional.of(1), Optional.of(tokensOut), finish, "as it calls it", "{}");
    }

    private static ModelFailure strange(String body) {
        return new ModelFailure(FailureKind.NOT_A_REPLY, "", Optional.of(200), Optional.empty(), Optional.of(body));
    }

    private static void awaitOpen(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
