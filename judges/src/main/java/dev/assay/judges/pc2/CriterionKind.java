package dev.assay.judges.pc2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** One respect in which answers differ, as the local engine sees it. */
interface CriterionKind {

    /** What the auxiliary answers to a query look like. */
    record Comparison(AnalysedText query, List<AnalysedText> auxiliaries) {}

    /**
     * A criterion before it is weighed.
     *
     * @param description what a good answer does
     * @param evidence what was found in the auxiliary answers
     * @param emphasis how much this query turns on it; 1 is usual
     */
    record Draft(String description, ObjectNode evidence, double emphasis) {}

    /**
     * A look at one answer.
     *
     * @param share how far it fulfils the criterion, 0 to 1
     * @param reason what that rests on, in one line
     */
    record Measured(double share, String reason) {}

    /** Also marks the evidence as this kind's. */
    String name();

    /** The criterion for a query; empty if the kind has no bearing on it. */
    Optional<Draft> draft(Comparison comparison);

    Measured measure(AnalysedText query, JsonNode evidence, AnalysedText answer);
}
