package dev.assay.datasets.models;

/** The port behind which every provider lies: one call, one attempt. Used by many threads at once. */
public interface LanguageModel extends AutoCloseable {

    /**
     * Asks once, and waits for the reply. Interrupting the thread gives the call up.
     *
     * @throws ModelFailedException if there is no reply; also for a reply without any text that says why (cut off, filtered), whose body is then in
     *     the failure
     */
    RawReply ask(ModelRequest request);

    @Override
    void close();
}
