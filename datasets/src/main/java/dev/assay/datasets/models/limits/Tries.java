package dev.assay.datasets.models.limits;

import dev.assay.datasets.models.ModelFailure;
import java.time.Duration;

/**
 * How often one call was sent, and whether it is sent once more. Being asked to slow down is no fault of the call: it does not use up its attempts, for the
 * {@link CallLimiter} holds all calls of the model then, and the {@link Breaker} ends it when that lasts too long. Belongs to one thread.
 */
public final class Tries {

    /** A prompt that is larger than what a service gives in a minute would be asked to slow down for ever. */
    static final int MOST_REFUSALS = 50;

    private final Backoff backoff;
    private int sent;
    private int refused;
    private int unstored;

    public Tries(Backoff backoff) {
        this.backoff = backoff;
    }

    public void send() {
        sent++;
        unstored++;
    }

    /** How often it was sent, refusals included. */
    public int sent() {
        return sent;
    }

    /** How often it was sent, refusals included, since this was asked last: a row of the ledger tells of all that came before it and of none twice. */
    public int takeUnstored() {
        int taken = unstored;
        unstored = 0;
        return taken;
    }

    /** Whether it is sent once more after it has failed so. To be asked once for each failure. */
    public boolean again(ModelFailure failure) {
        if (failure.kind().asksToSlowDown()) {
            refused++;
            return refused < MOST_REFUSALS;
        }
        return backoff.triesAgain(failure, sent - refused);
    }

    /** How long this call waits by itself before it is sent once more. */
    public Duration pause(ModelFailure failure, double random) {
        return failure.kind().asksToSlowDown() ? Duration.ZERO : backoff.pause(failure, sent - refused, random);
    }
}
