package dev.assay.judges.statistics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How often nominal 95 % intervals of a mean hold the true mean, and how wide they are, for the kinds of scores that judges give and the
 * numbers of queries that nodes have. Why the bootstrap expands its level, and why the formula takes over at 200.
 */
public final class CoverageSimulation {

    private static final int SAMPLES = 2_000;
    private static final int RESAMPLES = 2_000;
    private static final long SEED = 20_261_122;

    private CoverageSimulation() {}

    /** A distribution of scores with its true mean. */
    private record Scores(double mean, ToDoubleFunction<SplittableRandom> draw) {}

    private static final Map<String, Scores> DISTRIBUTIONS = new TreeMap<>(Map.of(
            "normal", new Scores(0, SplittableRandom::nextGaussian),
            "criteria 1-3 (100-300)", new Scores(100 * (0.15 + 2 * 0.35 + 3 * 0.5), CoverageSimulation::criteria),
            "preference 50 %", new Scores(50, random -> preference(random, 0.5)),
            "preference 10 %", new Scores(10, random -> preference(random, 0.1)),
            "exponential", new Scores(1, SplittableRandom::nextExponential)));

    public static void main(String[] arguments) {
        for (var distribution : DISTRIBUTIONS.entrySet()) {
            for (int n : new int[] {5, 10, 20, 50, 100, 200}) {
                print(distribution.getKey(), n, simulate(distribution.getValue(), n));
            }
        }
    }

    /** Five criteria of equal weight, each 1, 2 or 3, leaning on a common quality of the answer. */
    private static double criteria(SplittableRandom random) {
        double sum = 0;
        double common = random.nextDouble();
        for (int criterion = 0; criterion < 5; criterion++) {
            double u = random.nextDouble() < 0.5 ? common : random.nextDouble();
            sum += u < 0.15 ? 1 : u < 0.5 ? 2 : 3;
        }
        return 100 * sum / 5;
    }

    /** A judge that is nearly sure: probabilities near 0 and 1, as the preferences of AlpacaEval. */
    private static double preference(SplittableRandom random, double mean) {
        double wins = (mean - 0.02) / 0.96;
        return random.nextDouble() < wins ? 96 + 4 * random.nextDouble() : 4 * random.nextDouble();
    }

    private static double[][] simulate(Scores distribution, int n) {
        double[] covered = new double[3];
        double[] width = new double[3];
        double[][] partial = IntStream.range(0, SAMPLES).parallel().mapToObj(sample -> {
            SplittableRandom random = new SplittableRandom(new SplittableRandom(SEED + sample).nextLong());
            double[] scores = IntStream.range(0, n).mapToDouble(i -> distribution.draw().applyAsDouble(random)).toArray();
            QueryBootstrap bootstrap = QueryBootstrap.of(new double[][] {scores}, Resamples.draw(n, RESAMPLES, SEED + sample));
            Interval formula = Estimate.mean(Moments.of(scores)).interval(0.95);
            Interval plain = bootstrap.bca(0, -Normal.quantile(0.025));
            Interval expanded = bootstrap.intervals(0.95).getFirst();
            double truth = distribution.mean();
            return new double[] {
                formula.contains(truth) ? 1 : 0, plain.contains(truth) ? 1 : 0, expanded.contains(truth) ? 1 : 0,
                formula.width(), plain.width(), expanded.width()
            };
        }).toArray(double[][]::new);
        for (double[] row : partial) {
            for (int method = 0; method < 3; method++) {
                covered[method] += row[method] / SAMPLES;
                width[method] += row[method + 3] / SAMPLES;
            }
        }
        return new double[][] {covered, width};
    }

    private static void print(String name, int n, double[][] result) {
        double[] c = result[0];
        double[] w = Arrays.stream(result[1]).map(width -> width / result[1][0]).toArray();
        System.out.println(String.format(Locale.ROOT,
                "%-24s n %3d  coverage: t %.3f, BCa %.3f, BCa expanded %.3f   width: 1, %.2f, %.2f",
                name, n, c[0], c[1], c[2], w[1], w[2]));
    }
}
