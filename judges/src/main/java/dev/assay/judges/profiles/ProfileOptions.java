package dev.assay.judges.profiles;

/**
 * How a profile is computed.
 *
 * @param seed of all resampling
 * @param resamples how many, at least 100; 2,000 is usual
 * @param formulaFrom nodes with at least this many queries take intervals from the formula instead of the bootstrap
 * @param threads at least 1; the result does not depend on it
 */
public record ProfileOptions(long seed, int resamples, int formulaFrom, int threads) {

    /**
     * From here on BCa and t agree within the noise of 2,000 resamples even for scores as skewed as win rates of 3 %.
     */
    static final int FORMULA_FROM = 200;

    public ProfileOptions {
        if (resamples < 100 || formulaFrom < 2 || threads < 1) {
            throw new IllegalArgumentException(
                    "no profile with " + resamples + " resamples, formula from " + formulaFrom + " queries, " + threads + " threads");
        }
    }

    /** 2,000 resamples, the formula from 200 queries, all processors. */
    public static ProfileOptions seeded(long seed) {
        return new ProfileOptions(seed, 2000, FORMULA_FROM, Runtime.getRuntime().availableProcessors());
    }

    public ProfileOptions withThreads(int threads) {
        return new ProfileOptions(seed, resamples, formulaFrom, threads);
    }
}
