package dev.assay.datasets.models;

/** The port behind which every provider lies: one call, one attempt. Used by many threads at once. */
public interface LanguageModel extends AutoCloseable {

    /**
     * Asks once, and waits for the reply. Interrupting the thread gives the call up.
     *
     * @return what came, also if its text is empty: {@link RawReply#finish} may say why
     * @throws ModelFailedException if there is no reply of a model
     * @throws dev.assay.datasets.StoppedException if the thread was interrupted; it still is then
     */
    RawReply ask(ModelRequest request);

    @Override
    void close();
}
