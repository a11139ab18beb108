package dev.assay.app.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"})
    void aTextIsNeverAFormula(String text) {
        assertThat(csv(text)).contains("'" + text);
    }

    @Test
    void numbersStayNumbers() {
        assertThat(csv(-0.1)).isEqualTo("a\r\n-0.1\r\n");
        assertThat(csv(1234567)).isEqualTo("a\r\n1234567\r\n");
        assertThat(csv(0.1 + 0.2)).isEqualTo("a\r\n0.30000000000000004\r\n");
    }

    @Test
    void quotesCommasAndLineBreaksAreQuoted() {
        assertThat(csv("a \"b\", c\nd")).isEqualTo("a\r\n\"a \"\"b\"\", c\nd\"\r\n");
        assertThat(csv("=\"x\"")).isEqualTo("a\r\n\"'=\"\"x\"\"\"\r\n");
    }

    @Test
    void noValueIsAnEmptyField() {
        assertThat(new Table("t", List.of("a", "b"), List.of(Table.row(null, true))).csv()).isEqualTo("a,b\r\n,true\r\n");
    }

    private static String csv(Object cell) {
        return new Table("t", List.of("a"), List.of(Table.row(cell))).csv();
    }
}
