package dev.assay.judges.profiles;

import dev.assay.judges.profiles.Comparison.NotTested;
import dev.assay.judges.profiles.Comparison.Reason;
import dev.assay.judges.profiles.Comparison.Tested;
import dev.assay.judges.statistics.BenjaminiHochberg;
import dev.assay.judges.statistics.Estimate;
import dev.assay.judges.statistics.Interval;
import dev.assay.judges.statistics.Moments;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** A comparison before it is corrected for all the others. */
sealed interface Contrast {

    record Uncorrected(int n, double difference, Interval interval, double p) implements Contrast {}

    record Untested(NotTested why) implements Contrast {}

    /** By subject: its differences to the others, inside these queries. */
    static Contrast[] versusOthers(Differences differences, Moments[] inside, int[] queries) {
        double[] others = differences.others(queries);
        Contrast[] contrasts = new Contrast[inside.length];
        for (int subject = 0; subject < inside.length; subject++) {
            Moments sample = inside[subject];
            if (inside.length == 1) {
                contrasts[subject] = untested(sample.n(), Reason.NO_OTHERS);
            } else if (sample.n() < Profiler.FEWEST_TESTED) {
                contrasts[subject] = untested(sample.n(), Reason.TOO_FEW_QUERIES);
            } else {
                Moments shifted = new Moments(sample.n(), sample.mean() - others[subject], sample.sumOfSquares());
                contrasts[subject] = test(sample.n(), Estimate.mean(shifted), differences.tolerance());
            }
        }
        return contrasts;
    }

    /** By subject: its differences to the others, inside these queries against all queries outside. */
    static Contrast[] versusRest(Differences differences, Moments[] inside, Moments[] whole) {
        Contrast[] contrasts = new Contrast[inside.length];
        for (int subject = 0; subject < inside.length; subject++) {
            Moments sample = inside[subject];
            Moments rest = whole[subject].without(sample);
            if (sample.n() < Profiler.FEWEST_TESTED) {
                contrasts[subject] = untested(sample.n(), Reason.TOO_FEW_QUERIES);
            } else if (rest.n() < Profiler.FEWEST_TESTED) {
                contrasts[subject] = untested(sample.n(), Reason.TOO_FEW_OUTSIDE);
            } else {
                contrasts[subject] = test(sample.n(), Estimate.welch(sample, rest), differences.tolerance());
            }
        }
        return contrasts;
    }

    /** One subject against another, on those of these queries where both have a score. */
    static Contrast paired(ScoreMatrix scores, int[] queries, int subject, int reference, double tolerance) {
        double[] differences = Arrays.stream(queries)
                .filter(query -> scores.has(query, subject) && scores.has(query, reference))
                .mapToDouble(query -> scores.score(query, subject) - scores.score(query, reference))
                .toArray();
        if (differences.length < Profiler.FEWEST_TESTED) {
            return untested(differences.length, Reason.TOO_FEW_QUERIES);
        }
        return test(differences.length, Estimate.mean(Differences.settled(Moments.of(differences), tolerance)), tolerance);
    }

    private static Contrast test(int n, Estimate estimate, double tolerance) {
        boolean same = estimate.standardError() == 0 && Math.abs(estimate.value()) <= tolerance;
        Estimate settled = same ? new Estimate(0, 0, estimate.degreesOfFreedom()) : estimate;
        OptionalDouble p = settled.p();
        return p.isPresent()
                ? new Uncorrected(n, settled.value(), settled.interval(Profiler.LEVEL), p.getAsDouble())
                : untested(n, Reason.NO_SPREAD);
    }

    private static Contrast untested(int n, Reason reason) {
        return new Untested(new NotTested(n, reason));
    }

    /** The comparisons of one subject at all nodes, with q-values over those that were tested. */
    static List<Comparison> corrected(List<Contrast> family) {
        double[] q = BenjaminiHochberg.qValues(family.stream()
                .filter(Uncorrected.class::isInstance)
                .mapToDouble(contrast -> ((Uncorrected) contrast).p())
                .toArray());
        var next = Arrays.stream(q).iterator();
        return family.stream()
                .map(contrast -> switch (contrast) {
                    case Uncorrected(int n, double difference, Interval interval, double p) ->
                            (Comparison) new Tested(n, difference, interval, p, next.next());
                    case Untested(NotTested why) -> why;
                })
                .toList();
    }
}
