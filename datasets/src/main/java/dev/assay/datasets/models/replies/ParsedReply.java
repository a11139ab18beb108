package dev.assay.datasets.models.replies;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.models.ModelFailure;

/** What a reply says. */
public sealed interface ParsedReply {

    /** @param value an object of the form that was asked for */
    record Valid(ObjectNode value) implements ParsedReply {}

    /** @param failure of one of the kinds empty, refused, cut off, no JSON, wrong form; its detail names the place in the object */
    record Invalid(ModelFailure failure) implements ParsedReply {}
}
