package dev.assay.datasets.models;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every way in which a call can fail. None of them is an answer. */
public enum FailureKind {
    RATE_LIMITED(Handling.TRY_AGAIN, "the service says that it is asked too fast"),
    OVERLOADED(Handling.TRY_AGAIN, "the service is overloaded"),
    SERVER_ERROR(Handling.TRY_AGAIN, "the service has a fault of its own"),
    UNREACHABLE(Handling.TRY_AGAIN, "the service cannot be reached"),
    CONNECTION_LOST(Handling.TRY_AGAIN, "the connection broke off before the reply was complete"),
    TIMED_OUT(Handling.TRY_AGAIN, "no reply came in time"),
    /** A page of a gateway, half a body, anything that is no reply of such a service. */
    NOT_A_REPLY(Handling.TRY_AGAIN, "what came is no reply of a model"),
    /** There may be text, but the service had a fault while the model wrote it. */
    BROKEN_OFF(Handling.TRY_AGAIN, "the service broke the answer off"),
    KEY_REFUSED(Handling.PAUSES_THE_JOB, "the service refuses the key"),
    QUOTA_EXHAUSTED(Handling.PAUSES_THE_JOB, "the account has no quota left"),
    MODEL_UNKNOWN(Handling.PAUSES_THE_JOB, "the service does not know this model"),
    NO_KEY(Handling.PAUSES_THE_JOB, "there is no key"),
    CONTEXT_TOO_LONG(Handling.FAILS_THE_UNIT, "the prompt is longer than the model can read"),
    BAD_REQUEST(Handling.FAILS_THE_UNIT, "the service does not accept the request"),
    CONTENT_FILTERED(Handling.FAILS_THE_UNIT, "the service's content filter stopped the answer"),
    REFUSED(Handling.FAILS_THE_UNIT, "the model declined to answer"),
    CUT_OFF(Handling.FAILS_THE_UNIT, "the answer was cut off at the longest allowed length"),
    /** There may be text, but the model stopped for a reason that is no end of an answer. */
    NOT_FINISHED(Handling.FAILS_THE_UNIT, "the model stopped before its answer was done"),
    EMPTY(Handling.FAILS_THE_UNIT, "the answer is empty"),
    /** There is text, but no JSON object in it. */
    NO_JSON(Handling.FAILS_THE_UNIT, "the reply holds no JSON object"),
    /** There is an object, but not of the form that was asked for. */
    WRONG_FORM(Handling.FAILS_THE_UNIT, "the reply is not in the form that was asked for"),
    NOT_IN_LEDGER(Handling.FAILS_THE_UNIT, "the reply is not in the study, and the network is not to be used"),
    BATCH_EXPIRED(Handling.FAILS_THE_UNIT, "the batch expired before the call was made"),
    BATCH_CANCELLED(Handling.FAILS_THE_UNIT, "the batch was cancelled before the call was made");

    /** What is done about it. */
    public enum Handling {
        /** Asked again after a while, a few times. */
        TRY_AGAIN,
        /** The unit is recorded as failed; the others go on. */
        FAILS_THE_UNIT,
        /** Nothing can go well before a person has done something. */
        PAUSES_THE_JOB
    }

    private final Handling handling;
    private final String words;

    FailureKind(Handling handling, String words) {
        this.handling = handling;
        this.words = words;
    }

    public Handling handling() {
        return handling;
    }

    /** Whether the service would answer if it were asked later or less often: that is about all calls of the model, not about this one. */
    public boolean asksToSlowDown() {
        return this == RATE_LIMITED || this == OVERLOADED;
    }

    /** What happened, as a clause. */
    public String inWords() {
        return words;
    }

    /** As it stands in the study and in exports: lower case, words separated by a space. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public static Optional<FailureKind> fromId(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }
}
