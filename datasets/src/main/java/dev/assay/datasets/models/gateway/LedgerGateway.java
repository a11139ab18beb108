package dev.assay.datasets.models.gateway;

import dev.assay.datasets.StoppedException;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.CommitQueue;
import dev.assay.datasets.models.FailureKind;
import dev.assay.datasets.models.Keys;
import dev.assay.datasets.models.ModelConnector;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelFailedException;
import dev.assay.datasets.models.ModelFailure;
import dev.assay.datasets.models.ModelGateway;
import dev.assay.datasets.models.ModelRequest;
import dev.assay.datasets.models.RawReply;
import dev.assay.datasets.models.ServiceRefusedException;
import dev.assay.datasets.models.budget.Budget;
import dev.assay.datasets.models.ledger.Call;
import dev.assay.datasets.models.ledger.CallTable;
import dev.assay.datasets.models.ledger.StoredCall;
import dev.assay.datasets.models.limits.Backoff;
import dev.assay.datasets.models.limits.Breaker;
import dev.assay.datasets.models.limits.CallLimiter;
import dev.assay.datasets.models.limits.Timing;
import dev.assay.datasets.models.limits.Tries;
import dev.assay.datasets.study.Study;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * The gateway over the ledger of a study, for one run. A request that the ledger knows is answered from there; equal requests at the same moment are one call;
 * a reply is on the disk before anybody gets to see it, and a call keeps its place among those under way until then.
 */
public final class LedgerGateway implements ModelGateway, AutoCloseable {

    /** How the calls are made. */
    public record Options(Backoff backoff, boolean offline) {

        public static Options usual() {
            return new Options(Backoff.usual(), false);
        }
    }

    private final Study study;
    private final String runId;
    private final CommitQueue writer;
    private final ModelConnections connections;
    private final Expenses expenses;
    private final Timing timing;
    private final Options options;
    private final Cancellation cancellation;
    private final CallTable calls = new CallTable();
    private final Map<String, CompletableFuture<Asked>> underWay = new ConcurrentHashMap<>();
    private final boolean ledgerWasEmpty;
    private final Set<String> askedHere = ConcurrentHashMap.newKeySet();
    private final LongAdder made = new LongAdder();
    private final LongAdder served = new LongAdder();

    public LedgerGateway(
            Study study,
            String runId,
            CommitQueue writer,
            ModelConnector connector,
            Keys keys,
            Budget budget,
            Timing timing,
            Options options,
            Cancellation cancellation) {
        this.study = study;
        this.runId = runId;
        this.writer = writer;
        this.connections = new ModelConnections(connector, keys, options.backoff(), timing);
        this.expenses = new Expenses(study, budget);
        this.timing = timing;
        this.options = options;
        this.cancellation = cancellation;
        this.ledgerWasEmpty = !study.<Boolean>read(calls::hasReplies);
    }

    @Override
    public Asked ask(ModelDefinition model, ModelRequest request, String unit) {
        Question question = Question.of(model, request, unit);
        CompletableFuture<Asked> mine = new CompletableFuture<>();
        CompletableFuture<Asked> others = underWay.putIfAbsent(question.hash(), mine);
        if (others != null) {
            return fromAnother(others);
        }
        try {
            Asked asked = fromLedger(question).orElseGet(() -> call(question));
            mine.complete(asked);
            return asked;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            underWay.remove(question.hash(), mine);
        }
    }

