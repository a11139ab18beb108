package dev.assay.judges.profiles;

import dev.assay.judges.statistics.NormalLimit;
import dev.assay.judges.statistics.Resamples;
import java.util.HashMap;
import java.util.Map;

/**
 * The random draws of one profile, for one thread. Nodes with the same number of queries share theirs, which saves most of the time of
 * drawing; and so a node's interval depends on the seed and its scores alone, not on its name, its place or the thread.
 */
final class Draws {

    private final ProfileOptions options;
    private final NormalLimit normalLimit;
    private final Map<Integer, Resamples> bySize = new HashMap<>();

    Draws(ProfileOptions options, NormalLimit normalLimit) {
        this.options = options;
        this.normalLimit = normalLimit;
    }

    /** Number of queries from which on the formula takes the place of resampling. */
    int formulaFrom() {
        return options.formulaFrom();
    }

    /** Of so many queries; all that were asked for are kept, 8 kB a query each. */
    Resamples resamples(int queries) {
        return bySize.computeIfAbsent(queries, n -> Resamples.draw(n, options.resamples(), options.seed()));
    }

    NormalLimit normalLimit() {
        return normalLimit;
    }
}
