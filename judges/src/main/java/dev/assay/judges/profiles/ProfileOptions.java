package dev.assay.judges.profiles;

/**
 * How a profile is computed.
 *
 * @param seed of all resampling
 * @param resamples how many, at least 100; 2,000 is usual
 * @param formulaFrom nodes with at least this many queries take intervals from the formula instead of the bootstrap; at least 2
 */
public record ProfileOptions(long seed, int resamples, int formulaFrom) {

    private static final int RESAMPLES = 2_000;

    /** From here on BCa and t are equally wide and cover equally well even for scores as skewed as a win rate of 10 % (simulated). */
    private static final int FORMULA_FROM = 200;

    public ProfileOptions {
        if (resamples < 100 || formulaFrom < 2) {
            throw new IllegalArgumentException(
                    "no profile with " + resamples + " resamples and the formula from " + formulaFrom + " queries on");
        }
    }

    /** 2,000 resamples, the formula from 200 queries on. */
    public static ProfileOptions seeded(long seed) {
        return new ProfileOptions(seed, RESAMPLES, FORMULA_FROM);
    }
}
