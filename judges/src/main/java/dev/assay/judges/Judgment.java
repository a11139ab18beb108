package dev.assay.judges;

import java.util.List;

/**
 * What a judge said of one answer: a score, or a failure with its reason – never both, and a failure is never a score.
 *
 * @param queryId the query
 * @param subject whose answer it is
 * @param replicate which of the subject's answers
 * @param role whether the answer was the yardstick of the run
 * @param outcome score or failure
 */
public record Judgment(String queryId, String subject, int replicate, Role role, Outcome outcome) {

    /** Name of the steps that make judgments, whatever the judge. */
    public static final String STEP = "judge";

    /** Part of an answer in a run. */
    public enum Role {
        CANDIDATE,
        /** The answer that is scored first, once per query, as the yardstick of the others. */
        BASELINE
    }

    /** How judging the answer ended. */
    public sealed interface Outcome permits Scored, Failed {}

    /**
     * A score.
     *
     * @param score on the scale of the run; finite
     * @param reason in a sentence; may be empty where each criterion has one
     * @param criteria scores by criterion, in the order of the criteria of the query; empty where the judge used none
     */
    public record Scored(double score, String reason, List<CriterionScore> criteria) implements Outcome {

        public Scored {
            if (!Double.isFinite(score)) {
                throw new IllegalArgumentException("a score is a finite number, not " + score);
            }
            criteria = List.copyOf(criteria);
        }
    }

    /**
     * No score.
     *
     * @param failure what went wrong, in one line; never blank
     */
    public record Failed(String failure) implements Outcome {

        public Failed {
            if (failure.isBlank()) {
                throw new IllegalArgumentException("a failure says what went wrong");
            }
        }
    }

    /**
     * Score on one criterion.
     *
     * @param score from 1 to the end of the scale
     * @param reason names the evidence; never blank
     */
    public record CriterionScore(double score, String reason) {}
}
