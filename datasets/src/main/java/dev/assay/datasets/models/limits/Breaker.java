package dev.assay.datasets.models.limits;

import dev.assay.datasets.models.FailureKind;
import dev.assay.datasets.models.ModelFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Opens when nothing can go well before a person has done something: the key or the quota is refused, or call after call was given up although it was
 * tried again and again, or the service accepts no request at all. Then no further call is made.
 */
public final class Breaker {

    /** So long a service may ask to slow down without a single reply between. */
    private static final Duration LONGEST_WITHOUT_REPLY = Duration.ofMinutes(10);

    /** Calls one after the other, each given up after all its attempts, without a single reply between them. */
    private static final int GIVEN_UP_IN_A_ROW = 10;
    /** A number of the request or the like, which differs where nothing else does. */
    private static final Pattern NUMBERED = Pattern.compile("\\S*\\d\\S*");

    private Optional<ModelFailure> reason = Optional.empty();
    private Optional<Long> slowedSince = Optional.empty();
    private boolean everReplied;
    private int inARow;
    private String refusedWith = "";

    public synchronized void replied() {
        everReplied = true;
        inARow = 0;
        slowedSince = Optional.empty();
    }

    /**
     * The service asks to slow down, and the call will be made again.
     *
     * @param nanoTime of now, see {@link Timing#nanoTime}
     */
    public synchronized void slowed(ModelFailure failure, long nanoTime) {
        long since = slowedSince.orElse(nanoTime);
        slowedSince = Optional.of(since);
        if (Backoff.isForLong(failure) || nanoTime - since >= LONGEST_WITHOUT_REPLY.toNanos()) {
            open(failure);
        }
    }

    /** @param failure of a call that is not tried again */
    public synchronized void failed(ModelFailure failure) {
        switch (failure.kind().handling()) {
            case PAUSES_THE_JOB -> open(failure);
            case TRY_AGAIN -> oneMore("", failure);
            case FAILS_THE_UNIT -> {
                if (failure.kind() == FailureKind.BAD_REQUEST && !everReplied) {
                    oneMore(NUMBERED.matcher(failure.detail()).replaceAll("#"), failure);
                } else {
                    // The service works: it has answered, though not with what was wanted.
                    inARow = 0;
                }
            }
        }
    }

    /** @param saying what the service says to each of them, if it matters that it is the same */
    private void oneMore(String saying, ModelFailure failure) {
        inARow = saying.equals(refusedWith) ? inARow + 1 : 1;
        refusedWith = saying;
        if (inARow >= GIVEN_UP_IN_A_ROW) {
            open(failure);
        }
    }

    private void open(ModelFailure failure) {
        if (reason.isEmpty()) {
            reason = Optional.of(failure);
        }
    }

    /** Why no call is made any more; empty while calls are made. */
    public synchronized Optional<ModelFailure> reason() {
        return reason;
    }

    /** What a person can do about it, in one line. */
    public static String advice(FailureKind kind) {
        return switch (kind) {
            case KEY_REFUSED -> "check the key, or the permissions it has";
            case NO_KEY -> "set the environment variable that holds it, or put it into the keyring";
            case QUOTA_EXHAUSTED -> "add credit with the service, or use another model";
            case MODEL_UNKNOWN -> "check the model's id and the base URL";
            case UNREACHABLE -> "check the base URL and the network, and that the service is running";
            case TIMED_OUT -> "the service hangs: look at it, or give it more time with --timeout";
            case RATE_LIMITED, OVERLOADED -> "wait a while, or set lower limits for the model";
            case BAD_REQUEST -> "it has accepted no request so far: change what it names in the model's parameters, extra body fields or headers";
            case NOT_A_REPLY -> "check the base URL: something else answers there";
            default -> "look at the service";
        };
    }
}
