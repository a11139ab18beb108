package dev.assay.app.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.datasets.models.ledger.Spending;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void anUnknownCostIsNoZero() {
        Spending unknown = new Spending(3, 0, 0, 0, 0, 3, 0);
        assertThat(Money.inWords(unknown)).isEqualTo("cost unknown, 3 calls whose cost is not known");
        assertThat(Money.inShort(unknown)).isEqualTo("unknown");
    }

    @Test
    void whatIsOnlyPartlyKnownOrEstimatedSaysSo() {
        assertThat(Money.inWords(new Spending(3, 0, 0, 0, 1.5, 1, 0))).isEqualTo("cost 1.50 without 1 call whose cost is not known");
        assertThat(Money.inShort(new Spending(3, 0, 0, 0, 1.5, 1, 0))).isEqualTo("≥ 1.50");
        assertThat(Money.inWords(new Spending(3, 0, 0, 0, 1.5, 0, 2))).isEqualTo("cost about 1.50");
        assertThat(Money.inShort(new Spending(3, 0, 0, 0, 1.5, 0, 2))).isEqualTo("≈ 1.50");
        assertThat(Money.inWords(new Spending(3, 0, 0, 0, 1.5, 0, 0))).isEqualTo("cost 1.50");
    }

    @Test
    void whereNothingWasAskedThereIsNothingToShow() {
        assertThat(Money.inShort(Spending.NOTHING)).isEmpty();
    }

    @Test
    void aBudgetStandsBesideWhatIsSpentOfIt() {
        assertThat(Money.inWords(new Spending(3, 0, 0, 0, 0.42, 0, 2), Optional.of(5.0))).isEqualTo("cost about 0.42 of 5.00");
        assertThat(Money.inWords(new Spending(3, 0, 0, 0, 0, 1, 0), Optional.of(5.0))).isEqualTo("cost unknown, 1 call whose cost is not known, budget 5.00");
    }
}
