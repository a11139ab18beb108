package dev.assay.datasets.models;

/**
 * The one way by which a step asks a model: from the ledger if the same was asked before, else by a call that is limited, repeated where that helps,
 * counted against the budget, and stored before anybody reads it. Used by many threads at once; blocks.
 */
public interface ModelGateway {

    /**
     * What became of a question. {@link Replied} is stored text, complete and not empty.
     */
    sealed interface Asked {

        /**
         * @param call number of the call in the ledger
         * @param text what the model wrote
         * @param fromLedger whether it was there already, at no cost
         */
        record Replied(long call, String text, boolean fromLedger) implements Asked {}

        /** The call failed for good, and is stored as failed. */
        record Failed(ModelFailure failure) implements Asked {}

        /** The call waits in a batch: the unit is neither done nor failed, and is to be looked at again when the batch has come back. */
        record Waiting() implements Asked {}
    }

    /**
     * @param unit key of the unit of work in the run, by which people find the call again
     * @throws dev.assay.datasets.StoppedException if the work is to stop: cancelled, the budget is used up, or the service wants something from a person
     */
    Asked ask(ModelDefinition model, ModelRequest request, String unit);

    /**
     * Says that a reply, though complete, is no answer or not in the form that was asked for: it will not be served from the ledger again.
     *
     * @param call as in {@link Asked.Replied}
     */
    void reject(long call, ModelFailure failure);
}
