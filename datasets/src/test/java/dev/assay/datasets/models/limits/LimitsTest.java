package dev.assay.datasets.models.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.datasets.StoppedException;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.models.FailureKind;
import dev.assay.datasets.models.ModelFailure;
import dev.assay.datasets.models.ModelLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final ModelFailure SERVER = ModelFailure.of(FailureKind.SERVER_ERROR, "");

    private final StagedTiming timing = new StagedTiming(0.5);
    private final Cancellation cancellation = new Cancellation();

    @Test
    void waitsDoubleUpToTheLongest() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(5), 9);

        assertThat(backoff.pause(SERVER, 1, 0.5)).isEqualTo(Duration.ofMillis(500));
        assertThat(backoff.pause(SERVER, 2, 0.5)).isEqualTo(Duration.ofSeconds(1));
        assertThat(backoff.pause(SERVER, 3, 0.5)).isEqualTo(Duration.ofSeconds(2));
        assertThat(backoff.pause(SERVER, 8, 0.5)).isEqualTo(Duration.ofMillis(2_500));
    }

    @Test
    void aServiceThatNamesATimeIsLeftAloneForIt() {
        Backoff backoff = Backoff.usual();

        assertThat(backoff.pause(rateLimited(Duration.ofSeconds(7)), 1, 0)).isEqualTo(Duration.ofSeconds(7));
        assertThat(backoff.triesAgain(rateLimited(Duration.ofSeconds(7)), 1)).isTrue();
        assertThat(backoff.triesAgain(rateLimited(Duration.ofHours(7)), 1)).as("nobody waits for hours").isFalse();
    }

    @Test
    void onlyWhatMayPassIsTriedAgain() {
        Backoff backoff = Backoff.usual();

        for (FailureKind kind : FailureKind.values()) {
            assertThat(backoff.triesAgain(ModelFailure.of(kind, ""), 1)).as(kind.id()).isEqualTo(kind.handling() == FailureKind.Handling.TRY_AGAIN);
        }
        assertThat(backoff.triesAgain(SERVER, backoff.attempts())).isFalse();
        assertThat(backoff.triesAgain(ModelFailure.of(FailureKind.TIMED_OUT, ""), 3)).as("time-outs cost much").isFalse();
    }

    @Test
    void requestsPerMinuteAreKept() throws InterruptedException {
        CallLimiter limiter = new CallLimiter(new ModelLimits(Optional.of(60), Optional.empty(), Optional.of(100)), Backoff.usual(), timing);

        for (int i = 0; i < 66; i++) {
            limiter.enter(0, cancellation).close();
        }

        // A tenth at once, then one a second.
        assertThat(timing.nanoTime()).isBetween(Duration.ofSeconds(60).toNanos() - 1_000, Duration.ofSeconds(60).toNanos() + 1_000);
    }

    @Test
    void tokensThatWereMoreThanThoughtAreWaitedForAfterwards() throws InterruptedException {
        CallLimiter limiter = new CallLimiter(new ModelLimits(Optional.empty(), Optional.of(6_000), Optional.of(100)), Backoff.usual(), timing);

        try (CallLimiter.Permit permit = limiter.enter(100, cancellation)) {
            permit.replied(Optional.of(1_600));
        }
        limiter.enter(100, cancellation).close();

        // 600 held, 1,600 taken: 1,000 below zero, and 100 more are wanted, at 100 a second.
        assertThat(Duration.ofNanos(timing.nanoTime())).isBetween(Duration.ofMillis(10_999), Duration.ofMillis(11_001));
    }

    @Test
    void tooMuchHalvesOnceForAllCallsThatWereUnderWay() throws InterruptedException {
        CallLimiter limiter = new CallLimiter(new ModelLimits(Optional.empty(), Optional.empty(), Optional.of(64)), Backoff.usual(), timing);

        CallLimiter.Permit first = limiter.enter(1, cancellation);
        CallLimiter.Permit second = limiter.enter(1, cancellation);
        first.failed(ModelFailure.of(FailureKind.RATE_LIMITED, ""));
        second.failed(ModelFailure.of(FailureKind.OVERLOADED, ""));
        assertThat(limiter.limit()).isEqualTo(32);

        failWith(limiter, FailureKind.RATE_LIMITED);
        assertThat(limiter.limit()).isEqualTo(16);

        failWith(limiter, FailureKind.SERVER_ERROR);
        assertThat(limiter.limit()).as("a fault says nothing about how much the service takes").isEqualTo(16);
    }

    @Test
    void whoeverAsksToSlowDownIsAskedNothingByAnyCallUntilThen() throws InterruptedException {
        CallLimiter limiter = new CallLimiter(new ModelLimits(Optional.empty(), Optional.empty(), Optional.of(64)), Backoff.usual(), timing);
        CallLimiter.Permit first = limiter.enter(1, cancellation);
        CallLimiter.Permit underWay = limiter.enter(1, cancellation);

        first.failed(rateLimited(Duration.ofSeconds(7)));
        underWay.failed(rateLimited(Duration.ofSeconds(6)));
        assertThat(timing.nanoTime()).as("nobody has waited yet").isZero();
        limiter.enter(1, cancellation).close();

        // A quarter of a second more, so that programs that were told the same do not come at the same moment.
        assertThat(timing.pauses()).containsExactly(Duration.ofMillis(7_250));
    }

    @Test
    void aServiceThatNamesNoTimeIsLeftAloneForLongerEachTimeAndShorterAfterReplies() throws InterruptedException {
        CallLimiter limiter = new CallLimiter(ModelLimits.none(), Backoff.usual(), timing);
        for (int i = 0; i < 4; i++) {
            failWith(limiter, FailureKind.RATE_LIMITED);
        }
        succeed(limiter);
        succeed(limiter);
        failWith(limiter, FailureKind.OVERLOADED);
        succeed(limiter);

        assertThat(timing.pauses()).extracting(Duration::toMillis).containsExactly(250L, 500L, 1_000L, 2_000L, 1_000L);
    }

    @Test
    void whoWasUnderWayAlreadyDoesNotMakeTheWaitingLonger() throws InterruptedException {
        CallLimiter limiter = new CallLimiter(new ModelLimits(Optional.empty(), Optional.empty(), Optional.of(64)), Backoff.usual(), timing);
        List<CallLimiter.Permit> together = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            together.add(limiter.enter(1, cancellation));
        }
        for (CallLimiter.Permit permit : together) {
            permit.failed(ModelFailure.of(FailureKind.RATE_LIMITED, ""));
            permit.close();
        }
        succeed(limiter);

        assertThat(timing.pauses()).containsExactly(Duration.ofMillis(250));
    }

    @Test
    void beingAskedToSlowDownUsesUpNoAttempts() {
        Tries tries = new Tries(Backoff.usual());
        for (int i = 0; i < 20; i++) {
            tries.send();
            assertThat(tries.again(rateLimited(Duration.ofSeconds(1)))).isTrue();
            assertThat(tries.pause(rateLimited(Duration.ofSeconds(1)), 0.5)).as("the limiter waits for all").isZero();
        }
        for (int i = 1; i < Backoff.usual().attempts(); i++) {
            tries.send();
            assertThat(tries.again(SERVER)).isTrue();
        }
        tries.send();
        assertThat(tries.again(SERVER)).isFalse();
        assertThat(tries.sent()).isEqualTo(27);
    }

    @Test
    void aCallThatIsAlwaysAskedToSlowDownEnds() {
        Tries tries = new Tries(Backoff.usual());
        int sent = 0;
        do {
            tries.send();
            sent++;
        } while (tries.again(rateLimited(Duration.ofSeconds(1))));
        assertThat(sent).isEqualTo(Tries.MOST_REFUSALS);
    }

    @Test
    void goodRepliesLetItGrowAgainUpToWhatThePersonSaid() throws InterruptedException {
        CallLimiter limiter = new CallLimiter(new ModelLimits(Optional.empty(), Optional.empty(), Optional.of(8)), Backoff.usual(), timing);
        failWith(limiter, FailureKind.RATE_LIMITED);
        assertThat(limiter.limit()).isEqualTo(4);

        for (int i = 0; i < 1_000; i++) {
            succeed(limiter);
        }

        assertThat(limiter.limit()).isEqualTo(8);
    }

    @Test
    void whatAServiceTakesIsFoundByTrying() throws InterruptedException {
        CallLimiter limiter = new CallLimiter(ModelLimits.none(), Backoff.usual(), timing);
        assertThat(limiter.limit()).isEqualTo(8);

        for (int i = 0; i < 8; i++) {
            succeed(limiter);
        }
        assertThat(limiter.limit()).as("doubles with a round of good replies").isEqualTo(16);

        for (int i = 0; i < 1_000; i++) {
            succeed(limiter);
        }
        assertThat(limiter.limit()).isEqualTo(ModelLimits.MOST_FOUND_BY_TRYING);
    }

    @Test
    void neverLessThanOneCall() throws InterruptedException {
        CallLimiter limiter = new CallLimiter(new ModelLimits(Optional.empty(), Optional.empty(), Optional.of(2)), Backoff.usual(), timing);
        for (int i = 0; i < 5; i++) {
            failWith(limiter, FailureKind.RATE_LIMITED);
        }
        assertThat(limiter.limit()).isEqualTo(1);
    }

    @Test
    void aCancelledCallIsNotLetThrough() {
        CallLimiter limiter = new CallLimiter(ModelLimits.none(), Backoff.usual(), timing);
        cancellation.request();
        assertThatThrownBy(() -> limiter.enter(1, cancellation)).isInstanceOf(StoppedException.class);
    }

    @Test
    void keyAndQuotaOpenTheBreakerAtOnce() {
        for (FailureKind kind : new FailureKind[] {FailureKind.KEY_REFUSED, FailureKind.QUOTA_EXHAUSTED, FailureKind.MODEL_UNKNOWN, FailureKind.NO_KEY}) {
            Breaker breaker = new Breaker();
            breaker.failed(ModelFailure.of(kind, ""));
            assertThat(breaker.reason().orElseThrow().kind()).isEqualTo(kind);
        }
    }

    @Test
    void aServiceThatOnlyAsksToSlowDownOpensTheBreakerAfterTenMinutes() {
        Breaker breaker = new Breaker();
        ModelFailure slower = rateLimited(Duration.ofSeconds(1));
        breaker.slowed(slower, Duration.ofMinutes(1).toNanos());
        breaker.slowed(slower, Duration.ofMinutes(10).toNanos());
        breaker.replied();
        breaker.slowed(slower, Duration.ofMinutes(12).toNanos());
        breaker.slowed(slower, Duration.ofMinutes(21).toNanos());
        assertThat(breaker.reason()).isEmpty();

        breaker.slowed(slower, Duration.ofMinutes(22).toNanos());
        assertThat(breaker.reason()).contains(slower);
    }

    @Test
    void aServiceThatWantsHoursOpensTheBreakerAtOnce() {
        Breaker breaker = new Breaker();
        breaker.slowed(rateLimited(Duration.ofHours(7)), 0);
        assertThat(breaker.reason()).isPresent();
    }

    @Test
    void aServiceThatAcceptsNothingOpensTheBreakerAndSaysWhatItSaid() {
        Breaker breaker = new Breaker();
        for (int i = 0; i < 9; i++) {
            breaker.failed(badRequest("Unknown parameter: 'seed' (request id 20261122-" + i + ")"));
        }
        assertThat(breaker.reason()).isEmpty();
        breaker.failed(badRequest("Unknown parameter: 'seed' (request id 20261122-9)"));
        assertThat(breaker.reason().orElseThrow().detail()).contains("Unknown parameter: 'seed'");
        assertThat(Breaker.advice(FailureKind.BAD_REQUEST)).contains("parameters, extra body fields");
    }

    @Test
    void requestsThatAreRefusedForDifferentReasonsOrBetweenRepliesDoNotOpenTheBreaker() {
        Breaker different = new Breaker();
        Breaker replying = new Breaker();
        replying.replied();
        for (int i = 0; i < 100; i++) {
            different.failed(badRequest(i % 2 == 0 ? "the image cannot be read" : "the prompt holds a forbidden word"));
            replying.failed(badRequest("the prompt holds a forbidden word"));
        }
        assertThat(different.reason()).isEmpty();
        assertThat(replying.reason()).isEmpty();
    }

    @Test
    void onlyFaultsWithoutAnyReplyBetweenThemOpenTheBreaker() {
        Breaker breaker = new Breaker();
        for (int i = 0; i < 100; i++) {
            for (int j = 0; j < 9; j++) {
                breaker.failed(SERVER);
            }
            breaker.replied();
            breaker.failed(ModelFailure.of(FailureKind.CONTEXT_TOO_LONG, ""));
        }
        assertThat(breaker.reason()).isEmpty();

        for (int j = 0; j < 10; j++) {
            breaker.failed(SERVER);
        }
        assertThat(breaker.reason()).contains(SERVER);
    }

    private void failWith(CallLimiter limiter, FailureKind kind) throws InterruptedException {
        try (CallLimiter.Permit permit = limiter.enter(1, cancellation)) {
            permit.failed(ModelFailure.of(kind, ""));
        }
    }

    private void succeed(CallLimiter limiter) throws InterruptedException {
        try (CallLimiter.Permit permit = limiter.enter(1, cancellation)) {
            permit.replied(Optional.empty());
        }
    }

    private static ModelFailure badRequest(String detail) {
        return new ModelFailure(FailureKind.BAD_REQUEST, detail, Optional.of(400), Optional.empty(), Optional.empty());
    }

    private static ModelFailure rateLimited(Duration retryAfter) {
        return new ModelFailure(FailureKind.RATE_LIMITED, "", Optional.of(429), Optional.of(retryAfter), Optional.empty());
    }
}
