package dev.assay.datasets.records;

/**
 * One annotator's preference between two answers to a query.
 *
 * @param queryId the query
 * @param subjectA the subject of the first answer
 * @param replicateA which of its answers, from 0
 * @param subjectB the subject of the second answer
 * @param replicateB which of its answers, from 0
 * @param annotator who judged: a person's or a judge model's name
 * @param value 0: the first answer is better, 1: the second, 0.5: a tie; degrees between are allowed
 * @param reason in the annotator's words; empty where none is given
 */
public record Preference(
        String queryId,
        String subjectA,
        int replicateA,
        String subjectB,
        int replicateB,
        String annotator,
        double value,
        String reason) {

    public Preference {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("a preference lies between 0 and 1, not at " + value);
        }
    }

    /** Between the first answers of two subjects. */
    public Preference(String queryId, String subjectA, String subjectB, String annotator, double value, String reason) {
        this(queryId, subjectA, 0, subjectB, 0, annotator, value, reason);
    }
}
