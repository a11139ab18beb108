package dev.assay.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountedTest {

    @Test
    void oneIsOneAndEverythingElseIsSeveral() {
        assertThat(Counted.of(1, "call")).isEqualTo("1 call");
        assertThat(Counted.of(0, "call")).isEqualTo("0 calls");
        assertThat(Counted.of(1_234, "query", "queries")).isEqualTo("1,234 queries");
    }
}
