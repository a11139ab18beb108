package dev.assay.datasets.models.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.datasets.StoppedException;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.models.FailureKind;
import dev.assay.datasets.models.ModelFailure;
import dev.assay.datasets.models.ModelLimits;
import java.time.Duration;
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
        CallLimiter limiter = new CallLimiter(new ModelLimits(Optional.of(60), Optional.empty(), Optional.of(100)), timing);

        for (int i = 0; i < 66; i++) {
            limiter.enter(0, cancellation).close();
        }

        // A tenth at once, then one a second.
        assertThat(timing.nanoTime()).isBetween(Duration.ofSeconds(60).toNanos() - 1_000, Duration.ofSeconds(60).toNanos() + 1_000);
    }

    @Test
    void tokensThatWereMoreThanThoughtAreWaitedForAfterwards() throws InterruptedException {
        CallLimiter limiter = new CallLimiter(new ModelLimits(Optional.empty(), Optional.of(6_000), Optional.of(100)), timing);

        try (CallLimiter.Permit permit = limiter.enter(100, cancellation)) {
            permit.replied(Optional.of(1_600));
        }
        limiter.enter(100, cancellation).close();

        // 600 held, 1,600 taken: 1,000 below zero, and 100 more are wanted, at 100 a second.
        assertThat(Duration.ofNanos(timing.nanoTime())).isBetween(Duration.ofMillis(10_999), Duration.ofMillis(11_001));
    }

    @Test
    void tooMuchHalvesOnceForAllCallsThatWereUnderWay() throws InterruptedException {
        CallLimiter limiter = new CallLimiter(new ModelLimits(Optional.empty(), Optional.empty(), Optional.of(64)), timing);

        failWith(limiter, FailureKind.RATE_LIMITED);
        failWith(limiter, FailureKind.OVERLOADED);
        assertThat(limiter.limit()).isEqualTo(32);

        timing.pass(Duration.ofSeconds(2));
        failWith(limiter, FailureKind.RATE_LIMITED);
        assertThat(limiter.limit()).isEqualTo(16);

        failWith(limiter, FailureKind.SERVER_ERROR);
        assertThat(limiter.limit()).as("a fault says nothing about how much the service takes").isEqualTo(16);
    }

    @Test
    void goodRepliesLetItGrowAgainUpToWhatThePersonSaid() throws InterruptedException {
        CallLimiter limiter = new CallLimiter(new ModelLimits(Optional.empty(), Optional.empty(), Optional.of(8)), timing);
        failWith(limiter, FailureKind.RATE_LIMITED);
        assertThat(limiter.limit()).isEqualTo(4);

        for (int i = 0; i < 1_000; i++) {
            succeed(limiter);
        }

        assertThat(limiter.limit()).isEqualTo(8);
    }

    @Test
    void whatAServiceTakesIsFoundByTrying() throws InterruptedException {
        CallLimiter limiter = new CallLimiter(ModelLimits.none(), timing);
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
        CallLimiter limiter = new CallLimiter(new ModelLimits(Optional.empty(), Optional.empty(), Optional.of(2)), timing);
        for (int i = 0; i < 5; i++) {
            timing.pass(Duration.ofSeconds(2));
            failWith(limiter, FailureKind.RATE_LIMITED);
        }
        assertThat(limiter.limit()).isEqualTo(1);
    }

    @Test
    void aCancelledCallIsNotLetThrough() {
        CallLimiter limiter = new CallLimiter(ModelLimits.none(), timing);
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
            permit.failed(kind);
        }
    }

    private void succeed(CallLimiter limiter) throws InterruptedException {
        try (CallLimiter.Permit permit = limiter.enter(1, cancellation)) {
            permit.replied(Optional.empty());
        }
    }

    private static ModelFailure rateLimited(Duration retryAfter) {
        return new ModelFailure(FailureKind.RATE_LIMITED, "", Optional.of(429), Optional.of(retryAfter), Optional.empty());
    }
}
