package dev.assay.judges.pc2;

import java.util.List;

/** Operator: finds by comparing auxiliary answers to one query what separates good ones from bad ones. A pure function. */
public interface CriteriaDeriver {

    /**
     * @param query what was asked
     * @param auxiliaries answers to it, of different subjects where possible; one that is empty counts as an answer
     */
    Derivation derive(String query, List<String> auxiliaries);

    /** Criteria, or why there are none. */
    sealed interface Derivation permits Derived, NotDerived {}

    /** The criteria of the query. */
    record Derived(CriteriaSet criteria) implements Derivation {}

    /**
     * No criteria.
     *
     * @param failure what went wrong, in one line; never blank
     */
    record NotDerived(String failure) implements Derivation {

        public NotDerived {
            if (failure.isBlank()) {
                throw new IllegalArgumentException("a failure says what went wrong");
            }
        }
    }
}
