package dev.assay.judges.pc2;

/**
 * Scale of a run: each criterion is scored from 1 to {@code top}, so a total lies between 100 and 100 · top. Feedbacker's paper uses 5,
 * its released prompts and SCAN use 3.
 *
 * @param top best score of a criterion, 2 to 10
 */
public record Scale(int top) {

    public Scale {
        if (top < 2 || top > 10) {
            throw new IllegalArgumentException("a scale ends between 2 and 10, not at " + top);
        }
    }

    /** The score of an answer that fulfils a criterion to a share between 0 and 1, to two decimals. */
    double at(double share) {
        return rounded(1 + (top - 1) * share);
    }

    /** A score moved onto the scale if it lies beyond its ends, to two decimals. */
    double rounded(double score) {
        return Math.round(Math.clamp(score, 1.0, (double) top) * 100) / 100.0;
    }
}
