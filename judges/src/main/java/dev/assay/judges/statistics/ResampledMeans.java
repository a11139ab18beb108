package dev.assay.judges.statistics;

/**
 * Means of several subjects in many resamples of the same queries: draws from their joint distribution. As whole numbers, whose order
 * is exact: where two subjects tie in a resample they are equal here, whichever way their scores were added.
 *
 * <p>Laid out by subject, so that the loops over resamples have neither branches nor calls and the compiler can make vector
 * instructions of them.
 */
final class ResampledMeans {

    private final int[][] means;

    /** @param means by subject and resample, each at least 0; more is better */
    ResampledMeans(int[][] means) {
        this.means = means;
    }

    int[] of(int subject) {
        return means[subject];
    }

    /**
     * For each subject the central part of the distribution of its rank (1 = best, ties share the best rank), widened where needed to
     * hold the rank that was observed.
     *
     * @param observed rank of each subject by its mean
     * @param level 0.95: at most 2.5 % of the resamples lie on either side
     */
    RankInterval[] rankIntervals(int[] observed, double level) {
        int resamples = means.length == 0 ? 0 : means[0].length;
        int[][] above = new int[means.length][resamples];
        for (int i = 0; i < means.length; i++) {
            for (int j = 0; j < i; j++) {
                compare(means[i], means[j], above[i], above[j]);
            }
        }
        RankInterval[] intervals = new RankInterval[means.length];
        for (int subject = 0; subject < means.length; subject++) {
            intervals[subject] = central(above[subject], means.length, observed[subject], (1 - level) / 2);
        }
        return intervals;
    }

    /** The sign bit of a difference says who is below, without a branch. */
    private static void compare(int[] one, int[] other, int[] aboveOne, int[] aboveOther) {
        for (int r = 0; r < one.length; r++) {
            int difference = one[r] - other[r];
            aboveOne[r] += difference >>> 31;
            aboveOther[r] += -difference >>> 31;
        }
    }

    private static RankInterval central(int[] above, int subjects, int observed, double tail) {
        int[] histogram = new int[subjects];
        for (int count : above) {
            histogram[count]++;
        }
        double outside = tail * above.length;
        int low = 0;
        for (int seen = histogram[0]; seen <= outside; seen += histogram[low]) {
            low++;
        }
        int high = subjects - 1;
        for (int seen = histogram[high]; seen <= outside; seen += histogram[high]) {
            high--;
        }
        return new RankInterval(Math.min(low + 1, observed), Math.max(high + 1, observed));
    }
}
