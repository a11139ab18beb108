package dev.assay.judges.profiles;

import dev.assay.judges.statistics.Interval;
import dev.assay.judges.statistics.RankInterval;
import java.util.Optional;

/**
 * How one subject does at one node.
 *
 * @param subject its name
 * @param n distinct queries of the node on which it has a score
 * @param failures failed judgments of it on queries of the node; never part of the mean
 * @param mean empty if it has no score
 * @param versusOthers against the mean of the other subjects on the same queries
 * @param versusRest against the rest of its own tree, adjusted for the difficulty of the queries
 */
public record SubjectScore(
        String subject, int n, int failures, Optional<Mean> mean, Comparison versusOthers, Comparison versusRest) {

    /**
     * Mean and rank.
     *
     * @param value over the n queries, on the scale of the run
     * @param interval 95 %; empty with one query, which says nothing of the spread
     * @param rank 1 = best of the subjects with a score at the node; ties share the best rank
     * @param rankInterval 95 %; empty where no interval is
     */
    public record Mean(double value, Optional<Interval> interval, int rank, Optional<RankInterval> rankInterval) {}
}
