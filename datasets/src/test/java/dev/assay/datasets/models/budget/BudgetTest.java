package dev.assay.datasets.models.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.StoppedException;
import dev.assay.datasets.jobs.RunTable;
import dev.assay.datasets.models.FinishReason;
import dev.assay.datasets.models.Message;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelLimits;
import dev.assay.datasets.models.ModelRequest;
import dev.assay.datasets.models.Price;
import dev.assay.datasets.models.Provider;
import dev.assay.datasets.models.ledger.Call;
import dev.assay.datasets.models.ledger.CallTable;
import dev.assay.datasets.models.ledger.RequestJson;
import dev.assay.datasets.study.Study;
import dev.assay.datasets.testing.Clocks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAdder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BudgetTest {

    private static final ModelDefinition MODEL =
            ModelDefinition.of("judge", Provider.OPENAI, "local-model", Optional.empty()).at(new Price(1, 10));

    @TempDir
    Path folder;

    private Study study;
    private String run;

    @BeforeEach
    void makeAStudy() {
        study = Study.create(folder.resolve("s.assay"), Clocks.fixed());
        run = begin(1);
    }

    @AfterEach
    void close() {
        study.close();
    }

    @Test
    void whatWasSpentEarlierCounts() {
        allow(run, 1);
        spend(run, "a", 0.7);
        Budget budget = budget();

        assertThat(budget.left()).hasValueSatisfying(left -> assertThat(left).isCloseTo(0.3, offset(1e-9)));
        budget.reserve(MODEL, Optional.of(0.2)).settle(Optional.of(0.2));
        assertThatThrownBy(() -> budget.reserve(MODEL, Optional.of(0.2)))
                .isInstanceOf(StoppedException.class)
                .hasMessage("the budget of this run is used up: 0.9000 of 1.000 is spent, and the next call costs about 0.20; "
                        + "what was done is kept: give more with --budget and run the same again");
    }

    @Test
    void theBudgetOfTheStudyIsForAllRuns() {
        allow(BudgetTable.STUDY, 1);
        spend(begin(2), "a", 0.95);
        assertThatThrownBy(() -> budget().reserve(MODEL, Optional.of(0.1))).isInstanceOf(StoppedException.class)
                .hasMessageContaining("the budget of the study is used up")
                .hasMessageContaining("give more with `budget AMOUNT` and run the same again");
    }

    @Test
    void withoutABudgetAnythingGoes() {
        Budget budget = budget();
        assertThat(budget.limited()).isFalse();
        budget.reserve(MODEL, Optional.empty()).settle(Optional.empty());
        assertThat(budget.left()).isEmpty();
    }

    @Test
    void aBudgetNeedsAPrice() {
        allow(run, 1);
        assertThatThrownBy(() -> budget().reserve(MODEL, Optional.empty()))
                .isInstanceOf(AssayException.class).isNotInstanceOf(StoppedException.class).hasMessageContaining("no price of judge");
    }

    @Test
    void whatIsFreeGoesOnWhenTheMoneyIsGone() {
        allow(run, 0);
        budget().reserve(MODEL, Optional.of(0.0)).release();
        assertThatThrownBy(() -> budget().reserve(MODEL, Optional.of(0.01))).isInstanceOf(StoppedException.class);
    }

    @Test
    void aCallWaitsForWhatCallsInFlightMayLeave() throws Exception {
        allow(run, 1);
        Budget budget = budget();
        Budget.Reservation first = budget.reserve(MODEL, Optional.of(0.9));
        Thread second = Thread.startVirtualThread(() -> budget.reserve(MODEL, Optional.of(0.5)).release());
        await().until(() -> second.getState() == Thread.State.WAITING);
        first.settle(Optional.of(0.2));
        second.join();
        assertThat(budget.left().orElseThrow()).isCloseTo(0.8, offset(1e-9));
    }

    @Test
    void settlingTwiceCountsOnce() {
        allow(run, 1);
        Budget budget = budget();
        Budget.Reservation reservation = budget.reserve(MODEL, Optional.of(0.4));
        reservation.settle(Optional.empty());
        reservation.settle(Optional.of(0.4));
        assertThat(budget.left().orElseThrow()).isCloseTo(0.6, offset(1e-9));
    }

    /** Calls cost half to twice what was expected; 16 workers never go further over the budget than the calls in flight cost too much. */
    @Test
    void manyWorkersStopWithinOneCallInFlightEach() throws Exception {
        int workers = 16;
        for (int seed = 0; seed < 20; seed++) {
            String someRun = begin(100 + seed);
            allow(someRun, 3);
            Budget budget = study.read(reading -> Budget.of(reading, someRun));
            DoubleAdder spent = new DoubleAdder();
            AtomicInteger stopped = new AtomicInteger();
            CountDownLatch start = new CountDownLatch(1);
            List<Future<?>> all = new ArrayList<>();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int worker = 0; worker < workers; worker++) {
                    Random random = new Random(31L * seed + worker);
                    all.add(threads.submit(() -> {
                        start.await();
                        try {
                            while (true) {
                                Budget.Reservation reservation = budget.reserve(MODEL, Optional.of(0.01));
                                double cost = 0.005 + 0.015 * random.nextDouble();
                                spent.add(cost);
                                reservation.settle(Optional.of(cost));
                            }
                        } catch (StoppedException e) {
                            stopped.incrementAndGet();
                        }
                        return null;
                    }));
                }
                start.countDown();
                for (Future<?> one : all) {
                    one.get();
                }
            }
            assertThat(stopped).hasValue(workers);
            assertThat(spent.sum()).isBetween(3 - 0.01, 3 + workers * 0.01);
        }
    }

    @Test
    void anEstimateLeavesOutWhatTheLedgerHasAndWhatIsAskedTwice() {
        spend(run, "known", 0.1);
        Estimate estimate = study.read(reading -> {
            Estimation estimation = new Estimation(reading, Pricing.NORMAL, Set.of());
            for (String text : List.of("known", "new", "new", "other")) {
                assertThat(estimation.add(MODEL, ModelRequest.of(Message.user(text)))).isEqualTo(text.equals("known") ? Optional.of("text") : Optional.empty());
            }
            return estimation.total();
        });
        assertThat(estimate.calls()).isEqualTo(4);
        assertThat(estimate.callsInLedger()).isEqualTo(2);
        assertThat(estimate.callsToMake()).isEqualTo(2);
        assertThat(estimate.tokensOut()).as("as long as the answer that is known").isEqualTo(2 * 50);
    }

    @Test
    void whatWaitsInABatchIsNotToBePaidAgainAndBatchesTakeUpToADayForEachTurn() {
        ModelRequest waiting = ModelRequest.of(Message.user("waiting"));
        String hash = RequestJson.hash(RequestJson.of(MODEL, waiting), 0);
        Estimate estimate = study.read(reading -> {
            Estimation estimation = new Estimation(reading, Pricing.BATCH, Set.of(hash));
            assertThat(estimation.add(MODEL, waiting)).isEmpty();
            assertThat(estimation.add(MODEL, ModelRequest.of(Message.user("new")))).isEmpty();
            estimation.addLaterTurn(MODEL, ModelRequest.of(Message.user("new"), Message.user("and then?")), 1);
            return estimation.total();
        });
        assertThat(estimate.callsWaiting()).isEqualTo(1);
        assertThat(estimate.callsToMake()).isEqualTo(2);
        assertThat(estimate.seconds()).isEqualTo(2 * 86_400.0);
    }

    @Test
    void whatWasBilledCorrectsTheCount() {
        ModelRequest request = ModelRequest.of(Message.user("a".repeat(400)));
        int uncorrected = study.read(reading -> CallForecast.of(reading, MODEL)).tokensIn(request);
        store(run, request, Optional.of(3 * uncorrected), 0.1);
        assertThat(study.read(reading -> CallForecast.of(reading, MODEL)).tokensIn(request)).isEqualTo(3 * uncorrected);
    }

    @Test
    void costIsTokensTimesPriceAndHalfInABatch() {
        ModelRequest request = ModelRequest.of(Message.user("a".repeat(372)));
        CallForecast forecast = study.read(reading -> CallForecast.of(reading, MODEL));
        assertThat(forecast.tokensIn(request)).isEqualTo(100);
        assertThat(forecast.cost(request, Pricing.NORMAL).orElseThrow()).isEqualTo((100 * 1.0 + 400 * 10.0) / 1e6);
        assertThat(forecast.cost(request, Pricing.BATCH).orElseThrow()).isEqualTo((100 * 1.0 + 400 * 10.0) / 2e6);
    }

    @Test
    void anUnknownPriceGivesNoCost() {
        Estimate estimate = study.read(reading -> {
            Estimation estimation = new Estimation(reading, Pricing.NORMAL, Set.of());
            assertThat(estimation.add(MODEL, ModelRequest.of(Message.user("a")))).isEmpty();
            estimation.addLaterTurn(ModelDefinition.of("other", Provider.OLLAMA, "other", Optional.empty()), ModelRequest.of(Message.user("a")), 1);
            return estimation.total();
        });
        assertThat(estimate.cost()).isEmpty();
        assertThat(estimate.tokensIn()).as("the answer before is read again").isGreaterThan(CallForecast.ASSUMED_ANSWER);
    }

    @Test
    void limitsMakeItSlower() {
        ModelDefinition slow = MODEL.with(new ModelLimits(Optional.of(60), Optional.empty(), Optional.of(8)));
        Estimate estimate = study.read(reading -> {
            Estimation estimation = new Estimation(reading, Pricing.NORMAL, Set.of());
            for (int i = 0; i < 600; i++) {
                assertThat(estimation.add(slow, ModelRequest.of(Message.user("question " + i)))).isEmpty();
            }
            return estimation.total();
        });
        assertThat(estimate.seconds()).isEqualTo(600.0);
    }

    private Budget budget() {
        return study.read(reading -> Budget.of(reading, run));
    }

    private void allow(String scope, double amount) {
        study.change(writing -> new BudgetTable().set(writing, scope, amount));
    }

    private String begin(long seed) {
        return study.write(writing ->
                new RunTable(Clocks.fixed()).begin(writing, "respond", "llm", JsonNodeFactory.instance.objectNode(), seed)).id();
    }

    private void spend(String runId, String text, double cost) {
        store(runId, ModelRequest.of(Message.user(text)), Optional.of(10), cost);
    }

    private void store(String runId, ModelRequest request, Optional<Integer> tokensIn, double cost) {
        var json = RequestJson.of(MODEL, request);
        study.change(writing -> assertThat(new CallTable().insert(writing, new Call(
                RequestJson.hash(json, 0), runId, "u", "judge", MODEL.model(), Optional.empty(), 0, Call.REPLY, "", Optional.of(FinishReason.STOP),
                Optional.of(200), tokensIn, Optional.of(50), Optional.of(cost), Duration.ofMillis(500), 1, Optional.empty(),
                Clocks.fixed().instant(), json.toString(), Optional.of("text"), Optional.empty()))).isPositive());
    }
}
