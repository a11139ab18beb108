package dev.assay.judges.profiles;

import dev.assay.judges.profiles.Comparison.NotTested;
import dev.assay.judges.profiles.Comparison.Tested;
import dev.assay.judges.profiles.Comparison.Verdict;
import dev.assay.judges.statistics.Interval;
import dev.assay.judges.statistics.RankInterval;
import java.util.Locale;
import java.util.Optional;

/**
 * One subject at one node, flat. What is not known is empty, never a number that stands for it.
 *
 * @param path of the node, written as {@link dev.assay.taxonomy.tree.NodePath}
 * @param n queries with a score of the subject
 * @param subject its name
 * @param failures failed judgments
 * @param mean on the scale of the run; empty if n is 0
 * @param low end of the 95 % interval; empty if n is below 2
 * @param high end of the 95 % interval
 * @param rank 1 = best
 * @param rankLow best rank of the 95 % interval
 * @param rankHigh worst rank of the 95 % interval
 * @param difference to the mean of the other subjects; this and the next five are empty if not tested
 * @param differenceLow end of its 95 % interval
 * @param differenceHigh end of its 95 % interval
 * @param p of the difference
 * @param q of the difference
 * @param verdict better, worse or indistinguishable
 * @param notTested why there is no test against the others; empty if tested
 * @param restDifference inside the node minus outside it; likewise
 * @param restLow end of its 95 % interval
 * @param restHigh end of its 95 % interval
 * @param restP of that difference
 * @param restQ of that difference
 * @param restVerdict better, worse or indistinguishable
 * @param restNotTested why there is no test against the rest; empty if tested
 */
public record ProfileRow(
        String path,
        int n,
        String subject,
        int failures,
        Optional<Double> mean,
        Optional<Double> low,
        Optional<Double> high,
        Optional<Integer> rank,
        Optional<Integer> rankLow,
        Optional<Integer> rankHigh,
        Optional<Double> difference,
        Optional<Double> differenceLow,
        Optional<Double> differenceHigh,
        Optional<Double> p,
        Optional<Double> q,
        Optional<String> verdict,
        Optional<String> notTested,
        Optional<Double> restDifference,
        Optional<Double> restLow,
        Optional<Double> restHigh,
        Optional<Double> restP,
        Optional<Double> restQ,
        Optional<String> restVerdict,
        Optional<String> restNotTested) {

    static ProfileRow of(NodeProfile node, SubjectScore score) {
        Optional<Interval> interval = score.mean().flatMap(SubjectScore.Mean::interval);
        Optional<RankInterval> ranks = score.mean().flatMap(SubjectScore.Mean::rankInterval);
        Optional<Tested> others = tested(score.versusOthers());
        Optional<Tested> rest = tested(score.versusRest());
        return new ProfileRow(
                node.path().toString(),
                score.n(),
                score.subject(),
                score.failures(),
                score.mean().map(SubjectScore.Mean::value),
                interval.map(Interval::low),
                interval.map(Interval::high),
                score.mean().map(SubjectScore.Mean::rank),
                ranks.map(RankInterval::low),
                ranks.map(RankInterval::high),
                others.map(Tested::difference),
                others.map(test -> test.interval().low()),
                others.map(test -> test.interval().high()),
                others.map(Tested::p),
                others.map(Tested::q),
                others.map(test -> word(test.verdict())),
                reason(score.versusOthers()),
                rest.map(Tested::difference),
                rest.map(test -> test.interval().low()),
                rest.map(test -> test.interval().high()),
                rest.map(Tested::p),
                rest.map(Tested::q),
                rest.map(test -> word(test.verdict())),
                reason(score.versusRest()));
    }

    private static Optional<Tested> tested(Comparison comparison) {
        return comparison instanceof Tested test ? Optional.of(test) : Optional.empty();
    }

    private static Optional<String> reason(Comparison comparison) {
        return comparison instanceof NotTested not ? Optional.of(not.reason().text()) : Optional.empty();
    }

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}
