package dev.assay.app.profiles;

import dev.assay.app.charts.Numerals;
import dev.assay.app.controls.IntervalMark;
import dev.assay.app.controls.Standing;
import dev.assay.app.figures.RunScale;
import dev.assay.judges.profiles.Comparison;
import dev.assay.judges.profiles.Comparison.NotTested;
import dev.assay.judges.profiles.Comparison.Tested;
import dev.assay.judges.profiles.SubjectScore;
import dev.assay.judges.profiles.SubjectScore.Mean;
import dev.assay.judges.statistics.Interval;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One subject at one node, with its numbers as they are shown.
 *
 * @param score its mean, interval and rank
 * @param comparison with the reference of the view; empty for the reference itself
 * @param mean text of the mean; a dash if there is none
 * @param difference text of the difference, with its sign; a dash if it was not tested
 * @param n queries behind the mean
 * @param rank the best rank, and behind it the ranks that the data do not exclude
 */
public record ScoreCell(
        SubjectScore score, Optional<Comparison> comparison, String mean, String difference, String n, Rank rank, int decimals) {

    private static final String NOTHING = "–";

    /**
     * A rank as it is shown.
     *
     * @param best the rank of the mean
     * @param interval in brackets; empty if the interval is that one rank, or there is none
     */
    public record Rank(String best, String interval) {}

    /** @param comparison with the reference; empty for the reference itself */
    public static ScoreCell of(SubjectScore score, Optional<Comparison> comparison, RunScale scale) {
        return new ScoreCell(
                score,
                comparison,
                score.mean().map(mean -> Numerals.plain(mean.value(), scale.decimals())).orElse(NOTHING),
                tested(comparison).map(test -> Numerals.signed(test.difference(), scale.decimals())).orElse(NOTHING),
                Numerals.count(score.n()),
                score.mean().map(ScoreCell::rank).orElse(new Rank(NOTHING, "")),
                scale.decimals());
    }

    private static Rank rank(Mean mean) {
        String best = Integer.toString(mean.rank());
        String interval = mean.rankInterval().map(ranks -> Numerals.range(ranks.low(), ranks.high())).orElse(best);
        return new Rank(best, interval.equals(best) ? "" : "[" + interval + "]");
    }

    public Optional<Tested> tested() {
        return tested(comparison);
    }

    private static Optional<Tested> tested(Optional<Comparison> comparison) {
        return comparison.flatMap(made -> made instanceof Tested test ? Optional.of(test) : Optional.empty());
    }

    public Standing standing() {
        return comparison.map(Standing::of).orElse(Standing.UNTESTED);
    }

    /** How failures stand behind the number of queries; empty if there is none. */
    String failures() {
        return score.failures() == 0 ? "" : " ▲" + score.failures();
    }

    /** Too few queries for a test. */
    public boolean isThin() {
        return comparison.isPresent()
                && comparison.get() instanceof NotTested not
                && not.reason() == Comparison.Reason.TOO_FEW_QUERIES;
    }

    /** The level that the mean is compared with; empty if it was not tested. */
    public OptionalDouble referenceLevel() {
        return tested().isPresent() && score.mean().isPresent()
                ? OptionalDouble.of(score.mean().get().value() - tested().get().difference())
                : OptionalDouble.empty();
    }

    /** The mean with its interval. */
    public Optional<IntervalMark> meanMark() {
        return score.mean().map(mean -> new IntervalMark(mean.value(), mean.interval(), referenceLevel(), standing(), isThin()));
    }

    /** The difference with its interval, beside zero. */
    Optional<IntervalMark> differenceMark() {
        return tested().map(test -> new IntervalMark(
                test.difference(), Optional.of(test.interval()), OptionalDouble.of(0), standing(), false));
    }

    /** The 95 % interval of the mean as a person reads it, such as {@code [2.22, 3.20]}; a dash if there is none. */
    public String interval() {
        return score.mean().flatMap(Mean::interval).map(this::written).orElse(NOTHING);
    }

    /** Half of that interval's length, such as {@code ±0.06}; empty if there is none. */
    public String halfWidth() {
        return score.mean().flatMap(Mean::interval)
                .map(interval -> "±" + Numerals.plain((interval.high() - interval.low()) / 2, decimals))
                .orElse("");
    }

    String written(Interval interval) {
        return Numerals.interval(interval.low(), interval.high(), decimals);
    }

    /** Everything in one sentence: for a tooltip, and for who does not see the drawing. */
    public String inWords(String reference) {
        StringBuilder words = new StringBuilder(score.subject()).append(": ");
        if (score.mean().isEmpty()) {
            words.append("no score");
        } else {
            words.append(mean).append(' ').append(interval()).append(", rank ").append(rank.best());
            if (!rank.interval().isEmpty()) {
                words.append(' ').append(rank.interval());
            }
            words.append(", n ").append(n);
        }
        if (score.failures() > 0) {
            words.append(", ").append(score.failures()).append(score.failures() == 1 ? " answer" : " answers").append(" without a score");
        }
        comparison.ifPresent(made -> words.append("; ").append(switch (made) {
            case Tested test -> difference + " " + written(test.interval()) + " against " + reference + ", q " + Numerals.q(test.q()) + ": "
                    + standing().word();
            case NotTested not -> "not tested: " + not.reason().text();
        }));
        return words.toString();
    }
}
