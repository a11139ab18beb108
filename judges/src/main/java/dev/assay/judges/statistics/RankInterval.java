package dev.assay.judges.statistics;

/**
 * Ranks that the data do not exclude.
 *
 * @param low the best of them, from 1
 * @param high the worst of them
 */
public record RankInterval(int low, int high) {

    public RankInterval {
        if (low < 1 || low > high) {
            throw new IllegalArgumentException("no interval of ranks: " + low + " to " + high);
        }
    }

    public boolean contains(int rank) {
        return low <= rank && rank <= high;
    }
}
