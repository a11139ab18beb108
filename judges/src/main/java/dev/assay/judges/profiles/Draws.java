package dev.assay.judges.profiles;

import dev.assay.judges.statistics.NormalLimit;
import dev.assay.judges.statistics.Resamples;
import org.jspecify.annotations.Nullable;

/**
 * The random draws of one profile, for one thread. Nodes with the same number of queries share theirs, which saves most of the time of
 * drawing; and so a node's interval depends on the seed and its scores alone, not on its name, its place or the thread. Only the last
 * resamples are kept: to be asked for in the order of the number of queries.
 */
final class Draws {

    private final ProfileOptions options;
    private final NormalLimit normalLimit;
    private @Nullable Resamples last;

    Draws(ProfileOptions options, NormalLimit normalLimit) {
        this.options = options;
        this.normalLimit = normalLimit;
    }

    /** Number of queries from which on the formula takes the place of resampling. */
    int formulaFrom() {
        return options.formulaFrom();
    }

    Resamples resamples(int queries) {
        Resamples drawn = last;
        if (drawn == null || drawn.queries() != queries) {
            drawn = Resamples.draw(queries, options.resamples(), options.seed());
            last = drawn;
        }
        return drawn;
    }

    NormalLimit normalLimit() {
        return normalLimit;
    }
}
