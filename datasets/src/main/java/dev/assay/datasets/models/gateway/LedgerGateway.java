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
import dev.assay.datasets.models.ledger.CallTable;
import dev.assay.datasets.models.ledger.StoredCall;
import dev.assay.datasets.models.limits.Backoff;
import dev.assay.datasets.models.limits.Breaker;
import dev.assay.datasets.models.limits.CallLimiter;
import dev.assay.datasets.models.limits.Timing;
import dev.assay.datasets.models.limits.Tries;
import dev.assay.datasets.study.Study;
import java.time.Duration;
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
        boolean hadHalf = false;
        Tries tries = new Tries(options.backoff());
        while (true) {
            switch (attempt(question, connection, tries)) {
                case Attempt.Over(Asked asked) -> {
                    return asked;
                }
                case Attempt.Half(ModelFailure failure, boolean chance) -> {
                    if (hadHalf || !chance) {
                        return new Asked.Failed(failure);
                    }
                    hadHalf = true;
                }
                case Attempt.Again(ModelFailure failure) -> pause(tries.pause(failure, timing.random()));
            }
        }
    }

    private sealed interface Attempt {
        record Over(Asked asked) implements Attempt {}

        /** Nothing came. */
        record Again(ModelFailure failure) implements Attempt {}

        /**
         * Something came, was paid and is stored, but is no answer.
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
            connection.breaker().replied();
            permit.replied(tokens(reply));
            Optional<Double> cost = expenses.cost(question.model(), question.request(), reply);
            reserved.settle(cost);
            made.increment();
            return store(question, reply, cost, latency, tries.sent());
        } catch (ModelFailedException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw stopped(e);
            }
            permit.failed(e.failure());
            if (e.failure().kind().asksToSlowDown()) {
                connection.breaker().slowed(e.failure(), timing.nanoTime());
            }
            if (tries.again(e.failure())) {
                return new Attempt.Again(e.failure());
            }
            Duration latency = Duration.ofNanos(timing.nanoTime() - begun);
            return new Attempt.Over(givenUp(question, e.failure(), latency, tries.sent(), connection.breaker()));
        }
    }

    private Attempt store(Question question, RawReply reply, Optional<Double> cost, Duration latency, int attempts) {
        Optional<ModelFailure> failure = Completeness.failure(reply);
        long call = writer.write(writing -> calls.insert(writing, question.row(runId, reply, failure, cost, timing.now(), latency, attempts)));
        return failure.<Attempt>map(half -> new Attempt.Half(half, Completeness.mayBeBetter(question.model(), reply, half)))
                .orElseGet(() -> new Attempt.Over(new Asked.Replied(call, question.storedText(reply), false)));
    }

    private Asked givenUp(Question question, ModelFailure failure, Duration latency, int attempts, Breaker breaker) {
        long call = writer.write(writing -> calls.insert(writing, question.row(runId, failure, timing.now(), latency, attempts)));
        assert call > 0;
        made.increment();
        breaker.failed(failure);
        // The unit is not at fault if nothing can go well: it is still to be done when the person has done what is needed.
        requireClosed(breaker, question.model());
        return new Asked.Failed(failure);
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
        boolean done = writer.write(writing -> {
            calls.reject(writing, call, failure);
            return true;
        });
        assert done;
    }

    /** Calls made and stored, failed ones too; repeated attempts of one call are one. */
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
