package dev.assay.judges.statistics;

import java.util.SplittableRandom;

/**
 * Resamples of n queries: each draws n of them with replacement. Any number of bootstraps over n queries may share them, from any
 * number of threads; each of them is as good as with resamples of its own.
 */
public final class Resamples {

    private final int queries;
    private final int count;
    /** How often each query is drawn, by query and then resample. */
    private final int[][] draws;

    private Resamples(int queries, int count, int[][] draws) {
        this.queries = queries;
        this.count = count;
        this.draws = draws;
    }

    /**
     * Draws them.
     *
     * @param queries n, at least 2
     * @param count how many resamples; 2,000 is usual
     * @param seed the same seed and n give the same resamples
     */
    public static Resamples draw(int queries, int count, long seed) {
        if (queries < 2 || count < 2) {
            throw new IllegalArgumentException("resampling needs two queries and two resamples, not " + queries + " and " + count);
        }
        SplittableRandom random = generator(seed, queries);
        int[][] draws = new int[queries][count];
        for (int resample = 0; resample < count; resample++) {
            int drawn = 0;
            while (drawn < queries) {
                long bits = random.nextLong();
                draws[index(bits & 0xffff_ffffL, queries)][resample]++;
                if (++drawn < queries) {
                    draws[index(bits >>> 32, queries)][resample]++;
                    drawn++;
                }
            }
        }
        return new Resamples(queries, count, draws);
    }

    /** Depends on the number of queries too, lest all draw from one sequence. Mixed, as neighbouring seeds of this generator overlap. */
    private static SplittableRandom generator(long seed, int queries) {
        return new SplittableRandom(new SplittableRandom(seed).nextLong() ^ new SplittableRandom(~queries).nextLong());
    }

    /** Below {@code queries}, from 32 random bits; a multiplication instead of a division (Lemire 2019), uneven by less than n/2³². */
    private static int index(long bits, int queries) {
        return (int) ((bits * queries) >>> 32);
    }

    int queries() {
        return queries;
    }

    /** Sums of the scores of the drawn queries, by resample. */
    int[] sums(int[] scores) {
        int[] sums = new int[count];
        int query = 0;
        for (; query + 3 < queries; query += 4) {
            addFour(scores, query, draws[query], draws[query + 1], draws[query + 2], draws[query + 3], sums);
        }
        for (; query < queries; query++) {
            addOne(scores[query], draws[query], sums);
        }
        return sums;
    }

    /**
     * The hottest loop of a profile. Four queries at a time save most loads and stores of the sums; arrays that share one index, without
     * an offset, let the compiler make vector instructions of it.
     */
    private static void addFour(int[] scores, int query, int[] drawn0, int[] drawn1, int[] drawn2, int[] drawn3, int[] sums) {
        int score0 = scores[query];
        int score1 = scores[query + 1];
        int score2 = scores[query + 2];
        int score3 = scores[query + 3];
        for (int r = 0; r < sums.length; r++) {
            sums[r] += score0 * drawn0[r] + score1 * drawn1[r] + score2 * drawn2[r] + score3 * drawn3[r];
        }
    }

    private static void addOne(int score, int[] drawn, int[] sums) {
        for (int r = 0; r < sums.length; r++) {
            sums[r] += score * drawn[r];
        }
    }
}
