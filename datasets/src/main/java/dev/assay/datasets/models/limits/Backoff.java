package dev.assay.datasets.models.limits;

import dev.assay.datasets.models.FailureKind;
import dev.assay.datasets.models.ModelFailure;
import java.time.Duration;
import java.util.Set;

/**
 * How long to wait before a call is made again: exponential, with full jitter, so that calls that failed together do not come back together
 * (M. Brooker, "Exponential Backoff and Jitter", AWS Architecture Blog, 2015); never less than the service asks for.
 *
 * @param first upper bound of the first wait; doubles with each
 * @param longest upper bound of any wait
 * @param attempts how often a call is made at most
 */
public record Backoff(Duration first, Duration longest, int attempts) {

    /** A time-out costs the full time limit each time, and something that came may be billed each time: these are not tried as often. */
    private static final int ATTEMPTS_THAT_COST = 3;
    private static final Set<FailureKind> COSTLY = Set.of(FailureKind.TIMED_OUT, FailureKind.NOT_A_REPLY, FailureKind.BROKEN_OFF);
    /** A service that wants to be left alone for longer than this is not waited for. */
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofMinutes(5);

    public static Backoff usual() {
        return new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), 7);
    }

    /** @param made attempts so far, from 1 */
    public boolean triesAgain(ModelFailure failure, int made) {
        if (failure.kind().handling() != FailureKind.Handling.TRY_AGAIN) {
            return false;
        }
        if (isForLong(failure)) {
            return false;
        }
        return made < (COSTLY.contains(failure.kind()) ? Math.min(attempts, ATTEMPTS_THAT_COST) : attempts);
    }

    /** Whether the service wants to be left alone for longer than anybody waits here. */
    static boolean isForLong(ModelFailure failure) {
        return failure.retryAfter().filter(wanted -> wanted.compareTo(LONGEST_RETRY_AFTER) > 0).isPresent();
    }

    /**
     * @param made attempts so far, from 1
     * @param random from 0 up to 1
     */
    public Duration pause(ModelFailure failure, int made, double random) {
        double bound = Math.min((double) longest.toNanos(), first.toNanos() * Math.pow(2, made - 1));
        Duration jittered = Duration.ofNanos((long) (random * bound));
        // What the service asks for, and a little more: all who were told the same must not come at the same moment.
        return failure.retryAfter().map(wanted -> wanted.plus(Duration.ofNanos((long) (random * first.toNanos())))).orElse(jittered);
    }
}
