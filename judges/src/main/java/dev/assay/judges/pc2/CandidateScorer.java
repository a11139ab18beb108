package dev.assay.judges.pc2;

import dev.assay.judges.Judgment.Outcome;
import dev.assay.judges.Judgment.Scored;

/** Operator: scores answers by the criteria of their query. A pure function. */
public interface CandidateScorer {

    /**
     * The yardstick of a query.
     *
     * @param answer the answer
     * @param scores its own scores, in the order of the criteria
     */
    record Baseline(String answer, Scored scores) {}

    /** Scores the answer that will be the yardstick, without a reference. */
    Outcome scoreBaseline(String query, CriteriaSet criteria, String answer, Scale scale);

    /** Scores a candidate against the baseline answer and the baseline's own scores. An empty answer is judged like any other. */
    Outcome score(String query, CriteriaSet criteria, Baseline baseline, String candidate, Scale scale);
}
