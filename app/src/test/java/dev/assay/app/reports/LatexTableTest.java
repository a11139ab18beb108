package dev.assay.app.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LatexTableTest {

    @Test
    void aTableHasTheRulesOfBooktabs() {
        LatexTable table = new LatexTable("lr", List.of("subject", "mean"));
        table.add(List.of("gpt4_1106", "−1.5 ±0.2"));

        assertThat(table.toString()).isEqualTo("""
                % needs \\usepackage{booktabs}
                \\begin{tabular}{lr}
                \\toprule
                subject & mean \\\\
                \\midrule
                gpt4\\_1106 & $-$1.5 $\\pm$0.2 \\\\
                \\bottomrule
                \\end{tabular}
                """);
    }

    @Test
    void aNameIsNeverACommand() {
        assertThat(LatexTable.escape("\\input{/etc/passwd} 100% ~^$#&")).isEqualTo(
                "\\textbackslash{}input\\{/etc/passwd\\} 100\\% \\textasciitilde{}\\textasciicircum{}\\$\\#\\&");
        assertThat(LatexTable.escape("a\n\nb")).isEqualTo("a  b");
    }

    @Test
    void aCellTooManyIsRefused() {
        assertThatThrownBy(() -> new LatexTable("l", List.of("a")).add(List.of("1", "2"))).isInstanceOf(IllegalArgumentException.class);
    }
}
