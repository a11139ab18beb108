package dev.assay.judges.pc2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.judges.pc2.CriterionWeights.Claim;
import dev.assay.judges.pc2.CriterionWeights.Importance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CriterionWeightsTest {

    @Test
    void roundingNeverLosesAPoint() {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            CriterionWeights weights = new CriterionWeights(Map.of("a", new Importance(random.nextDouble() + 0.01, 0.1)), 0.2);
            List<Claim> claims = new ArrayList<>();
            for (int k = 0; k <= random.nextInt(9); k++) {
                claims.add(new Claim("a", random.nextDouble() + 0.01, random.nextDouble()));
            }
            assertThat(weights.distribute(claims).stream().mapToInt(Integer::intValue).sum()).isEqualTo(100);
        }
    }

    @Test
    void whatSeparatesTheAuxiliaryAnswersWeighsMore() {
        CriterionWeights weights = new CriterionWeights(Map.of("a", new Importance(1, 0.1), "b", new Importance(1, 0.1)), 0.5);

        assertThat(weights.distribute(List.of(new Claim("a", 1, 0.1), new Claim("b", 1, 0)))).containsExactly(67, 33);
    }

    @Test
    void aTrifleGetsNoWeight() {
        CriterionWeights weights = new CriterionWeights(Map.of("a", new Importance(1, 0.1), "b", new Importance(0.01, 0.1)), 0);

        assertThat(weights.distribute(List.of(new Claim("a", 1, 0.1), new Claim("b", 1, 0.1)))).containsExactly(100, 0);
    }
}