    private Asked fromAnother(CompletableFuture<Asked> others) {
        try {
            Asked asked = others.join();
            if (asked instanceof Asked.Replied(long call, String text, boolean _)) {
                served.increment();
                return new Asked.Replied(call, text, true);
            }
            return asked;
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Optional<Asked> fromLedger(Question question) {
        // Looking costs as much as all else that is done for a call, and nobody but this gateway can have put anything into an empty ledger.
        boolean mayBeThere = !ledgerWasEmpty || !askedHere.add(question.hash());
        Optional<StoredCall> stored = mayBeThere ? study.read(reading -> calls.reply(reading, question.hash())) : Optional.empty();
        if (stored.isPresent()) {
            served.increment();
            return stored.map(call -> new Asked.Replied(call.sequence(), call.call().text().orElse(""), true));
        }
        return options.offline() ? Optional.of(new Asked.Failed(ModelFailure.of(FailureKind.NOT_IN_LEDGER, ""))) : Optional.empty();
    }

    /** Until there is a reply or no hope of one. */
    private Asked call(Question question) {
        ModelConnections.Connection connection = connections.to(question.model());
        Set<FailureKind> paidFor = EnumSet.noneOf(FailureKind.class);
        Tries tries = new Tries(options.backoff());
        while (true) {
            switch (attempt(question, connection, tries)) {
                case Attempt.Over(Asked asked) -> {
                    return asked;
                }
                case Attempt.Half(ModelFailure failure, boolean chance) -> {
                    if (!chance || !paidFor.add(failure.kind())) {
                        return new Asked.Failed(failure);
                    }
                }
                case Attempt.Again(ModelFailure failure) -> pause(tries.pause(failure, timing.random()));
            }
        }
    }

    private sealed interface Attempt {
        record Over(Asked asked) implements Attempt {}

        /** It may pass. */
        record Again(ModelFailure failure) implements Attempt {}

        /**
         * The model has answered, which was paid and is stored, but it is no answer.
         *
         * @param chance whether the same question once more may have a better end
         */
        record Half(ModelFailure failure, boolean chance) implements Attempt {}
    }

    private Attempt attempt(Question question, ModelConnections.Connection connection, Tries tries) {
        requireClosed(connection.breaker(), question.model());
        try (CallLimiter.Permit permit = connection.limiter().enter(expenses.expectedTokens(question.model(), question.request()), cancellation)) {
            requireClosed(connection.breaker(), question.model());
            Budget.Reservation reserved = expenses.reserve(question.model(), question.request());
            try {
                return made(question, connection, permit, reserved, tries);
            } finally {
                // Does nothing if the call was paid and settled.
                reserved.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopped(e);
        }
    }

    private Attempt made(
            Question question, ModelConnections.Connection connection, CallLimiter.Permit permit, Budget.Reservation reserved, Tries tries) {
        long begun = timing.nanoTime();
        tries.send();
        try {
            RawReply reply = connection.model().ask(question.request());
            Duration latency = Duration.ofNanos(timing.nanoTime() - begun);
            permit.replied(tokens(reply));
            Optional<Double> cost = expenses.cost(question.model(), question.request(), reply);
            reserved.settle(cost);
            Optional<ModelFailure> failure = Completeness.failure(reply);
            long call = store(question.row(runId, reply, failure, cost, timing.now(), latency, tries.takeUnstored()));
            if (failure.isPresent() && failure.get().kind().handling() == FailureKind.Handling.TRY_AGAIN) {
                return tries.again(failure.get()) ? new Attempt.Again(failure.get()) : givenUp(question, failure.get(), connection.breaker());
            }
            connection.breaker().replied();
            return failure.<Attempt>map(half -> new Attempt.Half(half, Completeness.mayBeBetter(question.model(), reply, half)))
                    .orElseGet(() -> new Attempt.Over(new Asked.Replied(call, question.storedText(reply), false)));
        } catch (ModelFailedException e) {
            return failed(question, connection, permit, reserved, tries, e, Duration.ofNanos(timing.nanoTime() - begun));
        }
    }

    private Attempt failed(
            Question question,
            ModelConnections.Connection connection,
            CallLimiter.Permit permit,
            Budget.Reservation reserved,
            Tries tries,
            ModelFailedException e,
            Duration latency) {
        ModelFailure failure = e.failure();
        boolean stopped = Thread.currentThread().isInterrupted();
        boolean more = !stopped && tries.again(failure);
        boolean came = failure.httpStatus().filter(status -> status / 100 == 2).isPresent();
        if (came || !(more || stopped)) {
            // What nobody here can read may be billed all the same.
            boolean perhapsPaid = came && failure.kind() == FailureKind.NOT_A_REPLY;
            Optional<Double> cost = perhapsPaid ? expenses.costOfStrange(question.model(), question.request(), failure) : Optional.empty();
            if (perhapsPaid) {
                reserved.settle(cost);
            }
            int attempts = tries.takeUnstored();
            // Without a key this one was not sent.
            store(question.row(runId, failure, cost, timing.now(), latency, failure.kind() == FailureKind.NO_KEY ? attempts - 1 : attempts));
        }
        if (stopped) {
            throw stopped(e);
        }
        permit.failed(failure);
        if (failure.kind().asksToSlowDown()) {
            connection.breaker().slowed(failure, timing.nanoTime());
        }
        return more ? new Attempt.Again(failure) : givenUp(question, failure, connection.breaker());
    }

    private long store(Call row) {
        long call = writer.write(writing -> calls.insert(writing, row));
        made.increment();
        return call;
    }

    private static Attempt givenUp(Question question, ModelFailure failure, Breaker breaker) {
        breaker.failed(failure);
        // The unit is not at fault if nothing can go well: it is still to be done when the person has done what is needed.
        requireClosed(breaker, question.model());
        return new Attempt.Over(new Asked.Failed(failure));
    }

    private static void requireClosed(Breaker breaker, ModelDefinition model) {
        breaker.reason().ifPresent(failure -> {
            throw new ServiceRefusedException(model.name() + ": " + failure.inWords() + ": " + Breaker.advice(failure.kind())
                    + "; what was done is kept, the same command goes on");
        });
    }

    private void pause(Duration time) {
        try {
            if (!time.isZero() && timing.pause(time, cancellation)) {
                throw new StoppedException(StoppedException.BY_PERSON);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopped(e);
        }
    }

    private static StoppedException stopped(Exception cause) {
        return new StoppedException(StoppedException.BY_PERSON, cause);
    }

    private static Optional<Integer> tokens(RawReply reply) {
        return reply.tokensIn().flatMap(in -> reply.tokensOut().map(out -> in + out));
    }

    @Override
    public void reject(long call, ModelFailure failure) {
        String rejected = writer.write(writing -> calls.reject(writing, call, failure));
        assert !rejected.isEmpty();
    }

    /** Calls made and stored, failed ones too; attempts to which nothing came are one with the next. */
    public long made() {
        return made.sum();
    }

    /** Questions that were answered without a call. */
    public long served() {
        return served.sum();
    }

    @Override
    public void close() {
        connections.close();
    }
}
