package dev.assay.datasets.models.langchain4j;

import dev.assay.datasets.models.http.HttpReply;
import java.util.Optional;

/** What becomes of one call: passed by the adapter, which would give back only part of it. Belongs to one thread. */
final class Exchange {

    /** Takes an adapter out of its call when the exchange is over, well or not. */
    static final class Over extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Over() {
            super("the exchange is over", null, false, false);
        }
    }

    private static final ScopedValue<Exchange> CURRENT = ScopedValue.newInstance();

    private Optional<HttpReply> reply = Optional.empty();
    private Optional<Exception> breakage = Optional.empty();

    /** Lets an adapter make its call. */
    static Exchange during(Runnable call) {
        Exchange exchange = new Exchange();
        ScopedValue.where(CURRENT, exchange).run(call);
        return exchange;
    }

    static Exchange ofThisThread() {
        return CURRENT.get();
    }

    void replied(HttpReply with) {
        reply = Optional.of(with);
    }

    void broke(Exception why) {
        breakage = Optional.of(why);
    }

    /** If a whole HTTP reply came. */
    Optional<HttpReply> reply() {
        return reply;
    }

    /** Why none came. */
    Optional<Exception> breakage() {
        return breakage;
    }
}
