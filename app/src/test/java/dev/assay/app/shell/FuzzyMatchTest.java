package dev.assay.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FuzzyMatchTest {

    @Test
    void lettersAreFoundInTheirOrderOnly() {
        assertThat(FuzzyMatch.of("prw", "Profiles: show weaknesses")).isPresent();
        assertThat(FuzzyMatch.of("wrp", "Profiles: show weaknesses")).isEmpty();
        assertThat(FuzzyMatch.of("xyz", "Profiles")).isEmpty();
    }

    @Test
    void beginningsOfWordsCountMoreThanLettersWithin() {
        int starts = FuzzyMatch.of("sw", "Show weaknesses").orElseThrow().score();
        int within = FuzzyMatch.of("sw", "Answers").orElseThrow().score();
        assertThat(starts).isGreaterThan(within);
    }

    @Test
    void lettersInARowCountMoreThanScatteredOnes() {
        int row = FuzzyMatch.of("exp", "An export").orElseThrow().score();
        int scattered = FuzzyMatch.of("exp", "Next helper").orElseThrow().score();
        assertThat(row).isGreaterThan(scattered);
    }

    @Test
    void thePositionsAreThoseOfTheBestWay() {
        assertThat(FuzzyMatch.of("ew", "new export week").orElseThrow().positions()).isEqualTo(List.of(4, 11));
        assertThat(FuzzyMatch.of("query", "Next query").orElseThrow().positions()).isEqualTo(List.of(5, 6, 7, 8, 9));
    }

    @Test
    void spacesTypedAreIgnoredAndNothingTypedFitsEverything() {
        assertThat(FuzzyMatch.of("go to", "Go to Queries")).isPresent();
        assertThat(FuzzyMatch.of("", "anything").orElseThrow().positions()).isEmpty();
    }

    @Test
    void aVeryLongNameIsCutAndNotWaitedFor() {
        assertThat(FuzzyMatch.of("a", "b".repeat(1_000_000))).isEmpty();
    }
}
