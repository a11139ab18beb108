package dev.assay.judges.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EstimateTest {

    /** Student's sleep data (Biometrika 6, 1908), with the results that R prints for them. */
    private static final double[] FIRST_DRUG = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
    private static final double[] SECOND_DRUG = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

    @Test
    void thePairedTestGivesThePublishedResultForStudentsSleepData() {
        double[] differences = IntStream.range(0, 10).mapToDouble(i -> FIRST_DRUG[i] - SECOND_DRUG[i]).toArray();
        Estimate paired = Estimate.mean(Moments.of(differences));
        assertThat(paired.value()).isCloseTo(-1.58, within(1e-12));
        assertThat(paired.value() / paired.standardError()).isCloseTo(-4.0621, within(5e-5));
        assertThat(paired.p().orElseThrow()).isCloseTo(0.002833, within(5e-7));
        assertThat(paired.interval(0.95).low()).isCloseTo(-2.4598858, within(5e-8));
        assertThat(paired.interval(0.95).high()).isCloseTo(-0.7001142, within(5e-8));
    }

    @Test
    void welchsTestGivesThePublishedResultForStudentsSleepData() {
        Estimate welch = Estimate.welch(Moments.of(FIRST_DRUG), Moments.of(SECOND_DRUG));
        assertThat(welch.degreesOfFreedom()).isCloseTo(17.776, within(5e-4));
        assertThat(welch.value() / welch.standardError()).isCloseTo(-1.8608, within(5e-5));
        assertThat(welch.p().orElseThrow()).isCloseTo(0.07939, within(5e-6));
        assertThat(welch.interval(0.95).low()).isCloseTo(-3.3654832, within(5e-8));
        assertThat(welch.interval(0.95).high()).isCloseTo(0.2054832, within(5e-8));
    }

    /** Deviations from the mean 3 sum to −3, 0 and 3 in the clusters: √(3/2 · (9 + 0 + 9)) / 6. */
    @Test
    void theClusteredErrorAddsUpDeviationsWithinClustersFirst() {
        Estimate clustered = Estimate.clusteredMean(new double[] {1, 2, 2, 4, 4, 5}, new int[] {0, 0, 1, 1, 2, 2});
        assertThat(clustered.value()).isEqualTo(3);
        assertThat(clustered.standardError()).isCloseTo(Math.sqrt(27) / 6, within(1e-15));
        assertThat(clustered.degreesOfFreedom()).isEqualTo(2);
    }

    @Test
    void withOneScoreInEachClusterTheClusteredErrorIsThePlainOne() {
        int[] clusters = IntStream.range(0, SECOND_DRUG.length).toArray();
        Estimate clustered = Estimate.clusteredMean(SECOND_DRUG, clusters);
        Estimate plain = Estimate.mean(Moments.of(SECOND_DRUG));
        assertThat(clustered.standardError()).isCloseTo(plain.standardError(), within(1e-14));
        assertThat(clustered.degreesOfFreedom()).isEqualTo(plain.degreesOfFreedom());
    }

    @Test
    void oneClusterHasNoStandardError() {
        assertThatThrownBy(() -> Estimate.clusteredMean(new double[] {1, 2}, new int[] {0, 0}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withoutSpreadADifferenceOfZeroIsCertainAndAnyOtherCannotBeTested() {
        assertThat(Estimate.mean(Moments.of(0, 0, 0)).p()).hasValue(1);
        assertThat(Estimate.mean(Moments.of(2, 2, 2)).p()).isEmpty();
        assertThat(Estimate.mean(Moments.of(2, 2, 2)).interval(0.95)).isEqualTo(new Interval(2, 2));
        assertThat(Estimate.welch(Moments.of(1, 1), Moments.of(3, 3, 3)).p()).isEmpty();
    }

    @Test
    void momentsOfTheRestAreThoseOfTheValuesThatRemain() {
        double[] whole = {3, 9, -4, 7, 7, 1.5};
        Moments rest = Moments.of(whole).without(Moments.of(9, -4));
        Moments direct = Moments.of(3, 7, 7, 1.5);
        assertThat(rest.n()).isEqualTo(4);
        assertThat(rest.mean()).isCloseTo(direct.mean(), within(1e-14));
        assertThat(rest.sumOfSquares()).isCloseTo(direct.sumOfSquares(), within(1e-12));
    }

    @Test
    void aRestOfEqualValuesHasNoSpreadLeftByRounding() {
        Moments rest = Moments.of(0.1, 0.7, 0.3, 0.3, 0.3).without(Moments.of(0.1, 0.7));
        assertThat(rest.sumOfSquares()).isZero();
    }
}
