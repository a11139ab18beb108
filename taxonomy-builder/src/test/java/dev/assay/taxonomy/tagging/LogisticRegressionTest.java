package dev.assay.taxonomy.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {

    private static final double LAMBDA = 0.01;

    private final double[][] features = new double[60][4];
    private final int[] classes = new int[60];

    LogisticRegressionTest() {
        var random = new SplittableRandom(7);
        for (int i = 0; i < features.length; i++) {
            classes[i] = i % 3;
            for (int j = 0; j < 4; j++) {
                features[i][j] = random.nextGaussian() + (j == classes[i] ? 1.5 : 0);
            }
        }
    }

    @Test
    void noOtherWeightsNearbyAreBetter() {
        double[][] weights = LogisticRegression.fit(features, classes, 3, LAMBDA);
        double loss = loss(weights);
        for (double[] row : weights) {
            for (int j = 0; j < row.length; j++) {
                for (double change : new double[] {-1e-2, 1e-2}) {
                    row[j] += change;
                    assertThat(loss(weights)).isGreaterThan(loss);
                    row[j] -= change;
                }
            }
        }
    }

    @Test
    void theSameDataGiveTheSameWeights() {
        assertThat(LogisticRegression.fit(features, classes, 3, LAMBDA)).isDeepEqualTo(LogisticRegression.fit(features, classes, 3, LAMBDA));
    }

    /** Adding the same to all classes changes no probability, so the penalty chooses the weights whose sum is 0. */
    @Test
    void weightsOfTheClassesSumToZero() {
        double[][] weights = LogisticRegression.fit(features, classes, 3, LAMBDA);
        for (int j = 0; j < weights[0].length; j++) {
            assertThat(weights[0][j] + weights[1][j] + weights[2][j]).isCloseTo(0, within(1e-3));
        }
    }

    @Test
    void probabilitiesSumToOneAlsoForHugeScores() {
        double[] p = LogisticRegression.probabilities(new double[][] {{1000, 0}, {-1000, 0}, {999, 0}}, new double[] {5});
        assertThat(p[0] + p[1] + p[2]).isCloseTo(1, within(1e-12));
        assertThat(p[0]).isGreaterThan(0.99);
    }

    private double loss(double[][] weights) {
        double loss = 0;
        for (int i = 0; i < features.length; i++) {
            loss -= Math.log(LogisticRegression.probabilities(weights, features[i])[classes[i]]) / features.length;
        }
        for (double[] row : weights) {
            for (double weight : row) {
                loss += LAMBDA / 2 * weight * weight;
            }
        }
        return loss;
    }
}
