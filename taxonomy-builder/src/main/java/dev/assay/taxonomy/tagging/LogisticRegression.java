package dev.assay.taxonomy.tagging;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Multinomial logistic regression with an L2 penalty: minimises the mean of −ln P(class | features) plus λ/2 times the sum of
 * the squared weights, the constant term included, by L-BFGS (Liu and Nocedal 1989) from zero. Convex and without randomness: the same
 * data give the same weights.
 */
final class LogisticRegression {

    private static final int MEMORY = 10;
    private static final int MOST_STEPS = 1_000;
    private static final double GRADIENT_TOLERANCE = 1e-5;
    private static final double SHORTEST_STEP = 1e-10;

    private final double[][] features;
    private final int[] classes;
    private final int classCount;
    private final double lambda;
    private final int width;

    private LogisticRegression(double[][] features, int[] classes, int classCount, double lambda) {
        this.features = features;
        this.classes = classes;
        this.classCount = classCount;
        this.lambda = lambda;
        width = features[0].length + 1;
    }

    /**
     * Fits weights.
     *
     * @param features one row per example, all of one length
     * @param classes the class of each example, from 0 to classCount − 1
     * @param lambda strength of the penalty, above 0
     * @return a row of weights per class, the constant term last
     */
    static double[][] fit(double[][] features, int[] classes, int classCount, double lambda) {
        return new LogisticRegression(features, classes, classCount, lambda).fit();
    }

    /** Probabilities of the classes: weights as {@link #fit} returns them, applied to the features of one example. */
    static double[] probabilities(double[][] weights, double[] features) {
        double[] scores = new double[weights.length];
        for (int k = 0; k < weights.length; k++) {
            double sum = weights[k][features.length];
            for (int j = 0; j < features.length; j++) {
                sum += weights[k][j] * features[j];
            }
            scores[k] = sum;
        }
        softmax(scores);
        return scores;
    }

    /** Turns scores into probabilities, in place. */
    static void softmax(double[] scores) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            highest = Math.max(highest, score);
        }
        double sum = 0;
        for (int k = 0; k < scores.length; k++) {
            scores[k] = Math.exp(scores[k] - highest);
            sum += scores[k];
        }
        for (int k = 0; k < scores.length; k++) {
            scores[k] /= sum;
        }
    }

    private double[][] fit() {
        double[] weights = new double[width * classCount];
        double[] gradient = new double[weights.length];
        double loss = lossAt(weights, gradient);
        Deque<Curvature> memory = new ArrayDeque<>();
        for (int step = 0; step < MOST_STEPS && Math.sqrt(dot(gradient, gradient)) > GRADIENT_TOLERANCE; step++) {
            double[] direction = descentDirection(gradient, memory);
            double slope = dot(direction, gradient);
            double length = memory.isEmpty() ? 1 / Math.sqrt(dot(gradient, gradient)) : 1;
            double[] nextGradient = new double[weights.length];
            double[] next = sum(weights, length, direction);
            double nextLoss = lossAt(next, nextGradient);
            while (nextLoss > loss + 1e-4 * length * slope && length > SHORTEST_STEP) {
                length /= 2;
                next = sum(weights, length, direction);
                nextLoss = lossAt(next, nextGradient);
            }
            memory.addLast(new Curvature(sum(next, -1, weights), sum(nextGradient, -1, gradient)));
            if (memory.size() > MEMORY) {
                memory.removeFirst();
            }
            weights = next;
            gradient = nextGradient;
            loss = nextLoss;
        }
        return byClass(weights);
    }

    /** A step taken, and how the gradient changed along it. */
    private static final class Curvature {

        private final double[] step;
        private final double[] change;
        private final double product;

        Curvature(double[] step, double[] change) {
            this.step = step;
            this.change = change;
            product = dot(step, change);
        }
    }

    /** The two-loop recursion: −H·gradient, with H the inverse Hessian that the remembered steps suggest. */
    private static double[] descentDirection(double[] gradient, Deque<Curvature> memory) {
        double[] direction = sum(gradient, -2, gradient);
        double[] alphas = new double[memory.size()];
        int i = memory.size();
        for (Iterator<Curvature> latestFirst = memory.descendingIterator(); latestFirst.hasNext(); ) {
            Curvature c = latestFirst.next();
            alphas[--i] = dot(c.step, direction) / c.product;
            direction = sum(direction, -alphas[i], c.change);
        }
        if (!memory.isEmpty()) {
            Curvature latest = memory.getLast();
            double scale = latest.product / dot(latest.change, latest.change);
            direction = sum(direction, scale - 1, direction);
        }
        for (Curvature c : memory) {
            double beta = dot(c.change, direction) / c.product;
            direction = sum(direction, alphas[i++] - beta, c.step);
        }
        return direction;
    }

    /** The penalised loss; its gradient is written into the second argument. Parameters of one feature lie side by side. */
    private double lossAt(double[] weights, double[] gradient) {
        double loss = 0;
        for (int i = 0; i < weights.length; i++) {
            loss += lambda / 2 * weights[i] * weights[i];
            gradient[i] = lambda * weights[i];
        }
        double[] p = new double[classCount];
        for (int n = 0; n < features.length; n++) {
            double[] x = features[n];
            System.arraycopy(weights, (width - 1) * classCount, p, 0, classCount);
            for (int j = 0; j < x.length; j++) {
                if (x[j] != 0) {
                    for (int k = 0; k < classCount; k++) {
                        p[k] += x[j] * weights[j * classCount + k];
                    }
                }
            }
            softmax(p);
            loss -= Math.log(p[classes[n]]) / features.length;
            p[classes[n]] -= 1;
            for (int j = 0; j < x.length; j++) {
                if (x[j] != 0) {
                    for (int k = 0; k < classCount; k++) {
                        gradient[j * classCount + k] += p[k] * x[j] / features.length;
                    }
                }
            }
            for (int k = 0; k < classCount; k++) {
                gradient[(width - 1) * classCount + k] += p[k] / features.length;
            }
        }
        return loss;
    }

    private double[][] byClass(double[] weights) {
        double[][] rows = new double[classCount][width];
        for (int k = 0; k < classCount; k++) {
            for (int j = 0; j < width; j++) {
                rows[k][j] = weights[j * classCount + k];
            }
        }
        return rows;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] sum(double[] a, double factor, double[] b) {
        double[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * b[i];
        }
        return sum;
    }
}
