package dev.assay.app.responses;

import dev.assay.app.responses.Judged.Scored;
import dev.assay.judges.Judgment.CriterionScore;
import dev.assay.judges.statistics.Estimate;
import dev.assay.judges.statistics.Interval;
import dev.assay.judges.statistics.Moments;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Scores of one query as they are shown. One answer is one observation: there is no interval and no test, and what counts as different is
 * said beside it. From three answers of a subject on there is an interval of their mean by Student's t, and it decides.
 */
final class Comparison {

    /** Level of the interval. */
    static final double LEVEL = 0.95;

    /** Scores that differ by less than this share of the scale are shown as the same, where there is no interval. */
    static final double MARGIN = 0.05;

    /** Fewer answers of a subject say too little about their spread. */
    private static final int LEAST_REPLICATES = 3;

    /** How a score stands to that of the baseline. */
    enum Verdict {
        BETTER,
        WORSE,
        /** As good, or not distinguishable. */
        SAME,
        /** There is nothing to compare it with, or it is the baseline itself. */
        NONE
    }

    /**
     * A score on the scale of the run.
     *
     * @param score of the chosen replicate
     * @param lowest among the replicates
     * @param highest among the replicates
     * @param interval of the mean of the replicates
     * @param baseline the baseline's score
     */
    record Shown(double score, double lowest, double highest, Optional<Interval> interval, OptionalDouble baseline, Verdict verdict) {}

    private final Sheet sheet;
    private final JudgingRun run;

    Comparison(Sheet sheet, JudgingRun run) {
        this.sheet = sheet;
        this.run = run;
    }

    /** The whole score of an answer; empty if it has none. */
    Optional<Shown> total(Answer answer, int replicate) {
        return shown(answer, replicate, scored -> run.onScale(scored.total()));
    }

    /** Its score on a criterion; empty if it has none. */
    Optional<Shown> criterion(Answer answer, int replicate, int criterion) {
        return shown(answer, replicate, scored -> at(scored.criteria(), criterion));
    }

    /** Smallest difference that is shown as one where there is no interval. */
    double margin() {
        return MARGIN * (run.high() - run.low());
    }

    private static double at(List<CriterionScore> scores, int criterion) {
        return criterion < scores.size() ? scores.get(criterion).score() : Double.NaN;
    }

    private Optional<Shown> shown(Answer answer, int replicate, ToDoubleFunction<Scored> score) {
        if (!(answer.replicate(replicate).judged() instanceof Scored chosen) || Double.isNaN(score.applyAsDouble(chosen))) {
            return Optional.empty();
        }
        double[] all = answer.scored().stream().mapToDouble(score).filter(value -> !Double.isNaN(value)).toArray();
        OptionalDouble baseline = sheet.baseline().stream()
                .flatMap(other -> other.scored().stream())
                .mapToDouble(score)
                .filter(value -> !Double.isNaN(value))
                .findFirst();
        Optional<Interval> interval = all.length < LEAST_REPLICATES
                ? Optional.empty()
                : Optional.of(Estimate.mean(Moments.of(all)).interval(LEVEL));
        double value = score.applyAsDouble(chosen);
        return Optional.of(new Shown(
                value,
                DoubleStream.of(all).min().orElse(value),
                DoubleStream.of(all).max().orElse(value),
                interval,
                baseline,
                answer.baseline() || baseline.isEmpty() ? Verdict.NONE : verdict(value, interval, baseline.getAsDouble())));
    }

    private Verdict verdict(double value, Optional<Interval> interval, double baseline) {
        if (interval.isPresent()) {
            return interval.get().contains(baseline) ? Verdict.SAME : interval.get().low() > baseline ? Verdict.BETTER : Verdict.WORSE;
        }
        if (Math.abs(value - baseline) < margin()) {
            return Verdict.SAME;
        }
        return value > baseline ? Verdict.BETTER : Verdict.WORSE;
    }
}
