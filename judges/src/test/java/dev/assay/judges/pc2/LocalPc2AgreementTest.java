package dev.assay.judges.pc2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.datasets.testing.RealData;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Figures on real people's preferences. No parameter of the engine was learned from them. */
class LocalPc2AgreementTest {

    @Test
    void agreesWithPeopleClearlyMoreOftenThanCountingWordsDoes() throws IOException {
        PandaLm pandaLm = PandaLm.read(RealData.require("pandalm/testset-v1.json"));

        assertThat(pandaLm.majorities()).containsExactly(105, 422, 472);
        PandaLm.Agreement agreement = pandaLm.pc2(new LocalPc2(), new Scale(5));
        assertThat(agreement.pairs()).isEqualTo(MeasuredAgreement.LOCAL.pairs());
        assertThat(agreement.accuracy()).isGreaterThanOrEqualTo(0.73);
        assertThat(agreement.accuracy()).isGreaterThan(pandaLm.distinctWords().accuracy() + 0.02);
        assertThat(agreement.accuracy()).isCloseTo(MeasuredAgreement.LOCAL.accuracy(), within(0.0005));
        assertThat(agreement.low()).isCloseTo(MeasuredAgreement.LOCAL.low(), within(0.0005));
        assertThat(agreement.high()).isCloseTo(MeasuredAgreement.LOCAL.high(), within(0.0005));
        assertThat(pandaLm.length().accuracy()).isBetween(0.67, 0.68);
    }
}
