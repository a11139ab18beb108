package dev.assay.datasets.models.limits;

import dev.assay.datasets.models.FailureKind;
import dev.assay.datasets.models.ModelFailure;
import java.util.Optional;

/**
 * Opens when nothing can go well before a person has done something: the key or the quota is refused, or call after call was given up although it was
 * tried again and again. Then no further call is made.
 */
public final class Breaker {

    /** Calls one after the other, each given up after all its attempts, without a single reply between them. */
    private static final int GIVEN_UP_IN_A_ROW = 10;

    private Optional<ModelFailure> reason = Optional.empty();
    private int inARow;

    public synchronized void replied() {
        inARow = 0;
    }

    /** @param failure of a call that is not tried again */
    public synchronized void failed(ModelFailure failure) {
        switch (failure.kind().handling()) {
            case PAUSES_THE_JOB -> open(failure);
            case TRY_AGAIN -> {
                inARow++;
                if (inARow >= GIVEN_UP_IN_A_ROW) {
                    open(failure);
                }
            }
            // The service works: it has answered, though not with what was wanted.
            case FAILS_THE_UNIT -> inARow = 0;
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
            case NOT_A_REPLY -> "check the base URL: something else answers there";
            default -> "look at the service";
        };
    }
}
