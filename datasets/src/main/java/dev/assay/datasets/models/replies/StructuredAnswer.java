package dev.assay.datasets.models.replies;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.models.ModelFailure;

/** What became of a structured question. */
public sealed interface StructuredAnswer {

    /**
     * @param value of the form that was asked for
     * @param call number of the call in the ledger that gave it
     */
    record Value(ObjectNode value, long call) implements StructuredAnswer {}

    /** There is no answer, and the reason is known. */
    record Failed(ModelFailure failure) implements StructuredAnswer {}

    /** A call of it waits in a batch: to be asked again when the batch has come back. */
    record Waiting() implements StructuredAnswer {}
}
