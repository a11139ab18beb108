package dev.assay.judges.pc2;

/**
 * How often a judge prefers the answer that most people prefer, as measured; shown wherever its scores are.
 *
 * @param data what it was measured on
 * @param pairs pairs of answers of which people prefer one; a tie of the judge counts half
 * @param accuracy share of the pairs on which the judge agrees, 0 to 1
 * @param low end of the 95 % interval, by resampling queries
 * @param high end of the 95 % interval
 */
public record MeasuredAgreement(String data, int pairs, double accuracy, double low, double high) {

    /** Of {@link LocalPc2} on a scale of 5; a test measures it anew. */
    public static final MeasuredAgreement LOCAL = new MeasuredAgreement("PandaLM's test set", 894, 0.767, 0.724, 0.810);
}
